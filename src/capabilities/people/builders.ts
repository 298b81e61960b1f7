import { newId, type Id } from '#kernel/ids.ts';
import { persons, type Person } from './schema.ts';
import type { Twin } from './rules/twins/twin-tables.ts';

/** A person on paper; only what matters to the test is given. */
export function aPerson(given: Partial<Person> = {}): Person {
	const organisationId = given.organisationId ?? newId();
	const known = { fullName: 'Domitille Nduwimana', sex: 'F', birthYear: 1990, phone: '', metOn: '2026-04-01' } as const;
	return persons.parse({ id: newId(), scopeId: organisationId, organisationId, ...known, ...given });
}

/** A proposed pair of two records on paper, of one programme. */
export function aTwin(one: Id, other: Id, given: Partial<Twin> = {}): Twin {
	const [oneId, otherId] = [one, other].sort() as [Id, Id];
	const programmeId = given.programmeId ?? newId();
	const pair = { id: newId(), scopeId: programmeId, programmeId, oneId, otherId, score: 90, reasons: ['same-name'], state: 'proposed' } as const;
	return { ...pair, standsId: null, rank: 0, decidedOn: null, decidedBy: null, ...given, reasons: [...(given.reasons ?? pair.reasons)] };
}
