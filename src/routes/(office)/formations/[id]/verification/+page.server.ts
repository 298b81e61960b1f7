import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { accountNames } from '#platform/access/door/accounts.ts';
import { isId, newId } from '#kernel/ids.ts';
import { FOUND_AGAIN } from '#capabilities/training/activity-schema.ts';
import { standingOf } from '#capabilities/training/rules/declared.ts';
import { wasThere } from '#capabilities/training/rules/half-days.ts';
import { differsTooMuch, sampleToAsk } from '#capabilities/training/rules/recount.ts';
import { findDeclaration } from '#capabilities/training/server/activities.ts';
import { findSession, listEnrolled } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** How far a session's figures are on their way to the donor, and the sample that another person asks again. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		const roles = session ? await rolesAt(reading, visitor.personId, session.scopeId) : new Set<never>();
		if (!session || roles.size === 0 || session.state !== 'held') error(404, 'not-found');
		const declaration = await findDeclaration(reading, id);
		const people = [declaration?.declaredBy, declaration?.verifiedBy, declaration?.publishedBy];
		const names = await accountNames(
			reading,
			people.flatMap((each) => each ?? []),
		);
		const [declarer, verifier, publisher] = people.map((each) => (each && names.get(each)) ?? '');
		const came = (await listEnrolled(reading, id)).filter(({ marks }) => Object.values(marks).some(wasThere));
		const drawn = new Set(
			sampleToAsk(
				id,
				came.map(({ enrolmentId }) => enrolmentId),
			),
		);
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			session,
			declaration,
			by: { declarer, verifier, publisher },
			standing: standingOf(declaration),
			isOwn: declaration?.declaredBy === visitor.personId,
			changed: declaration && declaration.persons !== session.came ? { then: declaration.persons, now: session.came } : undefined,
			differs: declaration?.verifiedOn ? differsTooMuch(declaration.asked ?? 0, declaration.confirmed ?? 0) : false,
			sample: came
				.filter(({ enrolmentId }) => drawn.has(enrolmentId))
				.map(({ enrolmentId, fullName, organisation }) => ({ enrolmentId, fullName, organisation })),
			found: FOUND_AGAIN,
			may: { verify: gives(roles, 'training.verify'), publish: gives(roles, 'training.publish') },
		};
	});
};

export const actions: Actions = {
	/** Says what the recount found. */
	verify: async (event) => {
		const failure = await act(event, 'training.verify-session', (form) => ({
			sessionId: event.params.id,
			verifiedOn: form.day('verifiedOn', 'past'),
			sample: form.all('asked').map((enrolmentId) => ({ enrolmentId, found: form.text(`found ${enrolmentId}`) })),
			recounted: form.count('recounted'),
			words: form.text('words'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/verification?fait=verified`);
	},
	/** Publishes what was verified. */
	publish: async (event) => {
		const failure = await act(event, 'training.publish-session', (form) => ({
			sessionId: event.params.id,
			publishedOn: today(),
			words: form.text('words'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/verification?fait=published`);
	},
	/** Takes the last step back. */
	back: async (event) => {
		const failure = await act(event, 'training.take-back-standing', () => ({ sessionId: event.params.id }));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/verification?fait=taken-back`);
	},
};
