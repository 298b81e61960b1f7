import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#kernel/ids.ts';
import type { Outcome } from '#platform/commands/outcome.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const { alice, beatrice, care, abarimyi, cyprien, domitille } = await programmeUnderWay(house);

function organisation(name: string, id = newId()) {
	return {
		id,
		partnerId: care,
		name,
		kind: 'association',
		placeScheme: '2025',
		placeCode: 'BI101',
		membersWomen: 1,
		membersMen: 1,
		registeredOn: '2026-01-10',
	};
}

/** Sends all at one moment: two fill the hands of the house, so that those that follow wait, and go together. */
async function together(...tries: readonly (readonly [Id, string, object, Id?])[]): Promise<readonly Outcome[]> {
	const [, , ...outcomes] = await Promise.all(
		[aRegistration('Qui occupe une main'), aRegistration('Qui occupe l’autre'), ...tries].map(([person, command, input, id = newId()]) =>
			house.numbered(id).tries(person, command, input),
		),
	);
	return outcomes;
}

function aRegistration(name: string, id = newId(), by = alice): readonly [Id, string, object] {
	return [by, 'registry.register-organisation', organisation(name, id)];
}

describe('commands that go together', () => {
	it('tell nothing of one person’s outcome to another who uses its number', async () => {
		const number = newId();
		const [hers, his] = await together([...aRegistration('La sienne'), number], [...aRegistration('Pas la sienne', newId(), beatrice), number]);
		expect(hers?.outcome).toBe('applied');
		expect(his).toEqual({ id: number, outcome: 'refused', refusal: expect.objectContaining({ key: 'platform.number-taken' }) as unknown });
	});

	it('see what those before them wrote', async () => {
		const id = newId();
		const renamed = { organisationId: id, name: { was: 'Née à l’instant', becomes: 'Renommée' } };
		const outcomes = await together(aRegistration('Née à l’instant', id), [alice, 'registry.correct-organisation', renamed]);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
		expect(await nameOf(id)).toBe('Renommée');
	});

	it('are carried out each for itself when one of them meets a constraint', async () => {
		const taken = aRegistration('Sur un lieu qui n’existe pas');
		const outcomes = await together(aRegistration('Bonne'), [taken[0], taken[1], { ...taken[2], placeCode: 'BI999' }], aRegistration('Bonne aussi'));
		expect(outcomes[0]?.outcome).toBe('applied');
		expect(outcomes[1]?.outcome).not.toBe('applied');
		expect(outcomes[2]?.outcome).toBe('applied');
	});

	it('keep each to its own person’s rights', async () => {
		const name = await nameOf(abarimyi);
		const outcomes = await together(
			[cyprien, 'registry.correct-organisation', { organisationId: abarimyi, name: { was: name, becomes: 'La nôtre' } }],
			[domitille, 'registry.correct-organisation', { organisationId: abarimyi, name: { was: 'La nôtre', becomes: 'À moi' } }],
		);
		expect(outcomes.map(({ outcome, refusal }) => refusal?.key ?? outcome)).toEqual(['applied', 'platform.not-permitted']);
		expect(await nameOf(abarimyi)).toBe('La nôtre');
	});
});

async function nameOf(id: Id): Promise<string> {
	const { rows } = await house.database.superuser.query<{ name: string }>('select name from registry.organisations where id = $1', [id]);
	return rows[0]?.name ?? '';
}
