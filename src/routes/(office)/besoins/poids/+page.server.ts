import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { listWeightings, weightingNow } from '#capabilities/needs/server/headings.ts';
import type { Actions, PageServerLoad } from './$types';
import { CRITERIA } from '#capabilities/needs/choices.ts';

/** What makes a score: the weights that hold, how each mark is found, and what held before. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!visitor.roles.some(({ role }) => role !== 'donor' && role !== 'administrator')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => ({
		form: newId(),
		done: event.url.searchParams.get('fait') ?? '',
		now: await weightingNow(reading, programme.id),
		settings: await listWeightings(reading, programme.id),
		mayWeigh: may('needs.decide') && !programme.closed,
	}));
};

export const actions: Actions = {
	/** Sets the weights, with the reason all will read. */
	default: async (event) => {
		const { programme } = await standing(event);
		const failure = await act(event, 'needs.weigh-criteria', (form) => ({
			id: form.id('weights'),
			programmeId: programme.id,
			weights: Object.fromEntries(CRITERIA.map((criterion) => [criterion, Number(form.text(criterion))])),
			answerWithinDays: form.count('answerWithinDays'),
			reason: form.text('reason'),
			setOn: today(),
		}));
		if (failure) return failure;
		redirect(303, '/besoins/poids?fait=weighed');
	},
};
