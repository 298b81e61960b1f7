import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR } from '#platform/commands/builders.ts';
import { aSession } from '../../training/builders.ts';
import { answerMoved } from '../../training/rules/answer-moved.ts';
import { aGroup } from '../builders.ts';
import { followAnswer, type AnswerMoved } from './follow-answer.ts';

describe('a group whose answer moves', () => {
	it('keeps one link to each answer, in its newest state', () => {
		const group = aGroup();
		const session = aSession({ groupId: group.id });
		const moved = (state: 'planned' | 'held') => answerMoved({ ...session, state }) as AnswerMoved;
		const once = followAnswer.react({ group }, moved('planned'), { personId: ACTOR });
		const [write] = once.writes;
		const planned = write?.kind === 'put' ? (write.row as typeof group) : group;
		expect(planned.answers).toMatchObject([{ id: session.id, state: 'planned', label: 'FM-0001 Tenir les comptes' }]);
		expect(followAnswer.react({ group: planned }, moved('held'), { personId: ACTOR })).toMatchObject({
			writes: [{ row: { answers: [{ state: 'held' }] } }],
		});
	});

	it('that is not there changes nothing', () => {
		const moved = answerMoved(aSession({ groupId: newId() })) as AnswerMoved;
		expect(followAnswer.react({ group: undefined }, moved, { personId: ACTOR })).toEqual({ writes: [] });
	});
});
