import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#kernel/ids.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const cast = await programmeUnderWay(house);
const { superuser } = house.database;

async function everything(table: string): Promise<string> {
	const { rows } = await superuser.query<Record<string, unknown>>(`select * from ${table} order by 1, 2`);
	return JSON.stringify(rows);
}

function account(more: object) {
	return {
		...{ id: newId(), roleId: newId(), codeId: newId(), codeHash: newId().replaceAll('-', '').repeat(2), scopeId: cast.abarimyi },
		...{ fullName: 'Essai', userName: `essai${newId().slice(-12)}`, language: 'fr', role: 'leader', openedOn: '2026-02-01' },
		...more,
	};
}

function organisation(id: Id) {
	return {
		...{ id, partnerId: cast.oxfam, name: `Nouvelle ${newId()}`, kind: 'association', placeScheme: '2025', placeCode: 'BI101' },
		...{ membersWomen: 1, membersMen: 1, registeredOn: '2026-02-01' },
	};
}

async function roleOf(personId: Id): Promise<Id> {
	const { rows } = await superuser.query<{ id: Id }>('select id from access.roles where account_id = $1', [personId]);
	return rows[0]?.id as Id;
}

describe('a command under an id that another record bears', () => {
	it('opens no scope where one stands, and so brings nobody’s partner under another', async () => {
		const animator = await house.person('Animateur', 'animator', cast.oxfam);
		const before = await everything('access.scopes');
		for (const id of [cast.care, cast.programmeId, cast.abarimyi, cast.oxfam])
			expect((await house.tries(animator, 'registry.register-organisation', organisation(id))).outcome).not.toBe('applied');
		expect(
			(await house.tries(cast.alice, 'programme.add-partner', { id: cast.abarimyi, programmeId: cast.programmeId, name: 'X Y', does: 'Aide' }))
				.outcome,
		).not.toBe('applied');
		expect(await everything('access.scopes')).toBe(before);
	});

	it('takes no role and no code from whoever holds it', async () => {
		const before = [await everything('access.roles'), await everything('access.accounts')];
		const taking = [{ roleId: await roleOf(cast.root) }, { roleId: await roleOf(cast.alice) }, { id: cast.alice }];
		for (const more of taking) expect((await house.tries(cast.beatrice, 'access.open-member-account', account(more))).outcome).not.toBe('applied');
		expect([await everything('access.roles'), await everything('access.accounts')]).toEqual(before);
	});

	it('writes over no need of another organisation, nor over an older one of its own', async () => {
		const need = { id: newId(), organisationId: cast.abarimyi, words: 'Nos mots', theme: 'ethics', expressedOn: '2026-02-01' };
		await house.does(cast.cyprien, 'needs.express-need', need);
		const before = await everything('needs.needs');
		const over = { ...need, words: 'D’autres mots' };
		expect((await house.tries(cast.domitille, 'needs.express-need', { ...over, organisationId: cast.twitezimbere })).outcome).not.toBe('applied');
		expect((await house.tries(cast.cyprien, 'needs.express-need', over)).outcome).not.toBe('applied');
		expect(await everything('needs.needs')).toBe(before);
	});

	it('writes over no line of a budget', async () => {
		const line = { id: newId(), programmeId: cast.programmeId, label: 'Formations', amountCents: 100 };
		await house.does(cast.alice, 'programme.add-budget-line', line);
		const before = await everything('programme.budget_lines');
		expect((await house.tries(cast.alice, 'programme.add-budget-line', { ...line, label: 'Autre chose' })).outcome).not.toBe('applied');
		expect(await everything('programme.budget_lines')).toBe(before);
	});
});
