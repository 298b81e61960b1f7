import { redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import type { Actions } from './$types';

const markOf = (text: string) => (text === '' ? null : Number(text));

/** How a group is judged, moved, opened to all and undone on its page. */
export const orderingActs: Actions = {
	/** Judges what no record can count: fit to the aims, feasibility. */
	mark: async (event) => {
		const failure = await act(event, 'needs.judge-group', (form) => ({
			groupId: event.params.id,
			aimsMark: markOf(form.text('aimsMark')),
			feasibilityMark: markOf(form.text('feasibilityMark')),
			markWords: form.text('markWords'),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=marked`);
	},
	/** Gives the group another rank, with the reason all will read. */
	move: async (event) => {
		const { programme } = await standing(event);
		const failure = await act(event, 'needs.move-group', (form) => ({
			groupId: event.params.id,
			programmeId: programme.id,
			rank: form.count('rank'),
			reason: form.text('moveReason'),
			movedOn: today(),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=moved`);
	},
	/** Lets every organisation of the programme read the heading and say "us too". */
	open: async (event) => {
		const failure = await act(event, 'needs.open-group', (form) => ({ groupId: event.params.id, headingId: form.id('heading'), openedOn: today() }));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=opened`);
	},
	/** Closes the heading to those who are not in the group. */
	close: async (event) => {
		const failure = await act(event, 'needs.close-group', () => ({ groupId: event.params.id }));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=closed`);
	},
	/** Undoes a grouping: the needs are to be grouped again. */
	part: async (event) => {
		const failure = await act(event, 'needs.part-needs', (form) => ({ groupId: event.params.id, needIds: form.all('needId') }));
		if (failure) return failure;
		redirect(303, '/besoins?onglet=a-classer&fait=parted');
	},
};
