import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import type { OrganisationKind } from '#capabilities/registry/index.ts';
import type { UnderstoodLine, UnderstoodList } from '#capabilities/registry/server/understood-lists.ts';
import { derivedId } from './derived-id.ts';

/** What is known of a list before it is read: whose it is, which file, and how it is to be understood. */
export type ListWanted = Readonly<{
	importId: Id;
	partnerId: Id;
	digest: string;
	readOn: CalendarDate;
	file: Readonly<{ fileName: string }>;
	scheme: PlaceScheme;
	kind: OrganisationKind | null;
}>;

/** Which sheet of a file is the list: the one that holds most lines under a head with names; a workbook often opens with explanations. */
export function fullestSheet({ list, guesses }: UnderstoodList): number {
	const sizes = list.sheets.map(({ rows }, at) => (guesses[at]?.some(({ field }) => field === 'name') ? rows.length : 0));
	return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}

/** The input of `registry.begin-import` for a list that was understood. */
export function importInput(wanted: ListWanted, { list, guesses, lines }: UnderstoodList, sheet: number) {
	const { importId, partnerId, digest, readOn, scheme, kind } = wanted;
	const { head: heads = [], rows = [], left = [] } = list.sheets[sheet] ?? {};
	const head = heads.slice(0, MOST_COLUMNS).map((title) => title.slice(0, LONGEST_HEAD));
	return {
		...{ id: importId, partnerId, fileName: wanted.file.fileName, digest, readOn, head, kindByDefault: kind, placeScheme: scheme },
		columns: (guesses[sheet] ?? []).slice(0, MOST_COLUMNS).map(({ field }) => field),
		notes: [
			...(list.mended ? ['registry.import-note-mended'] : []),
			...(left.some(({ why }) => why === 'total') ? ['registry.import-note-totals'] : []),
			...(heads.length > MOST_COLUMNS ? ['registry.import-note-columns'] : []),
			...(list.sheets.length > 1 ? ['registry.import-note-sheets'] : []),
		],
		lines: rows.map(({ number, cells }, at) => ({
			id: derivedId(`line ${importId} ${number}`),
			// Of this line alone: what it says may be corrected, and two lines may say the same before they are.
			organisationId: derivedId(`imported ${importId} ${number}`),
			...{ number, candidates: [] },
			...kept(cells, lines?.[at]),
		})),
	};
}

// What a list keeps of a line is bounded; what is beyond is said to be, and a person looks at it.
const [MOST_COLUMNS, LONGEST_HEAD, LONGEST_CELL, MOST_CONTACTS, MOST_SERVICES, MOST_FAULTS] = [60, 500, 2000, 12, 20, 60];

function kept(cells: readonly string[], line: UnderstoodLine | undefined) {
	const cut = (text: string) => text.slice(0, LONGEST_CELL);
	const short = cells.slice(0, MOST_COLUMNS).map(cut);
	if (!line) return { cells: short };
	const { contacts, services } = line.fields;
	const beyond = [
		...(contacts.length > MOST_CONTACTS ? [tooMuch('contactName')] : []),
		...(services.length > MOST_SERVICES ? [tooMuch('services')] : []),
		...(cells.some((cell) => cell.length > LONGEST_CELL) ? [tooMuch('name')] : []),
	];
	return {
		cells: short,
		fields: { ...line.fields, contacts: contacts.slice(0, MOST_CONTACTS), services: services.slice(0, MOST_SERVICES).map(cut) },
		faults: [...line.faults.map((fault) => ({ ...fault, was: cut(fault.was) })), ...beyond].slice(0, MOST_FAULTS),
		notes: line.notes.map((note) => ({ ...note, was: cut(note.was), became: cut(note.became) })).slice(0, MOST_FAULTS),
	};
}

function tooMuch(field: string) {
	return { field, key: 'registry.import-beyond', was: '', suggestions: [] };
}
