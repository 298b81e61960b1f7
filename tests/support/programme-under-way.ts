import { newId, type Id } from '#kernel/ids.ts';
import type { TestHouse } from './test-house.ts';

/** The cast of STYLE, in a programme with two partners and three organisations. */
export type UnderWay = Readonly<{
	programmeId: Id;
	care: Id;
	oxfam: Id;
	abarimyi: Id;
	twitezimbere: Id;
	abahuza: Id;
	root: Id;
	alice: Id;
	beatrice: Id;
	cyprien: Id;
	domitille: Id;
	evariste: Id;
	stranger: Id;
}>;

/** Opens a programme through commands only (the accounts apart), with the cast in their roles. Returns all ids. */
export async function programmeUnderWay(house: TestHouse): Promise<UnderWay> {
	const [programmeId, care, oxfam] = [newId(), newId(), newId()];
	const root = await house.person('Root', 'administrator');
	await house.does(root, 'programme.open-programme', {
		id: programmeId,
		coordinatorRoleId: newId(),
		code: `essai-${programmeId.slice(-6)}`,
		name: 'Programme essai',
		country: 'Burundi',
		donor: 'Bailleur essai',
		startsOn: '2026-01-01',
		endsOn: '2027-12-31',
		demonstration: true,
	});
	await house.does(root, 'programme.add-partner', { id: care, programmeId, name: 'CARE', does: 'Renforcement des capacités' });
	await house.does(root, 'programme.add-partner', { id: oxfam, programmeId, name: 'Oxfam', does: 'Éthique et redevabilité' });
	const alice = await house.person('Alice', 'coordinator', programmeId);
	const beatrice = await house.person('Béatrice', 'animator', care);
	const abarimyi = await organisation(house, care, { by: alice, name: 'Abarimyi b’i Gasorwe' });
	const twitezimbere = await organisation(house, care, { by: alice, name: 'Twitezimbere' });
	const abahuza = await organisation(house, oxfam, { by: alice, name: 'Abahuza' });
	return {
		programmeId,
		care,
		oxfam,
		abarimyi,
		twitezimbere,
		abahuza,
		root,
		alice,
		beatrice,
		cyprien: await house.person('Cyprien', 'leader', abarimyi),
		domitille: await house.person('Domitille', 'leader', twitezimbere),
		evariste: await house.person('Évariste', 'donor', programmeId),
		stranger: newId(),
	};
}

async function organisation(house: TestHouse, partnerId: Id, { by, name }: Readonly<{ by: Id; name: string }>): Promise<Id> {
	const id = newId();
	await house.does(by, 'registry.register-organisation', {
		id,
		partnerId,
		name,
		kind: 'association',
		placeScheme: '2025',
		placeCode: 'BI101',
		membersWomen: 51,
		membersMen: 35,
		registeredOn: '2026-01-10',
	});
	return id;
}
