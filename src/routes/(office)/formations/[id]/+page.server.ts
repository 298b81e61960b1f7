import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { findGroup, listNeeds } from '#capabilities/needs/server/reads.ts';
import { listPersonsOf } from '#capabilities/people/server/reads.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { notYet } from '#capabilities/training/rules/half-days.ts';
import { sessionCount } from '#capabilities/training/rules/session-count.ts';
import { findQuietFace, listTotals, moduleUsed } from '#capabilities/training/server/activities.ts';
import { findSession, listEnrolled, listSeats } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = ['personnes', 'places', 'pratiques'] as const;

/** One session: its plan, its people with their marks, its seats, what was practised; its thread beside it. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		const roles = await rolesAt(reading, visitor.personId, session.scopeId);
		const seats = await listSeats(reading, id);
		const organisations = await listOrganisations(reading, { programmeId: session.programmeId, limit: 5000 });
		const sender = event.url.searchParams.get('organisation') ?? '';
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			tab: TABS.find((tab) => tab === event.url.searchParams.get('onglet')) ?? 'personnes',
			session,
			count: sessionCount(session, today(), roles.size > 0),
			seats,
			organisations,
			sender,
			asking: (await listNeeds(reading, { programmeId: session.programmeId, groupId: session.groupId })).map(({ organisationId }) => organisationId),
			people: await listEnrolled(reading, id),
			quiet: session.discreet ? await findQuietFace(reading, id) : undefined,
			totals: session.discreet ? await listTotals(reading, id) : [],
			taught: await moduleUsed(reading, session.moduleVersionId),
			group: await findGroup(reading, session.groupId),
			known: isId(sender) ? await listPersonsOf(reading, sender) : [],
			may: {
				team: roles.size > 0,
				hold: gives(roles, 'training.hold'),
				plan: gives(roles, 'training.plan') && !programme.closed,
				keep: gives(roles, 'training.keep-attendance'),
				check: gives(roles, 'training.check-practice'),
				fill: may('training.fill-seats'),
			},
		};
	});
};

export const actions: Actions = {
	/** Offers seats to an organisation. */
	seats: async (event) => {
		const failure = await act(event, 'training.offer-seats', (form) => ({
			id: form.id('seats'),
			sessionId: event.params.id,
			organisationId: form.text('organisationId'),
			seats: form.count('seats') ?? 0,
			womenAim: form.count('womenAim'),
			youthAim: form.count('youthAim'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?onglet=places&fait=seats`);
	},
	/** Offers the same number of seats to all organisations that were chosen. */
	offers: async (event) => {
		const failure = await act(event, 'training.offer-seats-to-many', (form) => ({
			sessionId: event.params.id,
			seats: form.count('seats') ?? 0,
			womenAim: form.count('womenAim'),
			youthAim: form.count('youthAim'),
			offers: form.all('organisationIds').map((organisationId) => ({ id: form.id(`seats ${organisationId}`), organisationId })),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?onglet=places&fait=seats`);
	},
	/** Writes how many came to a half-day of a discreet session. */
	count: async (event) => {
		const failure = await act(event, 'training.count-half-day', (form) => ({
			id: form.id(`totals ${form.text('halfDay')}`),
			sessionId: event.params.id,
			halfDay: form.must(form.text('halfDay'), notYet(form.text('halfDay'), today())),
			women: form.count('women') ?? 0,
			men: form.count('men') ?? 0,
			youngWomen: form.count('youngWomen') ?? 0,
			youngMen: form.count('youngMen') ?? 0,
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?onglet=personnes&fait=counted`);
	},
	/** Takes a seat for a person, known or met now. */
	enrol: async (event) => {
		const failure = await act(event, 'training.take-seat', (form) => ({
			id: form.id('enrolment'),
			sessionId: event.params.id,
			organisationId: form.text('organisationId'),
			on: today(),
			person: {
				id: form.text('personId') || form.id('person'),
				fullName: form.text('fullName'),
				sex: form.text('sex'),
				birthYear: form.count('birthYear'),
			},
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?onglet=personnes&fait=enrolled`);
	},
	/** Marks one person at one half-day, from the office. */
	mark: async (event) => {
		const failure = await act(event, 'training.record-attendance', (form) => ({
			id: form.id('mark'),
			sessionId: event.params.id,
			enrolmentId: form.text('enrolmentId'),
			halfDay: form.must(form.text('halfDay'), notYet(form.text('halfDay'), today())),
			mark: form.text('mark'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?onglet=personnes&fait=marked`);
	},
	/** Says that the session was held. */
	hold: async (event) => {
		const failure = await act(event, 'training.hold-session', (form) => ({
			sessionId: event.params.id,
			heldOn: form.day('heldOn', 'past'),
			declarationId: form.id('declaration'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?fait=held`);
	},
	/** Cancels the session, or takes the cancelling back. */
	cancel: async (event) => {
		const failure = await act(event, 'training.cancel-session', (form) => ({
			sessionId: event.params.id,
			cancelled: form.text('cancelled') === 'yes',
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?fait=cancelled`);
	},
	/** Writes what became of the training in one organisation. */
	practice: async (event) => {
		const failure = await act(event, 'training.check-practice', (form) => ({
			id: form.id('practice'),
			sessionId: event.params.id,
			organisationId: form.text('organisationId'),
			checkedOn: form.day('checkedOn', 'past'),
			finding: form.text('finding'),
			evidence: form.text('evidence'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?onglet=pratiques&fait=checked`);
	},
};
