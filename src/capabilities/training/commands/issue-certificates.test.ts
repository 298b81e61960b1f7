import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { persons } from '../../people/index.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { readSheetCode } from '../rules/sheet-code.ts';
import { attendance, enrolments, sessions } from '../schema.ts';
import { certificates, type Certificate } from '../test-schema.ts';
import { issueCertificates, revokeCertificate } from './issue-certificates.ts';

const session = aSession({ state: 'held', heldOn: '2026-04-10' as never });
const [marie, pierre] = [aPerson({ fullName: 'Marie Nshimirimana' }), aPerson({ fullName: 'Pierre Bizimana' })];
const place = (person: typeof marie) => anEnrolment(session, { personId: person.id, organisationId: person.organisationId });
const [hers, his] = [place(marie), place(pierre)];
const rows = [
	...[[sessions, session] as const, [persons, marie] as const, [persons, pierre] as const, [enrolments, hers] as const, [enrolments, his] as const],
	...[[attendance, aMark(hers)] as const, [attendance, aMark(his, 'absent')] as const],
];
type Given = { others?: readonly Certificate[]; of?: typeof session; issuedOn?: string };
const issue = (places: readonly (typeof hers)[], { others = [], of = session, issuedOn = '2026-04-12' }: Given = {}) =>
	judged(issueCertificates, { sessionId: of.id, issuedOn, certificates: places.map(({ id: enrolmentId }) => ({ id: newId(), enrolmentId })) }, [
		[sessions, of],
		...rows.slice(1),
		...others.map((one) => [certificates, one] as const),
	]);

describe('certificates', () => {
	it('bear the name, and a number whose misread letter is found', async () => {
		const [given] = rowsInto(certificates, await issue([hers])) as [Certificate];
		expect(given).toMatchObject({ fullName: 'Marie Nshimirimana', scopeId: hers.organisationId, revokedOn: null });
		expect(given.number).toMatch(/^FM-0001-001-[0-9A-Z]{2}$/);
		expect(readSheetCode(given.number).kind).toBe('sound');
		expect(certificates.seenBy(given)).toEqual([session.scopeId]);
	});

	it('are for who was there four half-days of five, all or none', async () => {
		expect(await issue([hers, his])).toMatchObject({ key: 'training.present-too-little', params: { name: 'Pierre Bizimana' } });
	});

	it('are given once: who has one keeps it, and a new one follows one that was taken back', async () => {
		const [given] = rowsInto(certificates, await issue([hers])) as [Certificate];
		expect(rowsInto(certificates, await issue([hers], { others: [given] }))).toEqual([]);
		const back = await judged(
			revokeCertificate,
			{ certificateId: given.id, sessionId: session.id, revokedOn: '2026-05-01', reason: 'Nom mal écrit' },
			[[certificates, given]],
		);
		const [revoked] = rowsInto(certificates, back) as [Certificate];
		expect(revoked).toMatchObject({ revokedOn: '2026-05-01', reason: 'Nom mal écrit' });
		expect((rowsInto(certificates, await issue([hers], { others: [revoked] })) as [Certificate])[0].number).toMatch(/^FM-0001-002-/);
		expect(
			verdictOf(
				await judged(revokeCertificate, { certificateId: given.id, sessionId: session.id, revokedOn: '2026-05-02', reason: 'Encore' }, [
					[certificates, revoked],
				]),
			),
		).toBe('training.certificate-revoked');
	});

	it('are not given before the end, nor for a session that was not held', async () => {
		expect(verdictOf(await issue([hers], { issuedOn: '2026-04-09' }))).toBe('training.certificate-before-end');
		expect(verdictOf(await issue([hers], { of: { ...session, state: 'planned', heldOn: null } }))).toBe('training.not-held-yet');
	});
});
