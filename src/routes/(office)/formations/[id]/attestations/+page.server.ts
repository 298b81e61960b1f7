import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { earnsCertificate, presenceOf } from '#capabilities/training/rules/tests/presence.ts';
import { listCertificates } from '#capabilities/training/server/certificates.ts';
import { findSession, listEnrolled } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who earned a certificate of a session, who has one, and what was taken back; an organisation reads those of its own people. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		// Of a discreet activity nobody is named, on a certificate neither.
		if (!session || session.discreet) error(404, 'not-found');
		const roles = await rolesAt(reading, visitor.personId, session.scopeId);
		const certificates = await listCertificates(reading, id);
		const has = new Set(certificates.filter(({ revokedOn }) => !revokedOn).map(({ enrolmentId }) => enrolmentId));
		const people = (await listEnrolled(reading, id)).map(({ enrolmentId, fullName, organisation, marks }) => {
			const presence = presenceOf(session.halfDays, marks);
			return { enrolmentId, fullName, organisation, presence, earns: earnsCertificate(presence) };
		});
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			session,
			team: roles.size > 0,
			certificates,
			earned: people.filter(({ enrolmentId, earns }) => earns && !has.has(enrolmentId)),
			short: people.filter(({ earns, presence }) => !earns && presence > 0),
			mayIssue: gives(roles, 'training.hold'),
		};
	});
};

export const actions: Actions = {
	/** Issues certificates to those who were chosen. */
	issue: async (event) => {
		const failure = await act(event, 'training.issue-certificates', (form) => ({
			sessionId: event.params.id,
			issuedOn: form.day('issuedOn', 'past'),
			certificates: form.all('enrolmentIds').map((enrolmentId) => ({ id: form.id(`certificate ${enrolmentId}`), enrolmentId })),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/attestations?fait=certificates`);
	},
	/** Takes a certificate back. */
	revoke: async (event) => {
		const failure = await act(event, 'training.revoke-certificate', (form) => ({
			certificateId: form.text('certificateId'),
			sessionId: event.params.id,
			revokedOn: today(),
			reason: form.text('reason'),
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/attestations?fait=revoked`);
	},
};
