import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { persons } from '../../people/index.ts';
import { sheetCode } from '../rules/sheet-code.ts';
import { earnsCertificate, presenceOf } from '../rules/tests/presence.ts';
import { attendance, enrolments, sessions } from '../schema.ts';
import { certificates, type Certificate } from '../test-schema.ts';

/**
 * Issues certificates to many persons of a held session at once, each under the name she has now and a number with two check
 * characters. Who has one that stands is passed over. Refuses a session that was not held, and a person present at less than four
 * fifths of its half-days.
 */
export const issueCertificates = defineCommand({
	name: 'training.issue-certificates',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({
		...{ sessionId: id, issuedOn: day },
		certificates: v.pipe(v.array(v.object({ id, enrolmentId: id })), v.minLength(1), v.maxLength(500)),
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, certificates: asked }) {
		const places = (await records.list(enrolments, { sessionId, withdrawn: false })).filter((one) =>
			asked.some(({ enrolmentId }) => enrolmentId === one.id),
		);
		return {
			session: await records.find(sessions, sessionId),
			places,
			people: await Promise.all(places.map(({ personId }) => records.find(persons, personId))),
			marks: await records.list(attendance, { sessionId }),
			issued: await records.list(certificates, { sessionId }),
		};
	},

	decide({ session, places, people, marks, issued }, { issuedOn, certificates: asked }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state !== 'held') return refuse('training.not-held-yet', { code: session.code });
		if (issuedOn < session.lastOn) return refuse('training.certificate-before-end', { last: session.lastOn });
		if (places.length < new Set(asked.map(({ enrolmentId }) => enrolmentId)).size) return refuse('training.not-on-the-list');
		const given: Certificate[] = [];
		for (const [at, place] of places.entries()) {
			const person = people[at];
			const wanted = asked.find(({ enrolmentId }) => enrolmentId === place.id);
			if (typeof person !== 'object' || !wanted) return refuse('training.not-on-the-list');
			if (issued.some(({ enrolmentId, revokedOn }) => enrolmentId === place.id && !revokedOn)) continue;
			const hers = Object.fromEntries(marks.filter(({ personId }) => personId === place.personId).map(({ halfDay, mark }) => [halfDay, mark]));
			if (!earnsCertificate(presenceOf(session.halfDays, hers))) return refuse('training.present-too-little', { name: person.fullName });
			const next = String(issued.length + given.length + 1).padStart(3, '0');
			given.push({
				...{ id: wanted.id, scopeId: place.organisationId, organisationId: place.organisationId, partnerScopeId: session.scopeId },
				...{ sessionId: session.id, enrolmentId: place.id, number: sheetCode(`${session.code}-${next}`), fullName: person.fullName },
				...{ issuedOn, revokedOn: null, reason: '' },
			});
		}
		return { writes: given.map((certificate) => add(certificates, certificate)) };
	},
});

/** Takes a certificate back, with the reason: whoever checks it learns that it does not stand. It is not given again; another one may be. */
export const revokeCertificate = defineCommand({
	name: 'training.revoke-certificate',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({ certificateId: id, sessionId: id, revokedOn: day, reason: paragraph(3, 300) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ certificateId }) => [[certificates, certificateId]],

	async gather(records, { certificateId }) {
		return { certificate: await records.find(certificates, certificateId) };
	},

	decide({ certificate }, { sessionId, revokedOn, reason }) {
		if (typeof certificate !== 'object' || certificate.sessionId !== sessionId) return refuse('platform.not-permitted');
		if (certificate.revokedOn) return refuse('training.certificate-revoked', { on: certificate.revokedOn });
		return { writes: [put(certificates, { ...certificate, revokedOn, reason })] };
	},
});
