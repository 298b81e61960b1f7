import { fault, read, type Reading } from './import-fields.ts';
import { plainWords } from './plain-words.ts';

/** The name of an organisation and the letters it is called by. */
export type ImportedName = Readonly<{ name: string; acronym: string }>;

const FORMULA = /^[=@]|^[+-](?=[A-Z]+\()/;
const LETTERS = '[A-ZÀ-Ý][A-ZÀ-Ý0-9.&-]{1,14}';
const IN_BRACKETS = new RegExp(`^(.{3,}?)\\s*[([«“"]\\s*(${LETTERS})\\s*[)\\]»”"]$`, 'u');
const AFTER_DASH = new RegExp(`^(.{3,}?)\\s+[-–—:]\\s*(${LETTERS})$|^(.{3,}?)\\s*[–—:]\\s*(${LETTERS})$`, 'u');
const BEFORE_DASH = new RegExp(`^(${LETTERS})\\s*[-–—:]\\s+(.{3,})$`, 'u');
// What an organisation is, not what it is called.
const LEGAL_FORM = /^(asbl|coop|ong|osc|avec|gie|onge?)$/;
const LONGEST_NAME = 160;
const LONGEST_ACRONYM = 30;
const LONGEST_SHOUTED = 8;

/**
 * Reads the name of an organisation, and its acronym from a column of its own or from "Nom (SIGLE)", "Nom - SIGLE". A formula
 * stays text and is a fault: it may hide an address, and is nobody's name.
 */
export function nameIn(cells: ImportedName): Reading<ImportedName> {
	const [name, acronym] = [oneLine(cells.name), oneLine(cells.acronym)];
	if (name === '') return { value: { name, acronym }, faults: [fault('name', 'registry.import-name-missing', { was: '' })], notes: [] };
	if (FORMULA.test(name))
		return { value: { name, acronym }, faults: [fault('name', 'registry.import-formula', { was: name, suggestions: shownBy(name) })], notes: [] };
	const parts = acronym === '' ? taken(name) : withoutOwn(name, acronym);
	const faults = [
		...(parts.name.length < 2 || !/\p{L}/u.test(parts.name) ? [fault('name', 'registry.import-name', { was: name })] : []),
		...(parts.name.length > LONGEST_NAME ? [fault('name', 'registry.import-too-long', { was: name })] : []),
		...(parts.acronym.length > LONGEST_ACRONYM ? [fault('acronym', 'registry.import-too-long', { was: parts.acronym })] : []),
	];
	return { ...read(parts), faults };
}

function taken(name: string): ImportedName {
	const bracketed = IN_BRACKETS.exec(name);
	if (bracketed) return kept(name, { name: bracketed[1] ?? '', acronym: bracketed[2] ?? '' });
	const after = AFTER_DASH.exec(name);
	if (after) return kept(name, { name: after[1] ?? after[3] ?? '', acronym: after[2] ?? after[4] ?? '' }, true);
	const before = BEFORE_DASH.exec(name);
	return before ? kept(name, { name: before[2] ?? '', acronym: before[1] ?? '' }, true) : { name, acronym: '' };
}

// In a name all in capitals, what follows a dash is an acronym only when its letters are those of the name, in order.
function kept(whole: string, parts: ImportedName, doubtful = false): ImportedName {
	if (LEGAL_FORM.test(plainWords(parts.acronym))) return { name: whole, acronym: '' };
	const shouted = parts.name === parts.name.toUpperCase();
	return doubtful && shouted && !comesFrom(parts.acronym, parts.name) ? { name: whole, acronym: '' } : parts;
}

function comesFrom(acronym: string, name: string): boolean {
	const letters = plainWords(name).replaceAll(' ', '');
	const wanted = plainWords(acronym).replaceAll(' ', '');
	const end = [...wanted].reduce((at, letter) => (at < 0 ? at : letters.indexOf(letter, at) + 1 || -1), 0);
	return end > 0 && letters[0] === wanted[0] && wanted.length <= LONGEST_SHOUTED;
}

function withoutOwn(name: string, acronym: string): ImportedName {
	const parts = taken(name);
	return plainWords(parts.acronym) === plainWords(acronym) ? { name: parts.name, acronym } : { name, acronym };
}

function shownBy(formula: string) {
	const shown = /[,;]\s*"([^"]+)"\s*\)$/.exec(formula)?.[1];
	return shown === undefined ? [] : [{ value: shown, label: shown }];
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
