/** A row as it stood in the file: its line or row, counted from one, and its cells. */
export type ListRow = Readonly<{ number: number; cells: readonly string[] }>;

/** A row that was passed over, and why; its cells stay readable. */
export type LeftRow = ListRow & Readonly<{ why: 'empty' | 'total' | 'repeated-head' }>;

/** One table of a file: what stood above its head, its head, its row of HXL tags if it has one, and its rows. */
export type ListSheet = Readonly<{
	name: string;
	head: readonly string[];
	preamble: readonly (readonly string[])[];
	tags: readonly string[] | undefined;
	rows: readonly ListRow[];
	left: readonly LeftRow[];
}>;

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'mixed';
export type Separator = ';' | ',' | '\t' | '|';

/** A list as it was read. `mended` says that letters broken by an older conversion, or of two encodings, were put right. */
export type ReadList = Readonly<{
	kind: 'csv' | 'xlsx';
	encoding: Encoding;
	mended: boolean;
	separator: Separator | undefined;
	sheets: readonly ListSheet[];
}>;

/** What a sheet is before its head is looked for. */
export type Grid = Readonly<{ name: string; rows: readonly ListRow[] }>;

export const MOST_BYTES = 8 * 1024 * 1024;
export const MOST_LINES = 20_000;
