import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId, type Id } from '#kernel/ids.ts';
import { mayTouch } from '#capabilities/needs/rules/may-touch.ts';
import { findNeed } from '#capabilities/needs/server/reads.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Actions, PageServerLoad } from './$types';
import { saidIn } from '../../said-in.ts';

/** A need to correct, for whoever said or relayed it, until it is answered. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const { need, by } = await touched(reading, event.params.id, visitor.personId);
		return { form: newId(), need, byTeam: by === 'team', themes: THEMES };
	});
};

async function touched(reading: Reading, id: string, personId: Id) {
	const need = isId(id) ? await findNeed(reading, id) : undefined;
	if (!need) error(404, 'not-found');
	const roles = await rolesAt(reading, personId, need.organisationId);
	const by = mayTouch(need, { speaks: gives(roles, 'needs.express'), relays: gives(roles, 'needs.relay') });
	if (!by) error(403, 'not-permitted');
	return { need, by };
}

export const actions: Actions = {
	/** Sends each changed field with what it was and what it becomes. */
	default: async (event) => {
		const { visitor } = await standing(event);
		const { by } = await event.locals.app.readers.as(visitor.personId, (reading) => touched(reading, event.params.id, visitor.personId));
		const failure = await act(event, by === 'team' ? 'needs.correct-relayed-need' : 'needs.correct-need', (form) => {
			const changed = <T>(was: T, becomes: T) => (JSON.stringify(was) === JSON.stringify(becomes) ? undefined : { was, becomes });
			const said = saidIn(form);
			const countWas = form.text('was.touchedCount');
			const touchedWas = { touched: form.text('was.touched').split('\n').filter(Boolean), touchedCount: countWas ? Number(countWas) : null };
			return {
				needId: event.params.id,
				correctedOn: today(),
				words: changed(form.text('was.words').replaceAll('\r\n', '\n'), form.text('words').replaceAll('\r\n', '\n').trim()),
				theme: changed(form.text('was.theme'), form.text('theme')),
				urgency: changed(form.text('was.urgency') || null, said.urgency),
				wished: changed(form.text('was.wished') || null, said.wished),
				touched: changed(touchedWas, { touched: [...said.touched], touchedCount: said.touchedCount }),
			};
		});
		if (failure) return failure;
		redirect(303, `/besoins/${event.params.id}?fait=corrected`);
	},
};
