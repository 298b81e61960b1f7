import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { LIFE_STATES, type Headcount, type LifeState } from '../schema.ts';
import { contradiction, lifeStateOn } from './life-state.ts';
import { membersAfter } from './members-after.ts';
import { timelineOf } from './timeline.ts';

const day = fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01', '2026-06-01');
const line = () => ({ id: newId(), scopeId: newId(), organisationId: newId() });
// The dates are those of the tables' own shapes.
const state = fc
	.record({ state: fc.constantFrom(...LIFE_STATES), sinceOn: day, struck: fc.boolean() })
	.map((given) => ({ ...line(), evidence: 'Vue', ...given }) as LifeState);
const count = fc
	.record({ countedOn: day, women: fc.nat(90), men: fc.nat(90), struck: fc.boolean() })
	.map((given) => ({ ...line(), youngWomen: null, youngMen: null, ...given }) as Headcount);
// A day has one state and one count that stand.
const statesOfDays = fc.uniqueArray(state, { selector: ({ sinceOn }) => sinceOn });
const countsOfDays = fc.uniqueArray(count, { selector: ({ countedOn }) => countedOn });
const NOTHING = { act: [], name: [], life: [], count: [], work: [], mandate: [], meeting: [], network: [], funds: [] };
const shown = { membersWomen: 7, membersMen: 8 };

describe('the history of an organisation', () => {
	it('says the same whatever the order in which its lines are read', () => {
		fc.assert(
			fc.property(statesOfDays, countsOfDays, day, (states, counts, on) => {
				const history = { ...NOTHING, life: states, count: counts };
				const turned = { ...NOTHING, life: [...states].reverse(), count: [...counts].reverse() };
				expect(timelineOf(turned)).toEqual(timelineOf(history));
				expect(lifeStateOn(on as CalendarDate, turned.life)).toBe(lifeStateOn(on as CalendarDate, states));
				expect(membersAfter(shown, turned.count)).toEqual(membersAfter(shown, counts));
			}),
		);
	});

	it('counts no line that is struck out', () => {
		fc.assert(
			fc.property(fc.array(state), fc.array(count), day, (states, counts, on) => {
				const kept = states.filter(({ struck }) => !struck);
				expect(lifeStateOn(on as CalendarDate, states)).toBe(lifeStateOn(on as CalendarDate, kept));
				expect(membersAfter(shown, counts)).toEqual(
					membersAfter(
						shown,
						counts.filter(({ struck }) => !struck),
					),
				);
			}),
		);
	});

	it('has nobody live after a dissolution, whatever is stated in whatever order', () => {
		fc.assert(
			fc.property(fc.array(state, { maxLength: 8 }), (stated) => {
				const standing = stated
					.map((one) => ({ ...one, struck: false }))
					.reduce<readonly LifeState[]>((kept, one) => (contradiction(one, kept) ? kept : [...kept, one]), []);
				const dissolutions = standing.filter((one) => one.state === 'dissolved');
				for (const { sinceOn } of dissolutions) expect(standing.some((one) => one.sinceOn > sinceOn)).toBe(false);
				expect(dissolutions.length).toBeLessThanOrEqual(1);
			}),
		);
	});
});
