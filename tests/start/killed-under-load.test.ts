import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { connectionsToRunning } from '#platform/server/cluster.ts';
import { buildIfStale } from '../../tools/build.ts';
import { forget, newDataFolder, startProgram, type Program } from '../support/program.ts';

const ROUNDS = 20;
const WRITERS = 4;
const dataFolder = newDataFolder();
const acknowledged: string[] = [];
const otherAnswers: string[] = [];
let program: Program | undefined;
let cookie = '';
let organisationId = '';

beforeAll(buildIfStale);
afterAll(async () => {
	await program?.stop();
	forget(dataFolder);
});

describe('killed without notice, under load', { timeout: 400_000 }, () => {
	it(`loses no command it had acknowledged, ${ROUNDS} times over`, async () => {
		program = await startProgram({ dataFolder });
		cookie = await signIn(program, 'beatrice');
		organisationId = await anOrganisation();
		for (let round = 0; round < ROUNDS; round++) {
			const before = acknowledged.length;
			const writing = Promise.all(Array.from({ length: WRITERS }, () => write(program as Program)));
			await expect.poll(() => acknowledged.length - before, { timeout: 20_000, interval: 20 }).toBeGreaterThan(WRITERS * 3);
			kill(program, round);
			await writing;
			program = await startProgram({ dataFolder });
		}
		// A program that is killed cuts the connection; it never answers that something went wrong.
		expect(otherAnswers).toEqual([]);
		expect(await missing()).toEqual({ outcomes: 0, persons: 0, lines: 0 });
	});
});

// Sometimes the program alone, sometimes both, its database first or last.
function kill({ pid }: Program, round: number): void {
	const postmaster = Number.parseInt(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8'), 10);
	const [first, ...others] = [[pid], [pid, postmaster], [postmaster, pid]][round % 3] as number[];
	for (const each of [first as number, ...others]) process.kill(each, 'SIGKILL');
}

async function write({ address }: Program): Promise<void> {
	for (;;) {
		const id = newId();
		const person = { id, fullName: `Personne ${id.slice(-6)}`, sex: 'F', birthYear: 1990, phone: '' };
		const envelope = { id, name: 'people.meet-person', version: 1, input: { person, organisationId, metOn: '2026-11-23' } };
		const headers = { cookie, origin: address, 'content-type': 'application/json' };
		try {
			const response = await fetch(`${address}/api/commands`, { method: 'POST', headers, body: JSON.stringify(envelope) });
			const text = await response.text();
			if (response.status === 200 && text.includes('"applied"')) acknowledged.push(id);
			else return void otherAnswers.push(`${response.status} ${text}`);
		} catch {
			// `fetch` fails where the program was killed: the connection is cut, or nobody listens any more.
			return;
		}
	}
}

async function signIn({ address, said }: Program, userName: string): Promise<string> {
	const password = /· (\S+)/.exec(said())?.[1] ?? '';
	const body = new URLSearchParams({ userName, password });
	const response = await fetch(`${address}/entrer`, { method: 'POST', redirect: 'manual', headers: { origin: address }, body });
	return response.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

async function anOrganisation(): Promise<string> {
	const { rows } = await asOwner<{ id: string }>(`select o.id from registry.organisations o
		join access.seen s on s.scope_id = o.id join access.accounts a on a.id = s.account_id where a.user_name = 'beatrice' limit 1`);
	return rows[0]?.id ?? '';
}

async function missing(): Promise<unknown> {
	const { rows } = await asOwner(
		`select count(*) filter (where o.command_id is null)::integer as outcomes, count(*) filter (where p.id is null)::integer as persons,
			count(*) filter (where l.command_id is null)::integer as lines
		from unnest($1::uuid[]) as told (id) left join commands.outcomes o on o.command_id = told.id
		left join people.persons p on p.id = told.id left join audit.lines l on l.command_id = told.id`,
		[acknowledged],
	);
	return rows[0];
}

async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<Row>> {
	const client = new pg.Client({ ...connectionsToRunning(dataFolder).owner });
	await client.connect();
	try {
		return await client.query<Row>(text, values);
	} finally {
		await client.end();
	}
}
