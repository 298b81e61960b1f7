import type { Grid, LeftRow, ListRow, ListSheet } from './list.ts';
import { isTotal, likeHead } from './rows-passed-over.ts';

/** Where the head of a sheet stands: its rows, its row of tags, and where the rows of the list begin; indices in the grid. */
type Head = Readonly<{ upper: number | undefined; lower: number | undefined; tags: number | undefined; first: number }>;

const DEEPEST_HEAD = 30;
const ROWS_COMPARED = 8;
// "#org+name", and "org+name" where the sign was lost: most cells of a row look so.
const TAG = /^(#[a-z]\w*(\s*\+\w+)*|[a-z]\w*(\s*\+\w+)+)$/i;

/**
 * Finds the head of a sheet under titles and addresses, joins a head of two rows into one, keeps a row of HXL tags, and passes
 * over empty rows, totals and repeated heads, which stay readable.
 */
export function sheetOf({ name, rows }: Grid): ListSheet {
	const head = headIn(rows);
	const below = rows.slice(head.first);
	const headRows = [head.upper, head.lower, head.tags].flatMap((index) => (index === undefined ? [] : [rows[index]?.cells ?? []]));
	const judged = withoutEmptyEnd(below).map((row) => ({ row, why: whyLeft(row, headRows) }));
	const width = Math.max(0, ...[...headRows, ...below.map(({ cells }) => cells)].map(widthOf));
	return {
		name,
		head: even(joined(rows, head), width),
		preamble: rows.slice(0, head.upper ?? head.lower ?? head.tags ?? head.first).flatMap(({ cells }) => (filled(cells) > 0 ? [cells] : [])),
		tags: head.tags === undefined ? undefined : even((rows[head.tags]?.cells ?? []).map(asTag), width),
		rows: judged.flatMap(({ row, why }) => (why === undefined ? [{ ...row, cells: even(row.cells, width) }] : [])),
		left: judged.flatMap(({ row, why }): LeftRow[] => (why === undefined ? [] : [{ ...row, why }])),
	};
}

function headIn(rows: readonly ListRow[]): Head {
	const start = rows.slice(0, DEEPEST_HEAD);
	const tags = start.findIndex(({ cells }) => areTags(cells));
	if (tags >= 0) return headAbove(rows, tags);

	const width = usualWidth(rows);
	const wide = start.findIndex(({ cells }) => distinct(cells) >= Math.max(1, width / 2));
	const lower = start.findIndex(({ cells }) => distinct(cells) >= Math.max(1, width / 2) && areWords(cells) && !isAddress(cells, width));
	// A list may have no head at all: then its first wide row is a row like those under it.
	if (lower < 0 || (wide >= 0 && wide < lower && sameShape(rows, wide))) return { ...NO_HEAD, first: Math.max(0, wide) };
	if (isSecondHead(rows, lower + 1)) return { upper: lower, lower: lower + 1, tags: undefined, first: lower + 2 };
	const group = lower - 1;
	const grouped = group >= 0 && distinct(rows[group]?.cells ?? []) > 1 && isSecondHead(rows, lower);
	return { upper: grouped ? group : undefined, lower, tags: undefined, first: lower + 1 };
}

const NO_HEAD = { upper: undefined, lower: undefined, tags: undefined };

function headAbove(rows: readonly ListRow[], tags: number): Head {
	const above = (index: number) => (index >= 0 && filled(rows[index]?.cells ?? []) > 0 ? index : undefined);
	const lower = above(tags - 1);
	const upper = lower === undefined ? undefined : above(lower - 1);
	// One word all along a row is a title that was merged over the list.
	const isGroup = upper !== undefined && distinct(rows[upper]?.cells ?? []) > 1;
	return { upper: isGroup ? upper : undefined, lower, tags, first: tags + 1 };
}

/** A row is the second of a head when it names columns that the row above leaves open, in words, over rows of another kind. */
function isSecondHead(rows: readonly ListRow[], index: number): boolean {
	const [above, cells] = [rows[index - 1]?.cells ?? [], rows[index]?.cells ?? []];
	if (filled(cells) < 2 || !areWords(cells) || cells.some((cell) => /\d/.test(cell))) return false;
	const opens = cells.some((cell, column) => cell !== '' && (above[column] ?? '') === '' && above.slice(0, column).some((label) => label !== ''));
	const isPart = filled(above) < filled(cells) || above.some((label, column) => label !== '' && ['', label].includes(cells[column] ?? ''));
	return opens && isPart && filled(above) > 1 && differs(rows, index);
}

/** Whether the rows under one are of another kind: figures stand where it has words. */
function differs(rows: readonly ListRow[], index: number): boolean {
	const below = rows.slice(index + 1, index + 1 + ROWS_COMPARED).filter(({ cells }) => filled(cells) > 1);
	const cells = rows[index]?.cells ?? [];
	return cells.some((cell, column) => {
		const under = below.map((row) => row.cells[column] ?? '').filter((value) => value !== '');
		return cell !== '' && !/\d/.test(cell) && under.length > 0 && under.filter((value) => /\d/.test(value)).length * 2 >= under.length;
	});
}

/** Whether the rows under one are of the same kind: figures stand where it has figures. */
function sameShape(rows: readonly ListRow[], index: number): boolean {
	const below = rows.slice(index + 1, index + 1 + ROWS_COMPARED).filter(({ cells }) => filled(cells) > 1);
	const figured = (rows[index]?.cells ?? []).flatMap((cell, column) => (isFigure(cell) ? [column] : []));
	return below.length > 0 && figured.some((column) => below.filter(({ cells }) => isFigure(cells[column] ?? '')).length * 2 >= below.length);
}

function joined(rows: readonly ListRow[], { upper, lower, tags }: Head): readonly string[] {
	const names = rows[lower ?? -1]?.cells ?? (tags === undefined ? [] : (rows[tags]?.cells ?? []));
	if (upper === undefined) return names;
	const groups = rows[upper]?.cells ?? [];
	let group = '';
	return Array.from({ length: Math.max(groups.length, names.length) }, (_, column) => {
		const [own, name] = [groups[column] ?? '', names[column] ?? ''];
		group = own === '' ? group : own;
		if (name === '' || name === own) return own;
		return group === '' ? name : `${group} / ${name}`;
	});
}

function whyLeft({ cells }: ListRow, heads: readonly (readonly string[])[]): LeftRow['why'] | undefined {
	if (filled(cells) === 0) return 'empty';
	if (isTotal(cells)) return 'total';
	return heads.some((head) => likeHead(cells, head)) ? 'repeated-head' : undefined;
}

// In words: at most a cell in three is a figure, a day, a telephone.
function areWords(cells: readonly string[]): boolean {
	const texts = cells.filter((cell) => cell !== '');
	return texts.filter(isFigure).length * 3 <= texts.length && !texts.some((text) => /@\w+\.\w/.test(text));
}

// "Province :" and its answer, above the list.
function isAddress(cells: readonly string[], width: number): boolean {
	return filled(cells) < width && cells.some((cell) => /\S\s?:$/.test(cell));
}

function isFigure(text: string): boolean {
	return /\d/.test(text) && /^[\d\s.,/:+()~≈%-]+$/.test(text);
}

function areTags(cells: readonly string[]): boolean {
	const texts = cells.filter((cell) => cell !== '');
	return texts.length > 0 && texts.filter((text) => TAG.test(text)).length * 2 >= texts.length && texts.some((text) => /[#+]/.test(text));
}

function asTag(text: string): string {
	const tag = text.replace(/\s+/g, '').toLowerCase();
	return tag === '' || tag.startsWith('#') ? tag : `#${tag}`;
}

function usualWidth(rows: readonly ListRow[]): number {
	const counts = rows.map(({ cells }) => filled(cells)).filter((count) => count > 0);
	const several = counts.filter((count) => count > 1);
	const sorted = [...(several.length * 3 >= counts.length ? several : counts)].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function withoutEmptyEnd(rows: readonly ListRow[]): readonly ListRow[] {
	return rows.slice(0, rows.findLastIndex(({ cells }) => filled(cells) > 0) + 1);
}

function filled(cells: readonly string[]): number {
	return cells.filter((cell) => cell !== '').length;
}

function distinct(cells: readonly string[]): number {
	return new Set(cells.filter((cell) => cell !== '')).size;
}

function widthOf(cells: readonly string[]): number {
	return cells.findLastIndex((cell) => cell !== '') + 1;
}

function even(cells: readonly string[], width: number): readonly string[] {
	return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}
