import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import type { OrganisationKind } from '../../schema.ts';
import { actIn } from './act-in.ts';
import { contactsIn } from './contacts-in.ts';
import { dayIn } from './day-in.ts';
import type { Gazetteer } from './gazetteer.ts';
import { fault, IMPORT_FIELDS, type Column, type Fault, type ImportField, type LineFields, type Note } from './import-fields.ts';
import { kindIn } from './kind-in.ts';
import { membersIn } from './members-in.ts';
import { nameIn } from './name-in.ts';
import { placeIn } from './place-in.ts';
import { workIn } from './themes-in.ts';

/** What a line is understood with: the places, the division looked in first, what the list is said to hold, and the day. */
export type LineContext = Readonly<{
	gazetteer: Gazetteer;
	scheme: PlaceScheme;
	defaults: Readonly<{ kind: OrganisationKind | null }>;
	today: CalendarDate;
}>;

/** What a line says: what the registry would keep, what was not understood, and what was understood otherwise than it stood. */
export type UnderstoodLine = Readonly<{ fields: LineFields; faults: readonly Fault[]; notes: readonly Note[] }>;

const LONGEST_COLLINE = 80;
// No answer of a list is longer; what is was pasted by mistake, or made to keep the program busy.
const LONGEST_CELL = 2_000;
const FORMULA = /^[=]|^[+@-](?=[A-Za-z]+\()/;

/**
 * Understands one line of a list. Takes its cells and what each column is taken for; the order of the columns says nothing.
 * Nothing is guessed in silence: what is not understood is a fault, what is read otherwise than it stood a note.
 */
export function understandLine(cells: readonly string[], columns: readonly Column[], context: LineContext): UnderstoodLine {
	const whole = saidIn(cells, columns);
	const said = mapped(whole, (text) => (text.length > LONGEST_CELL ? '' : text));
	const { gazetteer, scheme, defaults, today } = context;
	const name = nameIn({ name: said.name, acronym: said.acronym });
	const kind = kindIn(said.kind, { name: name.value.name, byDefault: defaults.kind });
	const place = placeIn(said, gazetteer, scheme);
	const members = membersIn(said);
	const countedOn = dayIn('countedOn', said.countedOn, today);
	const act = actIn(said, today);
	const contacts = contactsIn(said);
	const work = workIn(said);
	const parts = [name, kind, place, members, countedOn, act, contacts, work];
	const fields = {
		...{ ...name.value, formerName: oneLine(said.formerName), kind: kind.value },
		...{ ...place.value, ...members.value, countedOn: countedOn.value },
		...{ act: act.value, contacts: contacts.value, ...work.value },
	};
	return {
		fields,
		faults: inOrder([...parts.flatMap(({ faults }) => faults), ...formulasIn(said), ...tooLongIn(whole), ...longIn(fields)]),
		notes: inOrder(parts.flatMap(({ notes }) => notes)),
	};
}

type Said = Readonly<Record<ImportField, string>>;

// Two columns may hold one kind of answer (two telephones): they are read as one cell of two lines.
function saidIn(cells: readonly string[], columns: readonly Column[]): Said {
	const of = (field: ImportField) => cells.filter((cell, index) => columns[index] === field && cell.trim() !== '').join('\n');
	return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, of(field)])) as Said;
}

// Every field has its entry; the compiler loses that on the way through a list of entries, here and above.
function mapped(said: Said, change: (text: string, field: ImportField) => string): Said {
	return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, change(said[field], field)])) as Said;
}

// Name and act tell their own.
function formulasIn(said: Said): readonly Fault[] {
	const texts = ['acronym', 'formerName', 'colline', 'contactName', 'duty', 'authority', 'services'] as const;
	return texts.filter((field) => FORMULA.test(said[field])).map((field) => fault(field, 'registry.import-formula', { was: said[field] }));
}

function tooLongIn(said: Said): readonly Fault[] {
	const most = (field: ImportField) => (field === 'colline' ? LONGEST_COLLINE : LONGEST_CELL);
	return IMPORT_FIELDS.filter((field) => said[field].length > most(field)).map((field) =>
		fault(field, 'registry.import-too-long', { was: said[field] }),
	);
}

// What was understood may be longer than the registry keeps, though its cell was not.
function longIn({ formerName, act, services }: LineFields): readonly Fault[] {
	const told: readonly (readonly [ImportField, string, number])[] = [
		['formerName', formerName, 160],
		['actNumber', act?.number ?? '', 80],
		['authority', act?.authority ?? '', 120],
		...services.map((service) => ['services', service, 120] as const),
	];
	return told.filter(([, text, most]) => text.length > most).map(([field, was]) => fault(field, 'registry.import-too-long', { was }));
}

function inOrder<T extends Readonly<{ field: ImportField }>>(told: readonly T[]): readonly T[] {
	return [...told].sort((one, other) => IMPORT_FIELDS.indexOf(one.field) - IMPORT_FIELDS.indexOf(other.field));
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
