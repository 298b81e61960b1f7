import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { connectionsToRunning } from '#platform/server/cluster.ts';
import { buildIfStale } from '../../tools/build.ts';
import { visitor, type Visitor } from '../access/visitors.ts';
import { lineSaying } from '../access/world-lists.ts';
import { forget, newDataFolder, startProgram, type Program } from '../support/program.ts';

const LINES = 800;
// From before the command arrives to after it was answered, in milliseconds.
const MOMENTS = [0, 100, 250, 450, 900, 1_500];
const dataFolder = newDataFolder();
let program: Program | undefined;

beforeAll(buildIfStale);
afterAll(async () => {
	await program?.stop();
	forget(dataFolder);
});

describe('killed in the middle of an import', { timeout: 400_000 }, () => {
	it('has registered all of the list or nothing, whenever it happens, and goes on afterwards', async () => {
		program = await startProgram({ dataFolder });
		const seen = new Set<number>();
		for (const moment of MOMENTS) {
			const alice = await signedIn(program);
			const { importId, partnerId } = await aListOf(alice);
			const answer = alice.command('registry.finish-import', { importId, partnerId, on: '2026-11-20' }).catch(() => 'cut');
			await new Promise((resolve) => setTimeout(resolve, moment));
			kill(program);
			const said = await answer;
			program = await startProgram({ dataFolder });
			const registered = await registeredFrom(importId);
			expect([0, LINES]).toContain(registered);
			if (said === 'applied') expect(registered).toBe(LINES);
			seen.add(registered);
			const again = await signedIn(program);
			await again.command('registry.finish-import', { importId, partnerId, on: '2026-11-20' });
			expect(await registeredFrom(importId)).toBe(LINES);
		}
		// Some rounds came too early and some too late: both ends were seen.
		expect([...seen].sort((a, b) => a - b)).toEqual([0, LINES]);
	});
});

function kill({ pid }: Program): void {
	const postmaster = Number.parseInt(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8'), 10);
	for (const each of [pid, postmaster]) process.kill(each, 'SIGKILL');
}

async function aListOf(alice: Visitor): Promise<Readonly<{ importId: string; partnerId: string }>> {
	const [importId, partnerId] = [newId(), await aPartner()];
	const line = (at: number) => ({
		...{ id: newId(), organisationId: newId(), number: at + 2, cells: [], fields: lineSaying(`Inventée ${importId.slice(-8)} ${at}`) },
		...{ faults: [], notes: [], candidates: [] },
	});
	const lines = Array.from({ length: LINES }, (_, at) => line(at));
	const begun = await alice.command('registry.begin-import', {
		...{ id: importId, partnerId, fileName: 'essai.csv', digest: importId.replaceAll('-', '').repeat(2), readOn: '2026-11-01', head: ['Nom'] },
		...{ columns: ['name'], kindByDefault: null, placeScheme: '2025', notes: [], lines },
	});
	if (begun !== 'applied') throw new Error(`The list was not begun: ${begun}`);
	return { importId, partnerId };
}

async function signedIn({ address, said }: Program): Promise<Visitor> {
	const password = /· (\S+)/.exec(said())?.[1] ?? '';
	const body = new URLSearchParams({ userName: 'alice', password });
	const response = await fetch(`${address}/entrer`, { method: 'POST', redirect: 'manual', headers: { origin: address }, body });
	const cookie = response.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	return visitor(address, newId(), cookie);
}

async function aPartner(): Promise<string> {
	const [row] = await asOwner<{ id: string }>(`select a.id from programme.partners a join access.seen s on s.scope_id = a.id
		join access.accounts c on c.id = s.account_id where c.user_name = 'alice' order by a.id limit 1`);
	return row?.id ?? '';
}

async function registeredFrom(importId: string): Promise<number> {
	const [row] = await asOwner<{ registered: number; taken: number; done: boolean }>(
		`select count(o.id)::integer as registered, count(*) filter (where l.taken)::integer as taken, bool_and(i.done_on is not null) as done
		from registry.import_lines l join registry.imports i on i.id = l.import_id
		left join registry.organisations o on o.id = l.organisation_id where l.import_id = $1`,
		[importId],
	);
	if (!row || row.taken !== row.registered || row.done !== row.registered > 0) throw new Error(`Half imported: ${JSON.stringify(row)}`);
	return row.registered;
}

async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
	const client = new pg.Client({ ...connectionsToRunning(dataFolder).owner });
	await client.connect();
	try {
		return (await client.query<Row>(text, values)).rows;
	} finally {
		await client.end();
	}
}
