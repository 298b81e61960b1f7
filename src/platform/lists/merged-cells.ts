/** A cell that covers several rows: the first and the last of them, and its column, counted from nought. */
export type MergedDown = Readonly<{ from: number; to: number; column: number }>;

/** The cells of a sheet that are merged over several rows. Takes the parts of a workbook and the sheet's name. */
export function mergedDown(parts: ReadonlyMap<string, Uint8Array>, sheet: string): readonly MergedDown[] {
	const file = sheetFile(parts, sheet);
	if (file === undefined) return [];
	const ranges = [...textOf(parts, file).matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)];
	return ranges.map(([, column = '', from, , to]) => ({ from: Number(from) - 1, to: Number(to) - 1, column: columnOf(column) })).filter(isTall);
}

function isTall({ from, to }: MergedDown): boolean {
	return to > from;
}

// workbook.xml names the sheet and its relation; the relations name the file.
function sheetFile(parts: ReadonlyMap<string, Uint8Array>, sheet: string): string | undefined {
	const sheets = tagsOf(textOf(parts, 'xl/workbook.xml'), 'sheet');
	const relation = sheets.find((tag) => unescaped(attribute(tag, 'name')) === sheet);
	const id = relation && attribute(relation, '\\w+:id');
	const target = tagsOf(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').find((tag) => attribute(tag, 'Id') === id);
	const path = target && attribute(target, 'Target');
	return path && (path.startsWith('/') ? path.slice(1) : `xl/${path}`);
}

function tagsOf(xml: string, name: string): readonly string[] {
	return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))].map(([tag]) => tag);
}

function attribute(tag: string, name: string): string {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
	return new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
}

function unescaped(text: string): string {
	const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
	return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '');
}

function columnOf(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
