import type { Fact } from '#platform/commands/fact.ts';
import type { Organisation } from '../registry/index.ts';
import { daysToAnswer } from './rules/days-to-answer.ts';
import { needs, type Need } from './schema.ts';

type Where = Pick<Organisation, 'placeScheme' | 'placeCode' | 'partnerId'>;

/** "An organisation expressed a need", on the day it spoke, in its place. */
export function needExpressed(need: Need, where: Where): Fact {
	return { ...common(need, where), kind: 'needs.expressed', occurredOn: need.expressedOn };
}

/** "An organisation got its answer", on the day it was told, with the days it waited. */
export function needAnswered(need: Need, where: Where): Fact {
	if (!need.answeredOn) throw new Error('A need without an answer was counted as answered');
	return { ...common(need, where), kind: 'needs.answered', occurredOn: need.answeredOn, amount: daysToAnswer(need.expressedOn, need.answeredOn) };
}

function common(need: Need, where: Where) {
	return {
		key: need.id,
		programmeId: need.programmeId,
		scopeId: need.organisationId,
		source: needs.name,
		sourceId: need.id,
		partnerId: where.partnerId,
		organisationId: need.organisationId,
		groupId: need.groupId,
		placeScheme: where.placeScheme,
		placeCode: where.placeCode,
		theme: need.theme,
	};
}
