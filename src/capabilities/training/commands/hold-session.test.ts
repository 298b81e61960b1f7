import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, sessions, type Session } from '../schema.ts';
import { cancelSession, holdSession } from './hold-session.ts';

const session = aSession();
const enrolment = anEnrolment(session);
const came = [[attendance, aMark(enrolment, 'late')]] as const;
const away = [[attendance, aMark(enrolment, 'absent')]] as const;
const hold = (of: Session, marks: Parameters<typeof judged>[2], heldOn = '2026-04-10') =>
	judged(holdSession, { sessionId: of.id, heldOn }, [[sessions, of], ...(marks ?? [])]);

describe('hold a session', () => {
	it('says it was held, and tells those who keep the needs it answers', async () => {
		const decision = await hold(session, came);
		expect(rowsInto(sessions, decision)).toMatchObject([{ state: 'held', heldOn: '2026-04-10' }]);
		expect(decision).toMatchObject({ events: [{ name: 'answer.moved', state: 'held', groupId: session.groupId }] });
	});

	it('refuses when nobody was marked present', async () => {
		expect(verdictOf(await hold(session, away))).toBe('training.nobody-came');
		expect(verdictOf(await hold(session, []))).toBe('training.nobody-came');
	});

	it('refuses before its last day, and says which that is', async () => {
		const long = aSession({ halfDays: ['2026-04-10 am', '2026-04-11 am'], lastOn: '2026-04-11' as never });
		const marks = [[attendance, aMark(anEnrolment(long), 'present')]] as const;
		expect(await hold(long, marks, '2026-04-10')).toMatchObject({ key: 'training.held-before-last-day', params: { last: '2026-04-11' } });
		expect(rowsInto(sessions, await hold(long, marks, '2026-04-11'))).toMatchObject([{ state: 'held' }]);
	});

	it('refuses before its first day, and twice', async () => {
		expect(verdictOf(await hold(session, came, '2026-04-09'))).toBe('training.held-before-first-day');
		expect(verdictOf(await hold({ ...session, state: 'held', heldOn: '2026-04-10' as never }, came))).toBe('training.session-over');
	});
});

describe('cancel a session', () => {
	const cancel = (of: Session, cancelled: boolean, marks: Parameters<typeof judged>[2] = []) =>
		judged(cancelSession, { sessionId: of.id, cancelled }, [[sessions, of], ...(marks ?? [])]);

	it('is taken back as easily', async () => {
		const [cancelled] = rowsInto(sessions, await cancel(session, true, away));
		expect(cancelled?.state).toBe('cancelled');
		expect(rowsInto(sessions, await cancel(cancelled as Session, false))).toMatchObject([{ state: 'planned' }]);
	});

	it('refuses where people came, and for one that was held', async () => {
		expect(verdictOf(await cancel(session, true, came))).toBe('training.people-came');
		expect(verdictOf(await cancel({ ...session, state: 'held', heldOn: '2026-04-10' as never }, true))).toBe('training.session-over');
	});
});
