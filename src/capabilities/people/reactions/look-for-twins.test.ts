import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, recordsOf, rowsInto } from '#platform/commands/builders.ts';
import type { Row, Table } from '#platform/commands/table.ts';
import { aPerson } from '../builders.ts';
import { personKeys } from '../rules/twins/person-likeness.ts';
import { persons, twinKeys, twins, type Person } from '../schema.ts';
import { comparedPerson, lookForTwins, type PersonPlaced } from './look-for-twins.ts';

const [programmeId, partnerId, home] = [newId(), newId(), newId()];
const place = '2025:BI101';

function placed({ id, organisationId }: Person, at: string = place): PersonPlaced {
	return { name: 'registry.person-placed', personId: id, organisationId, partnerId, programmeId, place: at };
}

function known(person: Person): readonly (readonly [Table, Row])[] {
	const row = {
		id: newId(),
		scopeId: person.organisationId,
		programmeId,
		partnerId,
		organisationId: person.organisationId,
		personId: person.id,
		place,
	};
	return [
		[persons, person],
		[twinKeys, { ...row, ...personKeys(comparedPerson(person, place)) }],
	];
}

async function looked(person: Person, paper: readonly (readonly [Table, Row])[], at?: string) {
	const event = placed(person, at);
	return lookForTwins.react(await lookForTwins.gather(recordsOf([[persons, person], ...paper]), event), event, { personId: ACTOR });
}

describe('looking for a person met before', () => {
	const before = aPerson({ organisationId: home, fullName: 'Ndayizeye Jean-Bosco', sex: 'M', birthYear: 1985 });

	it('finds her among the people of her organisation, which sees the pair', async () => {
		const again = aPerson({ organisationId: home, fullName: 'J.-Bosco Ndayizeye', sex: 'M', birthYear: 1986 });
		expect(rowsInto(twins, await looked(again, known(before)))).toMatchObject([{ scopeId: home, state: 'proposed' }]);
	});

	it('finds her where she came for another organisation of the same partner, which sees the pair', async () => {
		const again = aPerson({ fullName: 'Jean Bosco Ndayizeye', sex: 'M', birthYear: 1985 });
		expect(rowsInto(twins, await looked(again, known(before)))).toMatchObject([{ scopeId: partnerId }]);
	});

	it('takes a namesake of another commune and another year for somebody else', async () => {
		const namesake = aPerson({ fullName: 'Ndayizeye Jean-Bosco', sex: 'M', birthYear: 1962 });
		expect(rowsInto(twins, await looked(namesake, known(before), '2025:BI407'))).toEqual([]);
	});

	it('keeps where she was met, once', async () => {
		const [, [, kept]] = known(before) as [never, readonly [Table, Row]];
		expect(rowsInto(twinKeys, await looked(before, [[twinKeys, kept]])).map(({ id }) => id)).toEqual([kept.id]);
	});
});
