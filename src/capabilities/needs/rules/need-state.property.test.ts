import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { aGroup, aNeed } from '../builders.ts';
import { DECISIONS, VERDICTS } from '../choices.ts';
import { type Group, type Need } from '../schema.ts';
import { knotsOf, needState, NEED_STATES } from './need-state.ts';

const day = fc.constantFrom('2026-03-01', '2026-06-01', null);
const link = fc.record({
	kind: fc.constant('training'),
	id: fc.constant(newId()),
	label: fc.constant('FM'),
	on: fc.constant('2026-04-10'),
	state: fc.constantFrom('planned', 'held', 'cancelled'),
});
const group = fc
	.record({ decision: fc.constantFrom(...DECISIONS, null), answers: fc.array(link, { maxLength: 3 }), promisedFor: day })
	// The dates and states are those of the tables' own shapes.
	.map((given) => aGroup(given as Partial<Group>));
const need = fc
	.record({ relayedBy: fc.constantFrom(newId(), null), confirmedOn: day, answeredOn: day, verdict: fc.constantFrom(...VERDICTS, null) })
	.map((given) => aNeed(given as Partial<Need>));

describe('the state of a need', () => {
	it('is always one of its states, whatever happened in whatever order', () => {
		fc.assert(fc.property(need, fc.option(group, { nil: undefined }), (one, of) => NEED_STATES.includes(needState(one, of))));
	});

	it('is the author’s, once she has said whether the answer met it', () => {
		fc.assert(
			fc.property(need, fc.option(group, { nil: undefined }), (one, of) => {
				const state = needState(one, of);
				expect(state === 'settled').toBe(one.verdict === 'yes');
				expect(state === 'contested').toBe(one.verdict === 'partly' || one.verdict === 'no');
			}),
		);
	});

	it('never says delivered before a session of its group was held', () => {
		fc.assert(fc.property(need, group, (one, of) => needState(one, of) !== 'delivered' || of.answers.some(({ state }) => state === 'held')));
	});
});

describe('a need that joined a group later', () => {
	it('is not delivered by what was held before it was said', () => {
		const held = { kind: 'training', id: newId(), label: 'FM', on: '2026-04-10', state: 'held' };
		const of = aGroup({ decision: 'accepted', answers: [held] } as unknown as Partial<Group>);
		expect(needState(aNeed({ expressedOn: '2026-04-11' as never }), of)).toBe('accepted');
		expect(needState(aNeed({ expressedOn: '2026-04-10' as never }), of)).toBe('delivered');
	});
});

describe('a need whose group was reopened', () => {
	const told = { answeredOn: '2026-03-05', answerWords: 'Une formation', verdict: 'no', verdictOn: '2026-03-20', verdictWords: '' };
	const before = { decision: 'accepted', reason: 'Oui', decidedOn: '2026-03-01', answeredOn: '2026-03-05', answerWords: '', promisedFor: null };
	const reopened = { rounds: [{ ...before, reopenedOn: '2026-05-01', reopenedWhy: 'Pas assez' }] };
	const held = { kind: 'training', id: newId(), label: 'FM', on: '2026-04-10', state: 'held' };
	// The days and states are those of the tables' own shapes.
	const of = (given: object) => aGroup({ ...reopened, answers: [held], ...given } as unknown as Partial<Group>);
	const need = aNeed({ earlierAnswers: [told] } as unknown as Partial<Need>);

	it('waits again, and what was held before is history', () => {
		expect(needState(need, of({}))).toBe('reopened');
		expect(needState(need, of({ decision: 'accepted' }))).toBe('accepted');
		expect(needState(need, of({ decision: 'accepted', answers: [held, { ...held, id: newId(), on: '2026-06-02' }] }))).toBe('delivered');
	});

	it('that was taken back is so whatever else happened', () => {
		expect(needState({ ...need, takenBackOn: '2026-06-01' as never }, of({}))).toBe('taken-back');
	});
});

describe('the thread of a group', () => {
	it('is late only when somebody waits past the day that was promised', () => {
		fc.assert(
			fc.property(group, fc.nat(5), fc.boolean(), (of, waiting, practised) => {
				const [, answer] = knotsOf({ ...of, waiting }, practised, '2026-05-01');
				expect(answer === 'late').toBe(waiting > 0 && of.promisedFor !== null && of.promisedFor < '2026-05-01');
			}),
		);
	});

	it('shows no practice and no figure for what was declined', () => {
		fc.assert(
			fc.property(group, fc.boolean(), (of, practised) => {
				const knots = knotsOf({ ...of, decision: 'declined', waiting: 0 }, practised, '2026-05-01');
				expect(knots.slice(2)).toEqual(['none', 'none']);
			}),
		);
	});
});
