import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aChecklist, heldVisit } from '../coaching-builders.ts';
import { checklists, visitCorrections, visits, type Visit, type VisitCorrection } from '../coaching-schema.ts';
import { correctVisit } from './correct-visit.ts';

const organisation = anOrganisation();
const checklist = aChecklist();
const [one, two] = checklist.sections[0]?.points.map(({ id }) => id) as [string, string];
const agreed = heldVisit(checklist, {
	organisationId: organisation.id,
	agreedOn: calendarDate('2026-05-05'),
	agreedHow: 'on-the-spot',
	agreedBy: newId(),
});
const asked = { id: newId(), visitId: agreed.id, points: [{ pointId: one, score: 2 }], why: 'Le cahier a été retrouvé.', correctedOn: '2026-05-20' };
const judge = (more: object = {}, visit: Visit = agreed, earlier: readonly VisitCorrection[] = []) =>
	judged(correctVisit, { ...asked, ...more }, [
		[visits, visit],
		[checklists, checklist],
		[organisations, organisation],
		...earlier.map((each) => [visitCorrections, each] as const),
	]);

describe('correct an agreed visit', () => {
	it('adds a dated correction with its reason, leaves the visit as it was agreed, and counts the new score', async () => {
		const decision = await judge();
		expect(rowsInto(visits, decision)).toEqual([]);
		expect(rowsInto(visitCorrections, decision)).toMatchObject([
			{ number: 1, correctedOn: '2026-05-20', correctedBy: ACTOR, why: asked.why, scores: { [one]: 2 }, percent: 75 },
		]);
		expect(decision).toMatchObject({ facts: [{ key: agreed.id, occurredOn: '2026-05-04', amount: 75 }] });
	});

	it('counts over what was corrected before', async () => {
		const [first] = rowsInto(visitCorrections, await judge()) as [VisitCorrection];
		const second = await judge({ id: newId(), points: [{ pointId: two, score: 2 }] }, agreed, [first]);
		expect(rowsInto(visitCorrections, second)).toMatchObject([{ number: 2, percent: 100 }]);
	});

	it('refuses before the agreement, a day before it, and what changes nothing', async () => {
		expect(verdictOf(await judge({}, { ...agreed, agreedOn: null }))).toBe('training.coaching-not-agreed');
		expect(verdictOf(await judge({ correctedOn: '2026-05-04' }))).toBe('training.coaching-corrected-before');
		expect(verdictOf(await judge({ points: [{ pointId: one, score: 1 }] }))).toBe('training.coaching-same-scores');
	});

	it('refuses to leave no point that applies, and a point of no section', async () => {
		const none = [one, two].map((pointId) => ({ pointId, score: null }));
		expect(verdictOf(await judge({ points: none }))).toBe('training.coaching-nothing-applies');
		expect(verdictOf(await judge({ points: [{ pointId: newId(), score: 1 }] }))).toBe('training.coaching-no-such-point');
	});
});
