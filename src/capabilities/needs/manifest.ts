import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { answerGroup } from './commands/answer-group.ts';
import { confirmNeed } from './commands/confirm-need.ts';
import { decideGroup } from './commands/decide-group.ts';
import { expressNeed, relayNeed } from './commands/express-need.ts';
import { correctNeed, correctRelayedNeed } from './commands/correct-need.ts';
import { groupNeeds, joinGroup } from './commands/group-needs.ts';
import { judgeAnswer } from './commands/judge-answer.ts';
import { leaveGroup, partNeeds } from './commands/leave-group.ts';
import { correctAnswer, noteAnswer } from './commands/note-answer.ts';
import { closeGroup, openGroup } from './commands/open-group.ts';
import { moveGroup, rankByScore } from './commands/rank-by-score.ts';
import { rankGroups } from './commands/rank-groups.ts';
import { reopenGroup } from './commands/reopen-group.ts';
import { relayUsToo, sayUsToo } from './commands/say-us-too.ts';
import { putNeedAgain, takeBackNeed, takeBackRelayedNeed } from './commands/take-back-need.ts';
import { judgeGroup, weighCriteria } from './commands/weigh-criteria.ts';
import { keepHeading } from './reactions/keep-heading.ts';
import { followAnswer } from './reactions/follow-answer.ts';
import { groups, headings, needs as table, weightings } from './schema.ts';

export const needs: Manifest = {
	name: 'needs',
	tables: [groups, table, headings, weightings],
	commands: [
		...[expressNeed, relayNeed, sayUsToo, relayUsToo, confirmNeed, correctNeed, correctRelayedNeed, takeBackNeed, takeBackRelayedNeed, putNeedAgain],
		...[groupNeeds, joinGroup, leaveGroup, partNeeds, openGroup, closeGroup],
		...[weighCriteria, judgeGroup, rankByScore, rankGroups, moveGroup],
		...[decideGroup, answerGroup, noteAnswer, correctAnswer, judgeAnswer, reopenGroup],
	],
	reactions: [followAnswer, keepHeading],
	permissions,
	collections: [],
};
