import type { Fact, FactGone } from '#platform/commands/fact.ts';
import type { Person } from '../people/index.ts';
import { passings, stays, type Passing, type Stay } from './after-schema.ts';
import type { Session } from './schema.ts';

/** "A trained person was still in her organisation" at a moment: 1 when she was, 0 when she had left. */
export function personStayed(session: Session, stay: Stay, { sex, birthYear }: Pick<Person, 'sex' | 'birthYear'>): Fact {
	return {
		...ofSession(session, stay.organisationId),
		...{ kind: 'training.still-there', key: `${session.id} ${stay.personId} ${stay.moment}`, occurredOn: stay.seenOn },
		...{ personId: stay.personId, sex, birthYear, amount: stay.stillThere ? 1 : 0, source: stays.name, sourceId: stay.id },
	};
}

/** "A training was passed on": one for each telling, with all it names and numbers, as told; gone when it was struck out. */
export function trainingPassedOn(session: Session, passing: Passing): Fact | FactGone {
	if (passing.struck) return { kind: 'training.passed-on', key: passing.id, gone: true };
	return {
		...ofSession(session, passing.organisationId),
		...{ kind: 'training.passed-on', key: passing.id, occurredOn: passing.passedOn, personId: passing.giverId },
		...{ amount: passing.personIds.length + passing.others, source: passings.name, sourceId: passing.id },
	};
}

function ofSession({ id, programmeId, scopeId, groupId, placeScheme, placeCode, theme }: Session, organisationId: string) {
	return { programmeId, partnerId: scopeId, scopeId, organisationId, groupId, activityId: id, placeScheme, placeCode, theme };
}
