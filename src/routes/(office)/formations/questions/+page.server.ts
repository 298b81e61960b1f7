import { redirect } from '@sveltejs/kit';
import { act } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { newId } from '#kernel/ids.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { filledChoices } from '#capabilities/training/rules/tests/typed-choices.ts';
import { listQuestions } from '#capabilities/training/server/tests.ts';
import type { Actions, PageServerLoad } from './$types';

const STATES = ['asked', 'retired'] as const;
const MOST_CHOICES = 6;

/** The bank of questions, by theme: read by the teams of the programme, kept by its coordinator. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { searchParams } = event.url;
	const theme = THEMES.find((known) => known === searchParams.get('theme')) ?? '';
	const state = STATES.find((known) => known === searchParams.get('etat')) ?? 'asked';
	return event.locals.app.readers.as(visitor.personId, async (reading) => ({
		form: newId(),
		done: searchParams.get('fait') ?? '',
		questionId: searchParams.get('ligne') ?? '',
		filters: { theme, state },
		states: STATES,
		themes: THEMES,
		boxes: MOST_CHOICES,
		questions: await listQuestions(reading, { programmeId: programme.id, theme, retired: state === 'retired' }),
		mayKeep: gives(await rolesAt(reading, visitor.personId, programme.id), 'training.keep-catalogue') && !programme.closed,
	}));
};

export const actions: Actions = {
	/** Puts a question into the bank. */
	add: async (event) => {
		const { programme } = await standing(event);
		const failure = await act(event, 'training.add-question', (form) => {
			const filled = filledChoices(
				Array.from({ length: MOST_CHOICES }, (_, at) => form.text(`choice ${at}`)),
				form.text('right'),
			);
			return {
				...{ id: form.id('question'), programmeId: programme.id, theme: form.text('theme'), words: form.text('words') },
				...form.must(isRefusal(filled) ? {} : filled, isRefusal(filled) ? filled : undefined),
			};
		});
		if (failure) return failure;
		redirect(303, '/formations/questions?fait=added');
	},
	/** Takes a question out of the bank, or puts it back; the list keeps its filter. */
	retire: async (event) => {
		const told = { fait: '', ligne: '', theme: '', etat: '' };
		const failure = await act(event, 'training.retire-question', (form) => {
			const retired = form.text('retired') === 'yes';
			const questionId = form.text('questionId');
			Object.assign(told, { fait: retired ? 'retired' : 'back', ligne: questionId, theme: form.text('theme'), etat: form.text('etat') });
			return { questionId, retired };
		});
		if (failure) return failure;
		redirect(303, `/formations/questions?${new URLSearchParams(told).toString()}`);
	},
};
