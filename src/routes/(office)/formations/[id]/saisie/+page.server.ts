import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { receiveSheetScan } from '#app/receiving-sheet-scans.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findSession, listSeats } from '#capabilities/training/server/reads.ts';
import { findLastTyped, listSheet, listSheetScans } from '#capabilities/training/server/sheet-reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The attendance of a session as a grid, to type a paper sheet in: for the team of the partner that holds it. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, session.scopeId), 'training.keep-attendance')) error(403, 'not-permitted');
		if (session.discreet) redirect(303, `/formations/${id}`);
		const people = await listSheet(reading, id);
		const seats = await listSeats(reading, id);
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			session,
			people,
			senders: seats.flatMap(({ organisationId, organisation }) => (organisation ? [{ id: organisationId, name: organisation }] : [])),
			last: await findLastTyped(reading, id),
			scans: await listSheetScans(reading, id),
		};
	});
};

function backTo(event: RequestEvent<{ id: string }>, done: string): never {
	redirect(303, `/formations/${event.params.id}/saisie?fait=${done}#fiches`);
}

export const actions: Actions = {
	/** Puts the last saving back. */
	putBack: async (event) => {
		const failure = await act(event, 'training.put-sheet-back', (form) => ({ sessionId: event.params.id, typedId: form.text('typedId') }));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/saisie?fait=put-back`);
	},
	/** Keeps a photograph or a scan of the signed sheet. */
	scan: async (event) => {
		const failure = await receiveSheetScan(event, event.params.id);
		if (failure) return failure;
		backTo(event, 'scan');
	},
	/** Retires a scan with the reason, or puts it back. */
	retire: async (event) => {
		const failure = await act(event, 'training.retire-sheet-scan', (form) => ({
			...{ sessionId: event.params.id, scanId: form.text('scanId'), retired: form.text('retired') },
		}));
		if (failure) return failure;
		backTo(event, 'retired');
	},
};
