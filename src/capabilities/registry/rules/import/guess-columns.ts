import { TAGS_OF_COLUMNS, WORDS_OF_COLUMNS } from './column-words.ts';
import { contentOf } from './column-content.ts';
import { type Column, type ImportField } from './import-fields.ts';
import { plainWords } from './plain-words.ts';

/** What a column was guessed by: its HXL tag, its head, what stands in it, or nothing. */
export type GuessedBy = 'tag' | 'head' | 'content' | 'nothing';
export type GuessedColumn = Readonly<{ head: string; field: Column; by: GuessedBy; sample: string }>;

// What several columns may hold together; of everything else a list has one column.
const MAY_REPEAT: readonly Column[] = ['ignore', 'phone', 'email', 'themes', 'services', 'contactName'];
const STRENGTH: Readonly<Record<GuessedBy, number>> = { tag: 3, head: 2, content: 1, nothing: 0 };
const ROWS_LOOKED_AT = 50;
const LETTERS_LOOKED_AT = 200;

/**
 * Guesses what each column of a list holds, by its tag, its head in three languages, or what stands in it. A person confirms it
 * before anything is read. Of two columns for one answer the better founded keeps it.
 */
export function guessColumns(
	head: readonly string[],
	tags: readonly string[] | undefined,
	rows: readonly Readonly<{ cells: readonly string[] }>[],
): readonly GuessedColumn[] {
	const looked = rows.slice(0, ROWS_LOOKED_AT);
	const guesses = head.map((words, column) => {
		const values = looked.map(({ cells }) => (cells[column] ?? '').slice(0, LETTERS_LOOKED_AT)).filter((value) => value !== '');
		return { head: words, sample: values[0] ?? '', ...guessed(words, tags?.[column] ?? '', values) };
	});
	return named(
		guesses.map((guess, column) => (isTaken(guesses, column) ? { ...guess, field: 'ignore', by: 'nothing' } : guess)),
		looked,
	);
}

/** Where a list has a second column for what it may say once; `undefined` when it has none. */
export function secondColumn(columns: readonly Column[]): number | undefined {
	const at = columns.findIndex((column, index) => !MAY_REPEAT.includes(column) && columns.indexOf(column) !== index);
	return at < 0 ? undefined : at;
}

type Guess = Readonly<{ field: Column; by: GuessedBy }>;

function guessed(words: string, tag: string, values: readonly string[]): Guess {
	const tagged = TAGS_OF_COLUMNS.find(([, shape]) => shape.test(tag))?.[0];
	if (tagged) return { field: tagged, by: 'tag' };
	const headed = byHead(words);
	const content = contentOf(values);
	if (headed) return { field: refined(headed, content), by: 'head' };
	return content === undefined ? { field: 'ignore', by: 'nothing' } : { field: content, by: 'content' };
}

// Of "Membres / Femmes" the last part is the column's own word; the group before it decides when that says nothing.
function byHead(words: string): Column | undefined {
	const parts = words.split(' / ');
	const own = plainWords(parts.at(-1) ?? '');
	const whole = plainWords(words);
	return fieldOf(own) ?? fieldOf(whole);
}

function fieldOf(words: string): Column | undefined {
	return words === '' ? undefined : WORDS_OF_COLUMNS.find(([, shape]) => shape.test(words))?.[0];
}

// "Contact" over telephone numbers is a telephone; "Commune" over whole addresses a place.
function refined(headed: Column, content: ImportField | undefined): Column {
	if (headed === 'contactName' && (content === 'phone' || content === 'email')) return content;
	if ((headed === 'commune' || headed === 'colline') && content === 'place') return 'place';
	if (headed === 'actNumber' && content === 'act') return 'act';
	return headed;
}

function isTaken(guesses: readonly Guess[], column: number): boolean {
	const own = guesses[column];
	if (!own || MAY_REPEAT.includes(own.field)) return false;
	return guesses.some(
		(other, index) =>
			index !== column &&
			other.field === own.field &&
			(STRENGTH[other.by] > STRENGTH[own.by] || (STRENGTH[other.by] === STRENGTH[own.by] && index < column)),
	);
}

/** A list of organisations has names: without a column that says so, the first one left of long and different words is taken. */
function named(guesses: readonly GuessedColumn[], rows: readonly Readonly<{ cells: readonly string[] }>[]): readonly GuessedColumn[] {
	if (guesses.some(({ field }) => field === 'name')) return guesses;
	const at = guesses.findIndex(({ field, by }, column) => {
		const values = rows.map(({ cells }) => cells[column] ?? '').filter((value) => /\p{L}{3}/u.test(value));
		return field === 'ignore' && by === 'nothing' && values.length * 2 > rows.length && new Set(values).size * 3 >= values.length * 2;
	});
	return guesses.map((guess, column) => (column === at ? { ...guess, field: 'name', by: 'content' } : guess));
}
