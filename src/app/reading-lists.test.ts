import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress, Understanding, UnderstoodList } from '#capabilities/registry/server/understood-lists.ts';
import { calendarDate } from '#kernel/calendar-date.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { everyPlace } from '../../tests/support/gazetteer.ts';
import { readListApart, type ReadingApart, type SentFile } from './reading-lists.ts';

const ROOT = join(import.meta.dirname, '../..');
const understanding: Understanding = {
	...{ sheet: 0, columns: undefined, places: everyPlace(), scheme: '2017', defaults: { kind: null } },
	today: calendarDate('2026-11-25'),
};
const kept = (fileName: string): SentFile => ({ fileName, bytes: readFileSync(join(ROOT, 'tests/journeys/lists', fileName)) });
const text = (content: string): SentFile => ({ fileName: 'liste.csv', bytes: new TextEncoder().encode(content) });

async function readApart(
	file: SentFile,
	how: ReadingApart = { understanding },
): Promise<UnderstoodList & { lines: NonNullable<UnderstoodList['lines']> }> {
	const answer = await readListApart(ROOT, file, how);
	if (isRefusal(answer)) throw new Error(answer.key);
	return { ...answer, lines: answer.lines ?? [] };
}

// Each starts a process, beside whatever else this machine does.
const patiently = { timeout: 60_000 };

describe('a dirty list of sixty lines', patiently, () => {
	it('is read whole, with its letters mended, under its titles and its head of two rows', async () => {
		const { list, guesses } = await readApart(kept('organisations-60.csv'));
		const [sheet] = list.sheets;
		expect(list).toMatchObject({ kind: 'csv', encoding: 'mixed', mended: true, separator: ';' });
		expect(sheet?.rows).toHaveLength(60);
		expect(sheet?.left.map(({ why }) => why)).toEqual(['repeated-head', 'empty', 'total', 'total']);
		expect(JSON.stringify(sheet)).not.toMatch(/Ã|�|\u200f/);
		expect(guesses[0]?.map(({ field }) => field)).toEqual([
			...['ignore', 'name', 'kind', 'province', 'commune', 'colline', 'women', 'men'],
			...['act', 'contactName', 'phone', 'email', 'themes', 'countedOn'],
		]);
	});

	it('faults the lines that a person must see, and no other', async () => {
		const { list, lines } = await readApart(kept('organisations-60.csv'));
		const faulted = lines.flatMap(({ faults }, index) =>
			faults.map(({ key }) => [list.sheets[0]?.rows[index]?.number, key.replace('registry.import-', '')]),
		);
		expect(faulted).toEqual([
			[15, 'day-impossible'],
			[17, 'place-ambiguous'],
			[19, 'phone'],
			[20, 'email'],
			[26, 'day'],
			[30, 'place-unknown'],
			[31, 'place-ambiguous'],
			[34, 'formula'],
			[46, 'act-number'],
			[47, 'kind'],
			[49, 'act-day'],
			[54, 'place-contradicted'],
			[55, 'kind-missing'],
			[61, 'count'],
			[65, 'kind-missing'],
			[65, 'place-province-only'],
			[66, 'name-missing'],
			[67, 'act-day'],
		]);
		expect(lines.flatMap(({ notes }) => notes.map(({ key }) => key)).filter((key) => key.includes('place-of'))).toHaveLength(2);
	});
});

describe('a workbook of twelve organisations', patiently, () => {
	it('is read with its merged cells, its dates and its telephones', async () => {
		const { list, lines } = await readApart(kept('organisations-12.xlsx'));
		expect(list.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
			['Liste', 12],
			['Notes', 1],
		]);
		expect(lines[1]?.fields).toMatchObject({
			name: 'Coopérative Inkingi',
			kind: 'cooperative',
			placeCode: 'BDI006007',
			act: { number: 'RC 114/16', actedOn: '2016-04-01' },
		});
		expect(lines[2]?.fields.contacts.map(({ phone }) => phone)).toEqual(['+257 22 40 10 03', '+257 79 40 10 03']);
		expect(lines.flatMap(({ faults }, index) => faults.map(({ key }) => [index, key.replace('registry.import-', '')]))).toEqual([
			[8, 'day-impossible'],
			[10, 'kind'],
			[11, 'place-unknown'],
		]);
	});
});

describe('a list read in a process of its own', patiently, () => {
	it('tells how far it is, and gives each of five thousand lines back in its order', async () => {
		const told: Progress[] = [];
		const lines = Array.from({ length: 5_000 }, (_, index) => `Association ${index};Giheta;Gitega;${index % 90};12/3/14`);
		const file = text(['Nom;Commune;Province;Femmes;Comptés le', ...lines].join('\n'));
		const answer = await readApart(file, { understanding, onProgress: (progress) => told.push(progress) });
		expect(answer.lines.map(({ fields }) => fields.name).join()).toBe(lines.map((_, index) => `Association ${index}`).join());
		expect(answer.lines.flatMap(({ faults }) => faults)).toEqual([]);
		expect(told.length).toBeGreaterThan(10);
		expect(told.at(-1)).toEqual({ done: 5_000, total: 5_000 });
	});

	it('is refused as it would be here', async () => {
		expect(await readListApart(ROOT, text('%PDF-1.7'))).toMatchObject({ kind: 'refusal', key: 'lists.not-a-list' });
	});

	it('that takes too long is ended, and a plain sentence says so', async () => {
		expect(await readListApart(ROOT, text('Nom\nUrumuri\n'), { milliseconds: 1 })).toMatchObject({ key: 'lists.too-slow' });
	});

	it('whose process ends by itself is refused in a plain sentence', async () => {
		expect(await readListApart(join(ROOT, 'docs'), text('Nom\nUrumuri\n'))).toMatchObject({ key: 'lists.stopped' });
	});
});
