import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { trainersAsTyped, typedHalfDays, typedTrainers } from '#app/session-form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { writtenPlace } from '#kernel/typed-place.ts';
import { listCommunes } from '#capabilities/programme/server/places.ts';
import { findQuietFace } from '#capabilities/training/server/activities.ts';
import { findSession } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form that corrects a planned session, with what stands. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		if (!gives(await rolesAt(reading, visitor.personId, session.scopeId), 'training.plan')) error(403, 'not-permitted');
		const face = (session.discreet ? await findQuietFace(reading, id) : undefined) ?? session;
		const halves = new Set(session.halfDays.map((halfDay) => halfDay.slice(-2)));
		return {
			form: newId(),
			today: today(),
			session,
			scheme: session.placeScheme,
			communes: await listCommunes(reading, session.placeScheme),
			standing: {
				place: writtenPlace({ scheme: face.placeScheme, code: face.placeCode }),
				venue: face.venue,
				firstOn: session.firstOn,
				lastOn: session.lastOn,
				parts: halves.size === 2 ? 'both' : ([...halves][0] ?? 'both'),
				trainers: trainersAsTyped(face.trainers),
			},
		};
	});
};

export const actions: Actions = {
	/** Corrects the session. */
	default: async (event) => {
		const failure = await act(event, 'training.correct-session', (form) => ({
			sessionId: event.params.id,
			title: form.text('title'),
			place: form.place('place'),
			venue: form.text('venue'),
			halfDays: typedHalfDays(form),
			trainers: typedTrainers(form.text('trainers')),
			quietFaceId: form.id('quiet face'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}?fait=corrected`);
	},
};
