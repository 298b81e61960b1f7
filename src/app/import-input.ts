import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import type { OrganisationKind } from '#capabilities/registry/index.ts';
import type { UnderstoodList } from '#capabilities/registry/server/understood-lists.ts';
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
	const { head = [], rows = [], left = [] } = list.sheets[sheet] ?? {};
	return {
		...{ id: importId, partnerId, fileName: wanted.file.fileName, digest, readOn, head, kindByDefault: kind, placeScheme: scheme },
		columns: (guesses[sheet] ?? []).map(({ field }) => field),
		notes: [
			...(list.mended ? ['registry.import-note-mended'] : []),
			...(left.some(({ why }) => why === 'total') ? ['registry.import-note-totals'] : []),
			...(list.sheets.length > 1 ? ['registry.import-note-sheets'] : []),
		],
		lines: rows.map(({ number, cells }, at) => ({
			id: derivedId(`line ${importId} ${number}`),
			// It follows from what the line says, so that the same line of another file names the same organisation.
			organisationId: derivedId(`imported ${partnerId} ${JSON.stringify(lines?.[at]?.fields ?? cells)}`),
			...{ number, cells, candidates: [] },
			...lines?.[at],
		})),
	};
}
