import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { addDays } from '#kernel/calendar-date.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findGroup } from '#capabilities/needs/server/reads.ts';
import { listPersonsOf } from '#capabilities/people/server/reads.ts';
import { feedbackOf } from '#capabilities/training/rules/coaching/feedback.ts';
import { standingScores, visitScore } from '#capabilities/training/rules/coaching/visit-score.ts';
import { findChecklist, findVisit, listCommitments, listCorrections, listScoredVisits } from '#capabilities/training/server/coaching.ts';
import { sessionNames } from '#capabilities/training/server/reads.ts';
import { followCommitment } from '../../follow-commitment.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS_TO_DO = 60;

/** One visit: what it came to and what it tells, what will be done by whom, and the organisation's word on it. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const visit = await findVisit(reading, id);
		const checklist = visit && (await findChecklist(reading, visit.checklistId));
		if (!visit || !checklist) error(404, 'not-found');
		const roles = await rolesAt(reading, visitor.personId, visit.organisationId);
		const mayCoach = gives(roles, 'training.coach') && !programme.closed;
		const corrections = (await listCorrections(reading, visit.organisationId)).filter(({ visitId }) => visitId === id);
		const scores = standingScores(visit.scores, corrections);
		const on = visit.heldOn ?? visit.plannedFor;
		const before = (await listScoredVisits(reading, visit.organisationId)).findLast((other) => other.id !== id && other.heldOn <= on);
		const commitments = await listCommitments(reading, visit.organisationId);
		return {
			...{ form: newId(), today: today(), done: event.url.searchParams.get('fait') ?? '', dueBy: addDays(today(), DAYS_TO_DO) },
			...{ visit, sections: checklist.sections, corrections, account: visitor.fullName },
			score: visitScore(checklist.sections, scores),
			scoreBefore: before && { on: before.heldOn, ...visitScore(before.sections, before.scores), isSame: before.familyId === checklist.familyId },
			feedback: feedbackOf(checklist.sections, scores, before?.scores),
			commitments: commitments.filter(({ visitId }) => visitId === id),
			earlier: commitments.filter(({ visitId, state, visitedOn }) => visitId !== id && state === 'open' && visitedOn <= on),
			group: visit.groupId ? await findGroup(reading, visit.groupId) : undefined,
			session: visit.sessionId ? (await sessionNames(reading, [visit.sessionId])).get(visit.sessionId) : undefined,
			persons: mayCoach && !visit.agreedOn ? await listPersonsOf(reading, visit.organisationId) : [],
			may: { coach: mayCoach, agree: gives(roles, 'training.agree-visit'), follow: gives(roles, 'training.follow-commitment') },
		};
	});
};

export const actions: Actions = {
	/** Says that the visit was held. */
	hold: async (event) => {
		const failure = await act(event, 'training.hold-visit', (form) => ({ visitId: event.params.id, heldOn: form.day('heldOn', 'past') }));
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${event.params.id}?fait=held`);
	},
	/** Cancels the visit, or takes the cancelling back. */
	cancel: async (event) => {
		const failure = await act(event, 'training.cancel-visit', (form) => ({
			...{ visitId: event.params.id, organisationId: form.text('organisationId'), cancelled: form.text('cancelled') === 'yes' },
		}));
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${event.params.id}?fait=${event.url.searchParams.has('remettre') ? 'restored' : 'cancelled'}`);
	},
	/** Writes what will be done. */
	commit: async (event) => {
		const failure = await act(event, 'training.make-commitment', (form) => ({
			...{ id: form.id('commitment'), visitId: event.params.id, words: form.text('words') },
			...{ personId: form.text('personId') || null, personName: form.text('personName'), dueOn: form.day('dueOn', 'future') },
		}));
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${event.params.id}?fait=committed#engagements`);
	},
	/** Follows what was promised. */
	follow: (event) => followCommitment(event, `/accompagnement/visites/${event.params.id}`),
	/** The organisation's word, on the device of whoever visits. */
	agreeHere: async (event) => {
		const failure = await act(event, 'training.agree-on-the-spot', (form) => ({
			...{ visitId: event.params.id, name: form.text('name'), duty: form.text('duty'), agreedOn: form.day('agreedOn', 'past') },
		}));
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${event.params.id}?fait=agreed`);
	},
	/** The leader's word, from her own account. */
	agree: async (event) => {
		const name = event.locals.visitor?.fullName ?? '';
		const failure = await act(event, 'training.agree-visit', (form) => ({
			...{ visitId: event.params.id, name, duty: form.text('duty'), agreedOn: today() },
		}));
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${event.params.id}?fait=agreed`);
	},
	/** Corrects one point of an agreed visit, with the reason. */
	correct: async (event) => {
		const failure = await act(event, 'training.correct-visit', (form) => ({
			...{ id: form.id('correction'), visitId: event.params.id, why: form.text('why'), correctedOn: today() },
			points: [{ pointId: form.text('pointId'), score: form.text('score') === 'na' ? null : form.count('score') }],
		}));
		if (failure) return failure;
		redirect(303, `/accompagnement/visites/${event.params.id}?fait=corrected`);
	},
};
