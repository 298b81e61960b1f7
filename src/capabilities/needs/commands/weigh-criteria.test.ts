import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aGroup } from '../builders.ts';
import { USUAL_WEIGHTS } from '../rules/group-score.ts';
import { groups, weightings } from '../schema.ts';
import { judgeGroup, weighCriteria } from './weigh-criteria.ts';

const programmeId = newId();
const asked = { id: newId(), programmeId, weights: USUAL_WEIGHTS, answerWithinDays: 30, reason: 'Dit en comité', setOn: '2026-03-01' };

describe('weigh the criteria', () => {
	it('adds a setting after the others, with who set it and why', async () => {
		const [first] = rowsInto(weightings, await judged(weighCriteria, asked));
		expect(first).toMatchObject({ number: 1, setBy: ACTOR, reason: 'Dit en comité' });
		const again = await judged(weighCriteria, { ...asked, id: newId() }, [[weightings, first as never]]);
		expect(rowsInto(weightings, again)).toMatchObject([{ number: 2 }]);
	});

	it('refuses weights that are all nothing, and takes none above five', async () => {
		const none = Object.fromEntries(Object.keys(USUAL_WEIGHTS).map((criterion) => [criterion, 0]));
		expect(verdictOf(await judged(weighCriteria, { ...asked, weights: none }))).toBe('needs.nothing-weighs');
		await expect(judged(weighCriteria, { ...asked, weights: { ...USUAL_WEIGHTS, age: 6 } })).rejects.toThrow();
	});
});

describe('judge a group', () => {
	it('keeps both marks with the words that say why, and takes none above three', async () => {
		const group = aGroup();
		const marks = { groupId: group.id, aimsMark: 3, feasibilityMark: null, markWords: 'C’est le premier résultat.' };
		expect(rowsInto(groups, await judged(judgeGroup, marks, [[groups, group]]))).toMatchObject([{ aimsMark: 3, feasibilityMark: null }]);
		await expect(judged(judgeGroup, { ...marks, aimsMark: 4 }, [[groups, group]])).rejects.toThrow();
	});

	it('refuses a group that is not there', async () => {
		expect(verdictOf(await judged(judgeGroup, { groupId: newId(), aimsMark: 1, feasibilityMark: 1 }))).toBe('platform.not-permitted');
	});
});
