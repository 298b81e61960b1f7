import pg from 'pg';

const { builtins } = pg.types;
const TEXT_ARRAY = 1009;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;
const INT8_ARRAY = 1016;

type Parse = (text: string) => unknown;

/**
 * How values of PostgreSQL become values of the program: a date stays the text 'YYYY-MM-DD', a moment becomes ISO 8601 text
 * with its microseconds, and a bigint becomes a number as long as it is exact, else its text.
 */
export const columnTypes: pg.CustomTypesConfig = {
	getTypeParser(oid: number, format?: 'text' | 'binary') {
		return (format === 'binary' ? undefined : ours.get(oid)) ?? pg.types.getTypeParser(oid, format);
	},
};

// The typings list no arrays, though the parsers are there.
const texts = pg.types.getTypeParser(TEXT_ARRAY as never) as (text: string) => (string | null)[];

const ours = new Map<number, Parse>([
	[builtins.DATE, (text) => text],
	[builtins.TIMESTAMPTZ, moment],
	[builtins.TIMESTAMP, (text) => text.replace(' ', 'T')],
	[builtins.INT8, whole],
	[DATE_ARRAY, texts],
	[TIMESTAMPTZ_ARRAY, (text) => texts(text).map((each) => each && moment(each))],
	[INT8_ARRAY, (text) => texts(text).map((each) => each && whole(each))],
]);

// Sessions speak UTC, so the offset is always +00.
function moment(text: string): string {
	return text.replace(' ', 'T').replace(/\+00$/, 'Z');
}

function whole(text: string): number | string {
	const number = Number(text);
	return Number.isSafeInteger(number) ? number : text;
}
