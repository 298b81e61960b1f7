import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aChecklist, aVisit, heldVisit } from '../coaching-builders.ts';
import { checklists, visits, type Visit } from '../coaching-schema.ts';
import { holdVisit } from './hold-visit.ts';

const organisation = anOrganisation();
const checklist = aChecklist();
const [one, two] = checklist.sections[0]?.points.map(({ id }) => id) as [string, string];
const scored = aVisit(checklist, { organisationId: organisation.id, groupId: newId(), scores: { [one]: 2, [two]: 1 } });
const judge = (visit: Visit) =>
	judged(holdVisit, { visitId: visit.id, heldOn: '2026-05-06' }, [
		[visits, visit],
		[checklists, checklist],
		[organisations, organisation],
	]);

describe('hold a visit', () => {
	it('keeps its score in percent, counts it in its place, and tells the group it answers', async () => {
		const decision = await judge(scored);
		expect(rowsInto(visits, decision)).toMatchObject([{ state: 'held', heldOn: '2026-05-06', percent: 75 }]);
		expect(decision).toMatchObject({
			facts: [{ kind: 'training.coached', key: scored.id, occurredOn: '2026-05-06', amount: 75, placeCode: organisation.placeCode }],
			events: [{ kind: 'coaching', state: 'held', on: '2026-05-06' }],
		});
	});

	it('refuses while points are left, and says how many', async () => {
		expect(await judge({ ...scored, scores: { [one]: 2 } })).toMatchObject({ key: 'training.coaching-points-left', params: { count: 1 } });
	});

	it('refuses when no point applies, and a visit that was cancelled or held', async () => {
		expect(verdictOf(await judge({ ...scored, scores: { [one]: null, [two]: null } }))).toBe('training.coaching-nothing-applies');
		expect(verdictOf(await judge({ ...scored, state: 'cancelled' }))).toBe('training.coaching-cancelled');
		expect(verdictOf(await judge(heldVisit(checklist, { organisationId: organisation.id })))).toBe('training.coaching-held-already');
	});
});
