import papaparse from 'papaparse';
import type { ListRow, Separator } from './list.ts';
import { cleanCell } from './clean-cell.ts';

const SEPARATORS: readonly Separator[] = [';', ',', '\t', '|'];
const LINES_TRIED = 60;

/** The rows of a separated text and the sign that separates its cells. Takes a text whose lines end in "\n". */
export function separatedRows(text: string): Readonly<{ separator: Separator; rows: readonly ListRow[] }> {
	// Excel says the separator itself, in a first line of its own.
	const said = /^sep=([;,\t|])\n/.exec(text);
	const body = said ? text.slice(said[0].length) : text;
	const separator = (said?.[1] as Separator | undefined) ?? separatorOf(body);
	return { separator, rows: rowsOf(body, separator, said ? 2 : 1) };
}

/** The sign that cuts the first lines most alike, into most cells; a comma when none does. */
function separatorOf(text: string): Separator {
	const sample = text.split('\n', LINES_TRIED).join('\n');
	const weighed = SEPARATORS.map((separator) => ({ separator, weight: weightOf(sample, separator) }));
	return weighed.reduce((best, one) => (one.weight > best.weight ? one : best), { separator: ',' as Separator, weight: 0 }).separator;
}

function weightOf(sample: string, separator: Separator): number {
	const counts = parsed(sample, separator).data.map((cells) => cells.length);
	const times = new Map<number, number>();
	for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
	return Math.max(0, ...[...times].map(([count, lines]) => (lines / counts.length) * Math.log2(count)));
}

function rowsOf(text: string, separator: Separator, first: number): readonly ListRow[] {
	const { data, errors } = parsed(text, separator);
	// A quote that is never closed would swallow the lines after it.
	const lines = errors.some(({ type }) => type === 'Quotes') ? withBrokenQuotes(text, separator) : data;
	let number = first;
	return lines.map((cells) => {
		const row = { number, cells: cells.map(cleanCell) };
		number += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
		return row;
	});
}

function parsed(text: string, separator: Separator) {
	return papaparse.parse<string[]>(text, { delimiter: separator, newline: '\n' });
}

/** Reads as quoted only what is: a quote that is not closed before a separator or the end of a line is a sign like another. */
function withBrokenQuotes(text: string, separator: Separator): readonly (readonly string[])[] {
	const sign = separator === '|' ? '\\|' : separator;
	const cells = text.matchAll(new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${sign}\\n]*))(${sign}|\\n|$)`, 'gy'));
	const lines: string[][] = [[]];
	for (const [, quoted, bare = '', end] of cells) {
		lines.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
		if (end === '\n') lines.push([]);
		if (end === '') break;
	}
	return lines;
}
