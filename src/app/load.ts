import { join } from 'node:path';
import { dayInBurundi } from '#kernel/calendar-date.ts';
import { secretNamed, openDoor } from '#platform/access/door/door.ts';
import { setPassword } from '#platform/access/door/enter.ts';
import { newCode } from '#platform/access/door/codes.ts';
import { listGazetteer } from '#capabilities/programme/server/places.ts';
import { openHouse } from '#platform/commands/runner.ts';
import { readersOver } from '#platform/reading/reading.ts';
import type { Database } from '#platform/server/database.ts';
import { capabilities } from './capabilities.ts';
import { loadDemonstration } from './demonstration.ts';
import { CAST } from './demonstration-people.ts';
import { derivedId } from './derived-id.ts';
import { ensureHouseAccount, firstCode, FIRST_USER_NAME } from './house-account.ts';
import { loadPlaces } from './load-places.ts';
import { loadProgramme } from './load-programme.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What to load: with `empty`, no programme at all; the demonstration only when it is wanted. */
export type Wanted = Readonly<{ database: Database; empty: boolean; demonstration: boolean }>;

/**
 * Loads places, the programmes that come with the program, and the demonstration where it is wanted and not there yet.
 * Returns lines for the terminal: how the first person comes in, and the sign-ins of the demonstration.
 */
export async function loadProgrammes({ database, empty, demonstration }: Wanted): Promise<readonly string[]> {
	const house = openHouse(database, capabilities);
	await loadPlaces(database.owner, ROOT);
	await ensureHouseAccount(database.owner);
	if (!empty) await loadProgramme(house, ROOT, 'burundi-osc-2016');
	const there = await database.owner.query("select 1 from programme.programmes where code = 'demonstration'");
	if (demonstration && !empty && !there.rowCount) {
		const places = await readersOver(database.gate).asPublic((reading) => listGazetteer(reading));
		await loadDemonstration(house, ROOT, { today: dayInBurundi(Date.now()), places });
	}
	const code = await firstCode(database.owner);
	return [
		...(code ? [`Premier compte / first account: ${FIRST_USER_NAME}, code ${code}`] : []),
		...(demonstration && !empty ? await demonstrationSignIns(database) : []),
	];
}

async function demonstrationSignIns(database: Database): Promise<readonly string[]> {
	// Its connections close with the database.
	const pool = database.gateAs('shigikira_doorkeeper', { schema: 'auth', size: 1 });
	const password = await secretNamed(pool, 'demonstration', () => newCode().toLowerCase());
	const door = await openDoor(pool, false);
	for (const { key, userName, fullName } of CAST) {
		const id = derivedId(`demonstration ${key}`);
		const { rowCount } = await pool.query(`select 1 from auth.account where "userId" = $1`, [id]);
		if (!rowCount) await setPassword(door, { id, userName, fullName, password });
	}
	return [`Démonstration / demonstration: ${CAST.map(({ userName }) => userName).join(', ')} · ${password}`];
}
