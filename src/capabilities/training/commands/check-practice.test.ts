import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anEnrolment, aSession } from '../builders.ts';
import { enrolments, practices, sessions, type Session } from '../schema.ts';
import { checkPractice } from './check-practice.ts';

const held = aSession({ state: 'held', heldOn: '2026-04-10' as never });
const sent = anEnrolment(held);
const asked = {
	id: newId(),
	sessionId: held.id,
	organisationId: sent.organisationId,
	checkedOn: '2026-10-12',
	finding: 'partly',
	evidence: 'Le cahier est tenu, sans signature.',
};
const judge = (of: Session, more: object = {}, also: Parameters<typeof judged>[2] = [[enrolments, sent]]) =>
	judged(checkPractice, { ...asked, ...more }, [[sessions, of], ...(also ?? [])]);

describe('check the practice', () => {
	it('keeps what was found and what shows it, and counts it', async () => {
		const decision = await judge(held);
		expect(rowsInto(practices, decision)).toMatchObject([{ finding: 'partly', evidence: asked.evidence, partnerScopeId: held.scopeId }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.practice-checked', amount: 1 }] });
	});

	it('found again, is the newest finding of the organisation and no second one', async () => {
		const [before] = rowsInto(practices, await judge(held));
		const decision = await judge(held, { id: newId(), finding: 'applied' }, [
			[enrolments, sent],
			[practices, before as never],
		]);
		expect(rowsInto(practices, decision)).toEqual([{ ...before, finding: 'applied' }]);
	});

	it('at three months is a finding of its own, told apart from the one that is counted', async () => {
		const [sixth] = rowsInto(practices, await judge(held));
		const decision = await judge(held, { id: newId(), moment: 3, checkedOn: '2026-07-10', finding: 'not' }, [
			[enrolments, sent],
			[practices, sixth as never],
		]);
		expect(rowsInto(practices, decision)).toMatchObject([{ moment: 3, finding: 'not' }]);
		expect(rowsInto(practices, decision)[0]?.id).not.toBe(sixth?.id);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.practice-first-look' }] });
		expect(await judge(held, { moment: 3, checkedOn: '2026-07-09' })).toMatchObject({ params: { from: '2026-07-10' } });
	});

	it('refuses before six months have passed, and says from when', async () => {
		expect(await judge(held, { checkedOn: '2026-10-09' })).toMatchObject({ key: 'training.practice-too-early', params: { from: '2026-10-10' } });
	});

	it('refuses for a session that was not held, and an organisation that sent nobody', async () => {
		expect(verdictOf(await judge({ ...held, state: 'planned', heldOn: null }))).toBe('training.not-held-yet');
		expect(verdictOf(await judge(held, {}, []))).toBe('training.sent-nobody');
	});
});
