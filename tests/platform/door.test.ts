import { describe, expect, it } from 'vitest';
import { newId, type Id } from '#kernel/ids.ts';
import { isRefusal, type Refusal } from '#kernel/refusal.ts';
import { hashOfCode, newCode } from '#platform/access/door/codes.ts';
import { openDoor } from '#platform/access/door/door.ts';
import { enter, enterWithCode, setPassword, type Entered } from '#platform/access/door/enter.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const cast = await programmeUnderWay(house);
const { superuser } = house.database;
const door = await openDoor(house.database.gateAs('shigikira_doorkeeper', { schema: 'auth' }), false);

const PASSWORD = 'quatre mots de tous les jours';
const here = { address: '127.0.0.1', device: 'essai' };
const elsewhere = { ...here, address: '41.79.0.1' };

// Of the house, not of the programme, which is a demonstration.
async function somebody(userName: string): Promise<Id> {
	const id = await house.person('Quelqu’une', 'administrator');
	await superuser.query('update access.accounts set user_name = $2 where id = $1', [id, userName]);
	await setPassword(door, { id, userName, fullName: 'Quelqu’une', password: PASSWORD });
	return id;
}

async function codeFor(accountId: Id): Promise<string> {
	const code = newCode();
	await superuser.query(
		`insert into access.codes (id, scope_id, account_id, hash, handed_on) select $1, scope_id, id, $2, '2026-02-01' from access.accounts where id = $3`,
		[newId(), hashOfCode(code), accountId],
	);
	return code;
}

function verdicts(answers: readonly (Entered | Refusal)[]): Readonly<Record<string, number>> {
	const said = answers.map((answer) => (isRefusal(answer) ? answer.key : 'in'));
	return Object.fromEntries([...Map.groupBy(said, (each) => each)].map(([each, all]) => [each, all.length]));
}

const times = (count: number, one: (at: number) => Promise<Entered | Refusal>) => Promise.all(Array.from({ length: count }, (_, at) => one(at)));

describe('the door under many tries at once', () => {
	it('judges five passwords of one name and makes all others wait', async () => {
		await somebody('plusieurs');
		const answers = await times(150, (at) => enter(door, { userName: 'plusieurs', password: `faux ${at}` }, here));
		expect(verdicts(answers)).toEqual({ 'platform.wrong-password': 5, 'platform.wait': 145 });
		expect(verdicts([await enter(door, { userName: 'plusieurs', password: PASSWORD }, here)])).toEqual({ 'platform.wait': 1 });
	});

	it('judges five codes of one name and makes all others wait', async () => {
		await somebody('codes');
		const answers = await times(60, () => enterWithCode(door, { userName: 'codes', code: newCode(), password: PASSWORD }, here));
		expect(verdicts(answers)).toEqual({ 'platform.wrong-code': 5, 'platform.wait': 55 });
	});

	it('gives the tries back to whoever comes in', async () => {
		await somebody('distraite');
		for (let round = 0; round < 3; round += 1) {
			await times(4, () => enter(door, { userName: 'distraite', password: 'faux' }, here));
			expect(verdicts([await enter(door, { userName: ' Distraite ', password: PASSWORD }, here)])).toEqual({ in: 1 });
		}
	});

	it('lets a name be tried again when its wait is over, once', async () => {
		await somebody('patiente');
		await times(6, () => enter(door, { userName: 'patiente', password: 'faux' }, here));
		await superuser.query(`update access.attempts set last_at = now() - interval '16 seconds' where key = 'name patiente'`);
		const answers = await times(10, () => enter(door, { userName: 'patiente', password: 'faux' }, here));
		expect(verdicts(answers)).toEqual({ 'platform.wrong-password': 1, 'platform.wait': 9 });
		await superuser.query(`update access.attempts set last_at = now() - interval '61 minutes' where key = 'name patiente'`);
		expect(verdicts([await enter(door, { userName: 'patiente', password: PASSWORD }, here)])).toEqual({ in: 1 });
	});
});

describe('the code on paper', () => {
	it('lets in an owner whose name a stranger made wait, and ends that wait', async () => {
		const id = await somebody('enfermee');
		await times(20, () => enter(door, { userName: 'enfermee', password: 'faux' }, elsewhere));
		const code = await codeFor(id);
		const password = 'un tout autre mot de passe';
		expect(verdicts([await enterWithCode(door, { userName: 'Enfermee', code, password }, here)])).toEqual({ in: 1 });
		expect(verdicts([await enter(door, { userName: 'enfermee', password }, here)])).toEqual({ in: 1 });
	});

	it('of somebody of a demonstration is good on this machine only, and is not used up elsewhere', async () => {
		await superuser.query(`update access.accounts set user_name = 'cyprien', scope_id = $2 where id = $1`, [cast.cyprien, cast.abarimyi]);
		const asked = { userName: 'cyprien', code: await codeFor(cast.cyprien), password: PASSWORD };
		expect(verdicts([await enterWithCode(door, asked, elsewhere)])).toEqual({ 'platform.wrong-code': 1 });
		expect(verdicts([await enterWithCode(door, asked, here)])).toEqual({ in: 1 });
		expect(verdicts([await enter(door, { userName: 'cyprien', password: PASSWORD }, elsewhere)])).toEqual({ 'platform.wrong-password': 1 });
	});

	it('with signs of nothing in the name is a wrong code', async () => {
		const asked = { userName: 'x\u0000\uD83D', code: '\u0000', password: PASSWORD };
		expect(verdicts([await enterWithCode(door, asked, here)])).toEqual({ 'platform.wrong-code': 1 });
	});
});

describe('the time of an answer', () => {
	it('does not tell a name that is known from one that is not', async () => {
		await somebody('connue');
		const { password } = await door.auth.$context;
		const spent = async (userName: string, typed: string) => {
			const [hash, verify] = [password.hash, password.verify];
			let works = 0;
			password.hash = (...given) => ((works += 1), hash(...given));
			password.verify = (...given) => ((works += 1), verify(...given));
			await enter(door, { userName, password: typed }, here).finally(() => Object.assign(password, { hash, verify }));
			return works;
		};
		for (const typed of ['faux', ''])
			for (const name of ['connue', 'inconnue', 'x']) expect(await spent(name, typed), `${name} with « ${typed} »`).toBe(1);
		const closed = await somebody('partie');
		await superuser.query('update access.accounts set closed_on = current_date where id = $1', [closed]);
		expect(await spent('partie', PASSWORD)).toBe(1);
	});
});
