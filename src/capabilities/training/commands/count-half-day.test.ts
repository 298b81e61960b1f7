import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { totals } from '../activity-schema.ts';
import { aSession } from '../builders.ts';
import { sessions } from '../schema.ts';
import { countHalfDay } from './count-half-day.ts';

const quiet = aSession({ discreet: true, placeCode: 'BI1', halfDays: ['2026-04-10 am', '2026-04-10 pm'] });
const asked = { id: newId(), sessionId: quiet.id, halfDay: '2026-04-10 am', women: 8, men: 5, youngWomen: 3, youngMen: 0 };
const count = (more: object = {}, of = quiet, before: Parameters<typeof judged>[2] = []) =>
	judged(countHalfDay, { ...asked, ...more }, [[sessions, of], ...(before ?? [])]);

describe('count a half-day of a discreet session', () => {
	it('tells the figures how many women and men came, at the province, without a person or an organisation', async () => {
		const decision = await count();
		expect(rowsInto(totals, decision)).toMatchObject([{ women: 8, men: 5, scopeId: quiet.scopeId }]);
		expect(decision).toMatchObject({
			facts: [
				{ kind: 'training.attended-by-totals', sex: 'F', amount: 8, placeCode: 'BI1' },
				{ kind: 'training.attended-by-totals', sex: 'M', amount: 5 },
			],
		});
		expect(JSON.stringify(decision)).not.toContain('personId');
	});

	it('counts the fullest half-day, not their sum', async () => {
		const [first] = rowsInto(totals, await count());
		const decision = await count({ id: newId(), halfDay: '2026-04-10 pm', women: 9, men: 1 }, quiet, [[totals, first as never]]);
		expect(decision).toMatchObject({ facts: [{ amount: 8 }, { amount: 5 }] });
		expect(await count({ halfDay: '2026-04-10 am', women: 0, men: 0, youngWomen: 0 }, quiet, [[totals, first as never]])).toMatchObject({
			facts: [{ gone: true }, { gone: true }],
		});
	});

	it('refuses a session that keeps names, a half-day it does not have, more young than came', async () => {
		expect(verdictOf(await count({}, { ...quiet, discreet: false }))).toBe('training.names-are-kept');
		expect(verdictOf(await count({ halfDay: '2026-04-11 am' }))).toBe('training.no-such-half-day');
		expect(verdictOf(await count({ youngMen: 6 }))).toBe('training.more-young-than-came');
		expect(verdictOf(await count({}, { ...quiet, state: 'cancelled' }))).toBe('training.session-over');
	});
});
