import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Looks into the database of a running program as its superuser, who passes by every guard. Returns the rows of one statement. */
export async function asSuperuser(
	dataFolder: string,
	statement: string,
	values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
	const [, , , port, host] = readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n');
	const client = new pg.Client({ host: host ?? '', port: Number(port), user: 'postgres', database: 'shigikira' });
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(statement, [...values])).rows;
	} finally {
		await client.end();
	}
}
