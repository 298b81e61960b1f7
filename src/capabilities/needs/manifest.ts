import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { answerGroup } from './commands/answer-group.ts';
import { confirmNeed } from './commands/confirm-need.ts';
import { decideGroup } from './commands/decide-group.ts';
import { expressNeed, relayNeed } from './commands/express-need.ts';
import { groupNeeds, joinGroup, leaveGroup } from './commands/group-needs.ts';
import { judgeAnswer } from './commands/judge-answer.ts';
import { rankGroups } from './commands/rank-groups.ts';
import { followAnswer } from './reactions/follow-answer.ts';
import { groups, needs as table } from './schema.ts';

export const needs: Manifest = {
	name: 'needs',
	tables: [groups, table],
	commands: [expressNeed, relayNeed, confirmNeed, groupNeeds, joinGroup, leaveGroup, rankGroups, decideGroup, answerGroup, judgeAnswer],
	reactions: [followAnswer],
	permissions,
	collections: [],
};
