import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aChecklist, aVisit, heldVisit } from '../coaching-builders.ts';
import { checklists, visits, type Visit } from '../coaching-schema.ts';
import { cancelVisit } from './cancel-visit.ts';

const checklist = aChecklist();
const planned = aVisit(checklist, { groupId: newId() });
const judge = (visit: Visit, cancelled: boolean, others: readonly Visit[] = []) =>
	judged(cancelVisit, { visitId: visit.id, organisationId: visit.organisationId, cancelled }, [
		[checklists, checklist],
		...[visit, ...others].map((each) => [visits, each] as const),
	]);

describe('cancel a visit', () => {
	it('keeps it, cancelled, tells the group it was to answer, and puts it back as it was', async () => {
		const decision = await judge(planned, true);
		const [cancelled] = rowsInto(visits, decision) as [Visit];
		expect(cancelled).toEqual({ ...planned, state: 'cancelled' });
		expect(decision).toMatchObject({ events: [{ kind: 'coaching', state: 'cancelled' }] });
		expect(rowsInto(visits, await judge(cancelled, false))).toEqual([planned]);
	});

	it('refuses one that was held', async () => {
		expect(verdictOf(await judge(heldVisit(checklist), true))).toBe('training.coaching-held-already');
	});

	it('refuses to put one back when another was planned meanwhile', async () => {
		const other = aVisit(checklist, { organisationId: planned.organisationId });
		expect(verdictOf(await judge({ ...planned, state: 'cancelled' }, false, [other]))).toBe('training.coaching-planned-already');
	});

	it('refuses when the organisation named is not the one visited', async () => {
		const decision = await judged(cancelVisit, { visitId: planned.id, organisationId: newId(), cancelled: true }, [
			[visits, planned],
			[checklists, checklist],
		]);
		expect(verdictOf(decision)).toBe('platform.not-permitted');
	});
});
