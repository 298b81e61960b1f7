import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aChecklist, aVisit, heldVisit } from '../coaching-builders.ts';
import { checklists, visits, type Visit } from '../coaching-schema.ts';
import { scoreVisit } from './score-visit.ts';

const organisation = anOrganisation();
const checklist = aChecklist();
const [one, two] = checklist.sections[0]?.points.map(({ id }) => id) as [string, string];
const planned = aVisit(checklist, { organisationId: organisation.id });
const judge = (visit: Visit, points: readonly (readonly [string, number | null])[]) =>
	judged(scoreVisit, { visitId: visit.id, points: points.map(([pointId, score]) => ({ pointId, score })) }, [
		[visits, visit],
		[checklists, checklist],
		[organisations, organisation],
	]);

describe('score a visit', () => {
	it('keeps the points given, over those given before', async () => {
		const [after] = rowsInto(visits, await judge({ ...planned, scores: { [one]: 0 } }, [[one, 2]])) as [Visit];
		expect(after).toMatchObject({ state: 'planned', percent: null, scores: { [one]: 2 } });
		expect(rowsInto(visits, await judge(after, [[two, null]]))).toMatchObject([{ scores: { [one]: 2, [two]: null } }]);
	});

	it('scores anew a visit that was held and not agreed, and counts it anew', async () => {
		const decision = await judge(heldVisit(checklist, { organisationId: organisation.id }), [[one, 2]]);
		expect(rowsInto(visits, decision)).toMatchObject([{ percent: 75 }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.coached', amount: 75, organisationId: organisation.id }] });
	});

	it('refuses a point of no section, a cancelled visit, and one that was agreed', async () => {
		expect(verdictOf(await judge(planned, [[newId(), 1]]))).toBe('training.coaching-no-such-point');
		expect(verdictOf(await judge({ ...planned, state: 'cancelled' }, [[one, 1]]))).toBe('training.coaching-cancelled');
		const agreed = heldVisit(checklist, { organisationId: organisation.id, agreedOn: calendarDate('2026-05-04') });
		expect(verdictOf(await judge(agreed, [[one, 1]]))).toBe('training.coaching-agreed-already');
	});

	it('refuses to leave a held visit without any point that applies', async () => {
		const held = heldVisit(checklist, { organisationId: organisation.id });
		expect(
			verdictOf(
				await judge(held, [
					[one, null],
					[two, null],
				]),
			),
		).toBe('training.coaching-nothing-applies');
	});
});
