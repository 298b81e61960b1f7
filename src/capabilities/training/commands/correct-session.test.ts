import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { quietFaces } from '../activity-schema.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, sessions } from '../schema.ts';
import { correctSession } from './correct-session.ts';

const session = aSession({ halfDays: ['2026-04-10 am', '2026-04-10 pm'] });
const came = [attendance, aMark(anEnrolment(session))] as const;
const correct = (more: object, of = session, others: Parameters<typeof judged>[2] = []) =>
	judged(correctSession, { sessionId: of.id, ...more }, [[sessions, of], ...(others ?? [])]);

describe('correct a session', () => {
	it('moves it to other days, and the day of its practice with them', async () => {
		const decision = await correct({ halfDays: ['2026-05-03 pm', '2026-05-02 am'], venue: 'Salle' });
		expect(rowsInto(sessions, decision)).toMatchObject([
			{ firstOn: '2026-05-02', lastOn: '2026-05-03', checkOn: '2026-11-03', halfDays: ['2026-05-02 am', '2026-05-03 pm'], venue: 'Salle' },
		]);
		expect(decision).toMatchObject({ events: [{ name: 'answer.moved', on: '2026-05-02' }] });
	});

	it('keeps a half-day where somebody was marked present, and may add others', async () => {
		expect(verdictOf(await correct({ halfDays: ['2026-04-10 pm'] }, session, [came]))).toBe('training.half-day-counted');
		expect(verdictOf(await correct({ halfDays: ['2026-04-10 am', '2026-04-11 am'] }, session, [came]))).toBe('applied');
	});

	it('tells others the province alone when it is discreet, and its team the rest', async () => {
		const quiet = aSession({ discreet: true, placeCode: 'BI1' });
		const place = { placeScheme: '2025', placeCode: 'BI104' };
		const decision = await correct({ place, venue: 'Chez Dieudonné', trainers: [{ name: 'Marie', from: '' }], quietFaceId: newId() }, quiet);
		expect(rowsInto(sessions, decision)).toMatchObject([{ placeCode: 'BI1', venue: '', trainers: [] }]);
		expect(rowsInto(quietFaces, decision)).toMatchObject([{ placeCode: 'BI104', venue: 'Chez Dieudonné', scopeId: quiet.scopeId }]);
	});

	it('refuses one that was held or cancelled, and a half-day written twice', async () => {
		for (const state of ['held', 'cancelled'] as const)
			expect(verdictOf(await correct({ title: 'Autre titre' }, { ...session, state, heldOn: state === 'held' ? session.lastOn : null }))).toBe(
				'training.session-over',
			);
		expect(verdictOf(await correct({ halfDays: ['2026-04-10 am', '2026-04-10 am'] }))).toBe('training.half-day-twice');
	});
});
