import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { declarations, totals, type Declaration } from '../activity-schema.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { declared } from '../rules/declared.ts';
import { sampleToAsk } from '../rules/recount.ts';
import { attendance, enrolments, sessions } from '../schema.ts';
import { publishSession, takeBackStanding, verifySession } from './verify-session.ts';

const session = aSession({ state: 'held', heldOn: '2026-04-10' as never });
const people = Array.from({ length: 30 }, () => anEnrolment(session));
const marks = people.map((one) => [attendance, aMark(one)] as const);
const listed = [[sessions, session] as const, ...people.map((one) => [enrolments, one] as const), ...marks];
const drawn = sampleToAsk(
	session.id,
	people.map(({ id }) => id),
);
const answers = (agreeing: number) => drawn.map((enrolmentId, at) => ({ enrolmentId, found: at < agreeing ? 'agrees' : 'differs' }));
const byAnother = declared(newId(), session, { declaredOn: '2026-04-10' as never, declaredBy: newId(), persons: 30 });
const verify = (more: object = {}, before: Declaration | undefined = byAnother) =>
	judged(verifySession, { sessionId: session.id, verifiedOn: '2026-04-20', sample: answers(6), recounted: null, ...more }, [
		...listed,
		...(before ? [[declarations, before] as const] : []),
	]);

describe('verify a session', () => {
	it('asks the sample again, and says how many confirm it', async () => {
		expect(drawn).toHaveLength(6);
		const decision = await verify();
		expect(rowsInto(declarations, decision)).toMatchObject([{ id: byAnother.id, asked: 6, confirmed: 6, verifiedBy: ACTOR, persons: 30 }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.verified', activityId: session.id }] });
	});

	it('is refused to the person who declared it', async () => {
		expect(verdictOf(await verify({}, { ...byAnother, declaredBy: ACTOR }))).toBe('training.verify-by-another');
	});

	it('lets nobody choose whom to ask, and needs somebody reached', async () => {
		const [, ...short] = answers(6);
		expect(verdictOf(await verify({ sample: short }))).toBe('training.another-sample');
		const others = people.filter(({ id }) => !drawn.includes(id)).slice(0, 6);
		expect(verdictOf(await verify({ sample: others.map(({ id }) => ({ enrolmentId: id, found: 'agrees' })) }))).toBe('training.another-sample');
		expect(verdictOf(await verify({ sample: drawn.map((enrolmentId) => ({ enrolmentId, found: 'not-reached' })) }))).toBe('training.nobody-reached');
	});

	it('is refused when nobody is known to have declared it', async () => {
		const input = { sessionId: session.id, verifiedOn: '2026-04-20', sample: answers(6), recounted: null };
		expect(verdictOf(await judged(verifySession, input, listed))).toBe('training.declared-by-nobody');
	});

	it('is refused before the session was held, and when it is published', async () => {
		expect(verdictOf(await verify({ verifiedOn: '2026-04-09' }))).toBe('training.verified-before-held');
		const published = {
			...byAnother,
			verifiedOn: session.heldOn,
			verifiedBy: newId(),
			asked: 6,
			confirmed: 6,
			publishedOn: session.heldOn,
			publishedBy: newId(),
		};
		expect(verdictOf(await verify({}, published))).toBe('training.published-already');
	});

	it('counts a discreet session anew from its papers', async () => {
		const quiet = { ...session, id: newId() as Id, discreet: true };
		const counted = {
			id: newId(),
			scopeId: quiet.scopeId,
			sessionId: quiet.id,
			halfDay: '2026-04-10 am',
			women: 8,
			men: 2,
			youngWomen: 0,
			youngMen: 0,
		};
		const told = declared(newId(), quiet, { declaredOn: '2026-04-10' as never, declaredBy: newId(), persons: 10 });
		const rows = [[sessions, quiet] as const, [totals, counted] as const, [declarations, told] as const];
		const input = { sessionId: quiet.id, verifiedOn: '2026-04-20', sample: [] };
		expect(rowsInto(declarations, await judged(verifySession, { ...input, recounted: 9 }, rows))).toMatchObject([
			{ asked: 10, confirmed: 9, persons: 10 },
		]);
		expect(verdictOf(await judged(verifySession, { ...input, recounted: null }, rows))).toBe('training.nobody-reached');
	});
});

describe('publish a session', () => {
	const verified = (confirmed: number): Declaration => ({
		...byAnother,
		...{ verifiedOn: '2026-04-20' as never, verifiedBy: newId(), asked: 6, confirmed },
	});
	const publish = (of: Declaration, more: object = {}, rows = listed) =>
		judged(publishSession, { sessionId: session.id, publishedOn: '2026-05-01', ...more }, [...rows, [declarations, of]]);

	it('makes its figures the donor’s', async () => {
		const decision = await publish(verified(6));
		expect(rowsInto(declarations, decision)).toMatchObject([{ publishedOn: '2026-05-01', publishedBy: ACTOR }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.published' }] });
	});

	it('asks for a word when the recount differs by more than a tenth', async () => {
		expect(verdictOf(await publish(verified(5)))).toBe('training.recount-differs');
		expect(verdictOf(await publish(verified(5), { words: 'Une personne confondait deux sessions.' }))).toBe('applied');
	});

	it('is refused before the verification, and when attendance changed since', async () => {
		expect(verdictOf(await publish(byAnother))).toBe('training.verify-first');
		expect(verdictOf(await publish(verified(6), {}, listed.slice(0, -1)))).toBe('training.changed-since-verified');
	});

	it('is taken back step by step', async () => {
		const back = (of: Declaration) =>
			judged(takeBackStanding, { sessionId: session.id }, [
				[sessions, session],
				[declarations, of],
			]);
		const [published] = rowsInto(declarations, await publish(verified(6))) as [Declaration];
		const first = await back(published);
		expect(first).toMatchObject({ facts: [{ kind: 'training.published', gone: true }] });
		const second = await back((rowsInto(declarations, first) as [Declaration])[0]);
		expect(rowsInto(declarations, second)).toMatchObject([{ verifiedOn: null, sample: [], publishedOn: null }]);
		expect(verdictOf(await back(byAnother))).toBe('training.verify-first');
	});
});
