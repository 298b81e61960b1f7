import type { Fact } from '#platform/commands/fact.ts';
import type { Organisation } from '../registry/index.ts';
import { visits, type Visit } from './coaching-schema.ts';

/** "An organisation was coached": one for each visit held, on its day, with the score in percent as it stands. */
export function organisationCoached(visit: Visit, { partnerId, placeScheme, placeCode }: Organisation, percent = visit.percent): Fact {
	if (!visit.heldOn) throw new Error('A visit that was not held was counted');
	return {
		...{ kind: 'training.coached', key: visit.id, occurredOn: visit.heldOn, amount: percent },
		...{ programmeId: visit.programmeId, partnerId, scopeId: visit.scopeId, organisationId: visit.organisationId },
		...{ groupId: visit.groupId, activityId: visit.id, placeScheme, placeCode, source: visits.name, sourceId: visit.id },
	};
}
