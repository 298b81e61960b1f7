import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { matchColumns } from '#app/importing.ts';
import { seekTwinsOfImport } from '#app/seeking-twins.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId, type Id } from '#kernel/ids.ts';
import { PLACE_SCHEMES } from '#kernel/place.ts';
import { placeNames } from '#capabilities/programme/server/places.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { countStandings, STANDINGS } from '#capabilities/registry/rules/line-standing.ts';
import { IMPORT_FIELDS } from '#capabilities/registry/rules/import/import-fields.ts';
import { cellsOf, findImport } from '#capabilities/registry/server/import-reads.ts';
import type { Actions, PageServerLoad } from './$types';

const ON_A_PAGE = 50;
const EXAMPLES = 3;
const LOOKED_AT = 40;

/** A list that was read: where its lines stand, those of one standing, and what its columns were taken for. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const found = await findImport(reading, id);
		if (!found) error(404, 'not-found');
		const { list, lines, standings } = found;
		const counts = countStandings(standings.values());
		const { searchParams } = event.url;
		const asked = STANDINGS.find((each) => each === searchParams.get('onglet'));
		const shown = asked ?? STANDINGS.find((each) => counts[each] > 0) ?? 'ready';
		const inside = lines.filter((line) => standings.get(line.id)?.state === shown);
		const page = Math.max(1, Math.min(Number(searchParams.get('page')) || 1, Math.ceil(inside.length / ON_A_PAGE)));
		const samples = await cellsOf(
			reading,
			list.id,
			lines.slice(0, LOOKED_AT).map((line) => line.id),
		);
		const onPage = inside.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
		return {
			form: newId(),
			done: searchParams.get('fait') ?? '',
			list,
			counts,
			shown,
			page,
			pages: Math.ceil(inside.length / ON_A_PAGE),
			total: lines.length,
			elsewhere: lines.filter(({ fields: { placeCode, placeScheme } }) => placeCode !== '' && placeScheme !== list.placeScheme).length,
			lines: onPage.map((line) => ({ ...line, standing: standings.get(line.id) })),
			places: await placeNames(
				reading,
				onPage.flatMap(({ fields: { placeScheme, placeCode } }) => (placeScheme ? [{ placeScheme, placeCode }] : [])),
			),
			examples: list.head.map((_, at) => [...new Set([...samples.values()].map((cells) => cells[at] ?? '').filter(Boolean))].slice(0, EXAMPLES)),
			fields: IMPORT_FIELDS,
			kinds: KINDS,
			schemes: PLACE_SCHEMES,
			inside: inside.length,
			mayImport: gives(await rolesAt(reading, visitor.personId, list.partnerId), 'registry.import'),
		};
	});
};

// The lines that stand where the address says.
async function linesAt(event: RequestEvent<{ id: string }>): Promise<readonly Id[]> {
	const { visitor } = await standing(event);
	const { id } = event.params;
	const found = isId(id) ? await event.locals.app.readers.as(visitor.personId, (reading) => findImport(reading, id)) : undefined;
	const state = event.url.searchParams.get('onglet');
	return [...(found?.standings ?? [])].filter(([, one]) => one.state === state).map(([lineId]) => lineId);
}

export const actions: Actions = {
	/** Takes the columns for other fields: the lines are understood anew. */
	match: async (event) => {
		const failure = await matchColumns(event, event.params.id);
		if (failure) return failure;
		redirect(303, `/organisations/importer/${event.params.id}?fait=matched`);
	},
	/** Registers all that is ready. */
	finish: async (event) => {
		const failure = await act(event, 'registry.finish-import', (form) => ({
			importId: event.params.id,
			partnerId: form.text('partnerId'),
			on: today(),
		}));
		if (failure) return failure;
		await seekTwinsOfImport(event, event.params.id);
		redirect(303, `/organisations/importer/${event.params.id}?fait=imported`);
	},
	/** Leaves out all lines that wait, for one reason. */
	leave: async (event) => {
		const lineIds = await linesAt(event);
		const failure = await act(event, 'registry.leave-import-lines', (form) => ({ importId: event.params.id, lineIds, reason: form.text('reason') }));
		if (failure) return failure;
		redirect(303, `/organisations/importer/${event.params.id}?fait=lines-left&onglet=left`);
	},
	/** Takes lines up again. */
	resume: async (event) => {
		const lineIds = await linesAt(event);
		const failure = await act(event, 'registry.resume-import-lines', () => ({ importId: event.params.id, lineIds }));
		if (failure) return failure;
		redirect(303, `/organisations/importer/${event.params.id}?fait=lines-resumed`);
	},
	/** Sets the whole list aside, or takes it up again. */
	aside: async (event) => {
		const failure = await act(event, 'registry.set-import-aside', (form) => ({
			importId: event.params.id,
			setAside: form.text('setAside') === 'yes',
		}));
		if (failure) return failure;
		redirect(303, `/organisations/importer/${event.params.id}`);
	},
};
