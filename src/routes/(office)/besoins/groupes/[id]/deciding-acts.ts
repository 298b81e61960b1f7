import { redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import type { Actions } from './$types';

/** What is decided, told, noted and reopened on the page of a group. */
export const decidingActs: Actions = {
	/** Decides, with the reason the organisations will read. */
	decide: async (event) => {
		const failure = await act(event, 'needs.decide-group', (form) => ({
			groupId: event.params.id,
			decision: form.text('decision'),
			reason: form.text('reason'),
			decidedOn: form.day('decidedOn', 'past'),
			promisedFor: form.dayOrNone('promisedFor'),
			lookAgainOn: form.text('decision') === 'deferred' ? form.dayOrNone('lookAgainOn') : null,
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=decided`);
	},
	/** Tells every organisation that waits, on a day. */
	answer: async (event) => {
		const failure = await act(event, 'needs.answer-group', (form) => ({
			groupId: event.params.id,
			words: form.text('words'),
			answeredOn: form.day('answeredOn', 'past'),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=answered`);
	},
	/** Opens the group again: the answer was not enough. */
	reopen: async (event) => {
		const failure = await act(event, 'needs.reopen-group', (form) => ({
			groupId: event.params.id,
			reason: form.text('reopenedWhy'),
			reopenedOn: form.day('reopenedOn', 'past'),
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=reopened`);
	},
	/** Writes down an answer of a kind that nothing else keeps. */
	note: async (event) => {
		const failure = await act(event, 'needs.note-answer', (form) => ({
			groupId: event.params.id,
			id: form.id('answer'),
			kind: form.text('kind'),
			label: form.text('label'),
			on: form.day('on'),
			state: form.text('state') || 'planned',
		}));
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=noted`);
	},
	/** Corrects an answer that was written down, each changed field with what it was. */
	amend: async (event) => {
		const failure = await act(event, 'needs.correct-answer', (form) => {
			const changed = (name: string, becomes: string) =>
				form.text(`was.${name}`) === becomes ? undefined : { was: form.text(`was.${name}`), becomes };
			return {
				groupId: event.params.id,
				answerId: form.text('answerId'),
				label: changed('label', form.text('label').trim()),
				on: changed('on', form.day('on')),
				state: changed('state', form.text('state')),
			};
		});
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${event.params.id}?fait=noted`);
	},
};
