import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { headOfChain, sealLines } from '#platform/audit/sealer.ts';
import { verifyChain } from '#platform/audit/verify.ts';
import { programmeUnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
await programmeUnderWay(house);
await sealLines(house.gate);
const { superuser } = house.database;

const TABLES = ['audit.lines', 'audit.contents', 'audit.seals'];

beforeEach(async () => {
	for (const table of TABLES) {
		const copy = `public.copy_of_${table.replace('.', '_')}`;
		await superuser.query(`create table if not exists ${copy} as table ${table}`);
	}
	await restored();
});

async function restored(): Promise<void> {
	await superuser.query(`truncate ${TABLES.join(', ')}`);
	for (const table of TABLES) await superuser.query(`insert into ${table} select * from public.copy_of_${table.replace('.', '_')}`);
}

async function damaged(statement: string): Promise<string | undefined> {
	const head = await headOfChain(house.gate);
	expect((await verifyChain(house.database.owner, head)).sound).toBe(true);
	await superuser.query(`begin; set session_replication_role = replica; ${statement}; commit; set session_replication_role = origin`);
	const verdict = await verifyChain(house.database.owner, head);
	expect(verdict.sound).toBe(false);
	return verdict.found;
}

const third = '(select seq from audit.lines order by seq offset 2 limit 1)';

describe('the audit chain', () => {
	it('is sound when nobody touched it, and covers every line', async () => {
		const verdict = await verifyChain(house.database.owner, await headOfChain(house.gate));
		const { rows } = await superuser.query<{ lines: number }>('select count(*)::integer as lines from audit.lines');
		expect(verdict).toMatchObject({ sound: true, checked: rows[0]?.lines });
		expect(verdict.checked).toBeGreaterThan(5);
	});

	it.each([
		['name', `update audit.lines set name = 'needs.express-need' where seq = ${third}`],
		['account', `update audit.lines set account_id = gen_random_uuid() where seq = ${third}`],
		['hour', `update audit.lines set at = at - interval '1 day' where seq = ${third}`],
		['outcome', `update audit.lines set outcome = 'refused' where seq = ${third}`],
		['digest', `update audit.lines set digest = sha256('x') where seq = ${third}`],
		['content', `update audit.contents set content = content || ' ' where seq = ${third}`],
		['link', `update audit.seals set chain = sha256('x') where seq = ${third}`],
	])('tells when the %s of a line was altered', async (_, statement) => {
		expect(await damaged(statement)).toBeTruthy();
	});

	it('tells when a line was removed, with its seal or without', async () => {
		expect(await damaged(`delete from audit.lines where seq = ${third}`)).toBeTruthy();
		await restored();
		expect(
			await damaged(
				`delete from audit.seals where seq = ${third}; delete from audit.contents where seq = ${third}; delete from audit.lines where seq = ${third}`,
			),
		).toBeTruthy();
	});

	it('tells when the newest lines were removed, with everything that belongs to them', async () => {
		const tail = '(select seq from audit.lines order by seq desc limit 2)';
		expect(
			await damaged(
				`delete from audit.seals where seq in ${tail}; delete from audit.contents where seq in ${tail}; delete from audit.lines where seq in ${tail}`,
			),
		).toMatch(/newest lines were removed/);
	});

	it('tells when a line was added among older ones, at a number that was free, also at the very first', async () => {
		const forged = (seq: string) => `insert into audit.lines (seq, account_id, command_id, name, outcome, digest)
			values (${seq}, gen_random_uuid(), gen_random_uuid(), 'needs.express-need', 'applied', sha256('x'))`;
		const free = `(select l.seq + 1 from audit.lines l where not exists (select 1 from audit.lines n where n.seq = l.seq + 1)
			and l.seq < (select max(seq) from audit.lines) order by l.seq limit 1)`;
		expect(await damaged(forged(free))).toMatch(/a line was added before line \d+/);
		await restored();
		expect(await damaged(forged('-5'))).toMatch(/a line was added before line 1,/);
		await restored();
		expect(await damaged(forged('(select min(seq) - 1 from audit.lines)'))).toMatch(/a line was added before line 1,/);
	});

	it('counts the lines that wait for their seal, and breaks on none of them', async () => {
		await house.tries(newId(), 'needs.confirm-need', {});
		expect(await verifyChain(house.database.owner)).toMatchObject({ sound: true, unsealed: 1 });
		await sealLines(house.gate);
		expect(await verifyChain(house.database.owner)).toMatchObject({ sound: true, unsealed: 0 });
	});

	it('is whole at each moment while people work and the sealer seals', async () => {
		const working = Promise.all(Array.from({ length: 300 }, () => house.tries(newId(), 'needs.confirm-need', {})));
		let [over, looks] = [false, 0];
		void working.then(() => (over = true));
		for (; !over || looks < 3; looks += 1) {
			const [verdict] = await Promise.all([verifyChain(house.database.owner), sealLines(house.gate)]);
			expect(verdict.found).toBeUndefined();
		}
		await sealLines(house.gate);
		expect(await verifyChain(house.database.owner)).toMatchObject({ sound: true, unsealed: 0 });
	});

	it('tells when two lines changed places', async () => {
		expect(
			await damaged(`with two as (select seq, row_number() over (order by seq) as at from audit.lines order by seq limit 2)
				update audit.lines l set (command_id, name, digest) = (select o.command_id, o.name, o.digest from audit.lines o join two t on t.seq = o.seq
				where t.at = 3 - (select at from two where two.seq = l.seq)) where l.seq in (select seq from two)`),
		).toBeTruthy();
	});

	it('tells when a whole chain was made anew after a change', async () => {
		const head = await headOfChain(house.gate);
		await superuser.query(`update audit.lines set name = 'forged' where seq = ${third}`);
		await superuser.query('truncate audit.seals');
		await sealLines(house.gate);
		expect((await verifyChain(house.database.owner)).sound).toBe(true);
		expect((await verifyChain(house.database.owner, head)).sound).toBe(false);
	});

	it('stays sound when a content is erased by law', async () => {
		await superuser.query(`delete from audit.contents where seq = ${third}`);
		expect(await verifyChain(house.database.owner, await headOfChain(house.gate))).toMatchObject({ sound: true, erased: 1 });
	});
});
