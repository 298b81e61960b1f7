import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import type { Theme } from '../../../programme/index.ts';
import type { LegalAct, OrganisationKind } from '../../schema.ts';

/** What a column of a list of organisations may hold. `place`, `members` and `act` hold several answers in one cell. */
export const IMPORT_FIELDS = [
	'name',
	'acronym',
	'formerName',
	'kind',
	'province',
	'commune',
	'colline',
	'place',
	'women',
	'men',
	'members',
	'countedOn',
	'act',
	'actNumber',
	'actedOn',
	'authority',
	'contactName',
	'duty',
	'phone',
	'email',
	'themes',
	'services',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What a column is taken for. */
export type Column = ImportField | 'ignore';

/** An answer offered instead of what stood in a cell. Of a kind and a theme the label is the key of its words, else text. */
export type Suggestion = Readonly<{ value: string; label: string }>;

/** What was not understood: where, the key of the sentence that says why (it bears `{was}`), what stood there, and what it may be. */
export type Fault = Readonly<{ field: ImportField; key: string; was: string; suggestions: readonly Suggestion[] }>;

/** What was understood, but not as it stood: the sentence bears `{was}` and `{became}`. */
export type Note = Readonly<{ field: ImportField; key: string; was: string; became: string }>;

export type ImportedContact = Readonly<{ fullName: string; duty: string; phone: string; email: string }>;
/** A legal act as a line tells it; its day is null while it is not understood. */
export type ImportedAct = Pick<LegalAct, 'kind' | 'number' | 'authority'> & Readonly<{ actedOn: CalendarDate | null }>;

/** A line of a list as the registry would keep it. `placeCode` is empty when no commune was found. */
export type LineFields = Readonly<{
	name: string;
	acronym: string;
	formerName: string;
	kind: OrganisationKind | null;
	placeScheme: PlaceScheme;
	placeCode: string;
	colline: string;
	membersWomen: number | null;
	membersMen: number | null;
	countedOn: CalendarDate | null;
	act: ImportedAct | null;
	contacts: readonly ImportedContact[];
	themes: readonly Theme[];
	services: readonly string[];
}>;

/** A part of a line that was read: its value, and what is to be said about it. */
export type Reading<T> = Readonly<{ value: T; faults: readonly Fault[]; notes: readonly Note[] }>;

/** A part that was read as it stood. */
export function read<T>(value: T): Reading<T> {
	return { value, faults: [], notes: [] };
}

/** A fault about a field; no suggestion unless some are given. */
export function fault(
	field: ImportField,
	key: string,
	{ was, suggestions = [] }: Readonly<{ was: string; suggestions?: readonly Suggestion[] }>,
): Fault {
	return { field, key, was, suggestions };
}
