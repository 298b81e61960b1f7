import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { LegalAct } from '../../schema.ts';
import { dayIn } from './day-in.ts';
import { fault, read, type Fault, type ImportedAct, type Reading } from './import-fields.ts';
import { plainWords } from './plain-words.ts';

/** What a line says of its legal act: all in one cell, or number, day and authority apart. */
export type ActCells = Readonly<{ act: string; actNumber: string; actedOn: string; authority: string }>;

const KINDS_OF_ACT: readonly (readonly [LegalAct['kind'], RegExp])[] = [
	['tax', /\b(nif|fiscal\w*|tax)\b/],
	['statutes', /\b(statuts?|statutes)\b/],
	['registration', /\b(immatricul\w*|enregistre\w*|rc|registre|recepisse|registration|inscription)\b/],
	['recognition', /\b(ord|ordonnance|om|agre\w*|agrement|decret|arrete|reconn\w*|personnalite|recognition|licence|autorisation)\b/],
];
const DAY_AT_END =
	/(?:\b(?:du|le|en date du|dat[ée]e? du|of)\s+|[,;(]\s*|\s)((?:le\s+)?\d{1,2}(?:er|ᵉʳ)?[\s/.-]+(?:\d{1,2}|\p{L}{3,}\.?)[\s/.-]+\d{2,4}|\d{4}-\d{1,2}-\d{1,2})(?=\D*$)/iu;
const NUMBER = /(?:n\s*[°ºo]\.?\s*|num[ée]ro\s+|#\s*)(?:rc\s+)?([\p{L}./_-]*\d[\p{L}\d./_-]*)/iu;
const BARE_NUMBER = /(?<![\p{L}\d])(\d[\p{L}\d.]*(?:\s*[/-]\s*[\p{L}\d.]+)*)/u;
const AUTHORITY =
	/\b(?:du|de la|de l['’]|par le|par la|par)\s*((?:minist|commune|province|gouvern|pr[ée]sid|mininter|tribunal|direction|anagessa|api)[^,;()\d]*)/iu;
const NOTHING = /^([-–—/.]|n[ée]ant|non|aucune?|en cours|sans|pas encore|oya|no|none|n\.?d\.?)$/i;

/**
 * Reads the act by which an organisation is known to the law: its number, its day, who signed it. An act needs number and day:
 * what lacks one is a fault that shows what stood there, and what was read beside it stays.
 */
export function actIn(cells: ActCells, today: CalendarDate): Reading<ImportedAct | null> {
	const act = NOTHING.test(cells.act.trim()) ? '' : cells.act;
	const number = NOTHING.test(cells.actNumber.trim()) ? '' : cells.actNumber;
	const was = [act, number, cells.actedOn].filter((text) => text.trim() !== '').join(' ');
	if (was === '') return read(null);
	if (/^[=]/.test(was)) return { value: null, faults: [fault('act', 'registry.import-formula', { was })], notes: [] };

	const told = `${act} ${number}`.trim();
	const dayWritten = cells.actedOn.trim() === '' ? (DAY_AT_END.exec(told)?.[1] ?? '') : cells.actedOn;
	const day = dayIn('actedOn', dayWritten, today);
	const found = numberIn(dayWritten === '' ? told : told.replace(dayWritten, ' '), number);
	const faults = [...day.faults, ...lacking({ was, field: act === '' ? 'actNumber' : 'act', hasNumber: found !== '', hasDay: dayWritten !== '' })];
	// Without its number there is no act to keep; without its day there is one, and a person adds the day.
	if (found === '') return { value: null, faults, notes: [] };
	const authority = cells.authority.trim() || (AUTHORITY.exec(told)?.[1]?.trim() ?? '');
	return { value: { kind: kindOf(told), number: found, actedOn: day.value, authority }, faults, notes: [] };
}

function lacking({
	was,
	field,
	hasNumber,
	hasDay,
}: Readonly<{ was: string; field: 'act' | 'actNumber'; hasNumber: boolean; hasDay: boolean }>): readonly Fault[] {
	return [
		...(hasNumber ? [] : [fault(field, 'registry.import-act-number', { was })]),
		...(hasDay ? [] : [fault('actedOn', 'registry.import-act-day', { was })]),
	];
}

function numberIn(told: string, column: string): string {
	const tight = told.replace(/\s*\/\s*/g, '/');
	const found = NUMBER.exec(tight)?.[1] ?? (column.trim() || (BARE_NUMBER.exec(tight)?.[1] ?? ''));
	return found.replace(/[\s./-]+(du|le)?$/i, '').trim();
}

// In this country the ordonnance of the ministry recognises an association: the usual act when nothing else is said.
function kindOf(told: string): LegalAct['kind'] {
	const words = plainWords(told);
	return KINDS_OF_ACT.find(([, shape]) => shape.test(words))?.[0] ?? 'recognition';
}
