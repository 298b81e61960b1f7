import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { bytesIn } from './builders.ts';
import { readList } from './read-list.ts';

const word = fc.stringMatching(/^[A-Za-zéèêçàÉŒ’]{1,9}$/);
// At most one sign that separates, one quote and one break in a cell: what people type.
const cell = fc
	.tuple(word, fc.constantFrom('', ' ', ';', ', ', ' | ', '"', '\n', ' – '), fc.oneof(word, fc.constant('')))
	.map((parts) => parts.join('').trim());
const row = fc.tuple(cell, cell, cell, fc.nat(500).map(String));
const table = fc.array(row, { minLength: 3, maxLength: 12 });
const separator = fc.constantFrom(';', ',', '\t', '|');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const encoding = fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252');
const HEAD = ['Nom', 'Sigle', 'Commune', 'Femmes'];

function written(rows: readonly (readonly string[])[], separator: string, end: string): string {
	const quoted = (text: string) => (/[";,\t|\n]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll('\n', end)}"` : text);
	return rows.map((cells) => cells.map(quoted).join(separator)).join(end) + end;
}

describe('a table', () => {
	it('is read as the same rows whatever its separator, encoding and line ends', async () => {
		await fc.assert(
			fc.asyncProperty(table, fc.record({ separator, lineEnd, encoding }), async (rows, how) => {
				const list = await readList(bytesIn(how.encoding, written([HEAD, ...rows], how.separator, how.lineEnd)), 'liste.csv');
				if (isRefusal(list)) throw new Error(list.key);
				expect(list.sheets[0]?.head).toEqual(HEAD);
				expect(list.sheets[0]?.rows.map(({ cells }) => cells)).toEqual(rows);
				expect(list.separator).toBe(how.separator);
			}),
		);
	});

	it('of any bytes at all is read or refused, and nothing is thrown', async () => {
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 300 }),
			fc.string({ maxLength: 300 }).map((text) => bytesIn('utf-8', `PK\u0003\u0004${text}`)),
		);
		await fc.assert(
			fc.asyncProperty(bytes, async (some) => {
				const answer = await readList(some, 'liste');
				expect(isRefusal(answer) || answer.sheets.length > 0).toBe(true);
			}),
		);
	});
});
