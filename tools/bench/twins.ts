import { capabilities } from '#app/capabilities.ts';
import { loadPlaces } from '#app/load-places.ts';
import { newId, type Id } from '#kernel/ids.ts';
import { openHouse, runCommand, type House } from '#platform/commands/runner.ts';
import { organisationKeys } from '../../src/capabilities/registry/rules/twins/organisation-keys.ts';
import { startOwnPostgres } from '../../src/platform/server/cluster.ts';
import { holdDataFolder } from '../../src/platform/server/data-folder.ts';
import { openDatabase, type Database } from '../../src/platform/server/database.ts';
import { migrate } from '../../src/platform/server/migrations.ts';
import { atMost, percentile, type Result } from './result.ts';

const ORGANISATIONS = 50_000;
const NEW = 200;
const AT_ONCE = 2_500;

// Few words make many names, and many alike: harder than life.
const FORMS = ['Association', 'Coopérative', 'Groupement', 'Ishirahamwe', 'Collectif', 'Réseau', ''];
const FIRST =
	'Twiyungunganye Terimbere Dushirehamwe Tuzamurane Twitezimbere Abahuza Dukundane Girubuntu Urumuri Izere Dutabarane Ejo Tujane Sangwe'.split(' ');
const SECOND = 'Amahoro Heza Hamwe Abarimyi Abagore Urwaruka Umuco Inzira Umurava Ubumwe Kazoza Rukundo Umuringa Intwari Inganji Mugisha'.split(' ');
const HILLS = Array.from(
	{ length: 400 },
	(_, at) => `${'BKMNRGT'[at % 7]}${'aeiou'[at % 5]}${'rngbmz'[at % 6]}${'aeiou'[(at * 3) % 5]}${'vsrgnk'[(at * 5) % 6]}${'aeiou'[(at * 7) % 5]}`,
);

type Drawn = Readonly<{ name: string; place: string; phone: string }>;

function drawn(at: number, communes: readonly string[]): Drawn {
	const pick = <T>(list: readonly T[], step: number) => list[Math.floor((at * step) / 7) % list.length] as T;
	const name = [pick(FORMS, 11), pick(FIRST, 13), pick(SECOND, 29), at % 3 === 0 ? `de ${pick(HILLS, 31)}` : ''].filter(Boolean).join(' ');
	return { name, place: communes[at % communes.length] ?? '', phone: at % 2 ? `79${String(100_000 + at)}` : '' };
}

/** Measures how long it takes to register one organisation among 50 000 with its twins proposed, all of it judged and written. */
export async function benchTwins(dataFolder: string, root: string): Promise<readonly Result[]> {
	const held = holdDataFolder(dataFolder);
	const { postgres, connections } = await startOwnPostgres(held.path);
	const database = await openDatabase(connections);
	try {
		await migrate(database.owner, `${root}/migrations`);
		await loadPlaces(database.owner, root);
		const stage = await filled(database);
		const times = await registered(openHouse(database, capabilities), stage);
		const { rows } = await database.owner.query<{ found: number }>(
			'select count(distinct stands_alike) as found from (select unnest(array[one_id, other_id]) as stands_alike from registry.twins) t where stands_alike = any ($1::uuid[])',
			[stage.fresh],
		);
		const found = Number(rows[0]?.found ?? 0);
		if (found < NEW * 0.9) throw new Error(`Only ${found} of ${NEW} new organisations met their twin: the measure would say nothing`);
		return [
			atMost(`twins proposed for 1 new among ${ORGANISATIONS} organisations, p95 (${found} of ${NEW} met one)`, 100, [percentile(times, 0.95), 'ms']),
		];
	} finally {
		await database.close();
		await postgres.stop();
		held.letGo();
	}
}

type Stage = Readonly<{ programmeId: Id; partnerId: Id; alice: Id; fresh: readonly Id[]; communes: readonly string[] }>;

async function filled({ owner }: Database): Promise<Stage> {
	const [programmeId, partnerId, alice] = [newId(), newId(), newId()];
	await owner.query(
		`insert into access.scopes (id, kind, parent_id) values ($1, 'programme', '00000000-0000-7000-8000-000000000001'), ($2, 'partner', $1)`,
		[programmeId, partnerId],
	);
	await owner.query(
		`insert into programme.programmes (id, scope_id, code, name, country, donor, starts_on, ends_on, closed, demonstration) values ($1, $1, 'essai', 'Essai', 'Burundi', 'Essai', '2026-01-01', '2027-12-31', false, true)`,
		[programmeId],
	);
	await owner.query(`insert into programme.partners (id, scope_id, programme_id, name, does) values ($2, $2, $1, 'Partenaire', 'Aide')`, [
		programmeId,
		partnerId,
	]);
	await owner.query(`insert into access.accounts (id, scope_id, full_name, user_name, opened_on) values ($2, $1, 'Alice', 'alice', '2026-01-01')`, [
		programmeId,
		alice,
	]);
	await owner.query(`insert into access.roles (id, account_id, role, scope_id, given_on) values ($3, $2, 'coordinator', $1, '2026-01-01')`, [
		programmeId,
		alice,
		newId(),
	]);
	const { rows } = await owner.query<{ code: string }>("select code from programme.places where scheme = '2025' and level = 'commune' order by code");
	const stage = { programmeId, partnerId, alice, fresh: Array.from({ length: NEW }, () => newId()), communes: rows.map(({ code }) => code) };
	for (let first = 0; first < ORGANISATIONS; first += AT_ONCE) await someMore({ owner }, stage, first);
	await owner.query('analyze registry.organisations; analyze registry.twin_keys; analyze access.scopes; analyze access.seen');
	return stage;
}

async function someMore({ owner }: Pick<Database, 'owner'>, { programmeId, partnerId, communes }: Stage, first: number): Promise<void> {
	const rows = Array.from({ length: AT_ONCE }, (_, at) => ({ id: newId(), ...drawn(first + at, communes) }));
	const keys = rows.flatMap(({ id, name, place, phone }) =>
		organisationKeys({ names: [{ name, acronym: '' }], kind: 'association', place: `2025:${place}`, colline: '', acts: [], phones: [phone] }).map(
			(key) => ({ id: newId(), of: id, key }),
		),
	);
	await owner.query(`insert into access.scopes (id, kind, parent_id) select id, 'organisation', $2 from jsonb_to_recordset($1) as t (id uuid)`, [
		JSON.stringify(rows),
		partnerId,
	]);
	await owner.query(
		`insert into registry.organisations (id, scope_id, programme_id, partner_id, name, kind, place_scheme, place_code, registered_on)
		select id, id, $2, $3, name, 'association', '2025', place, '2026-01-10' from jsonb_to_recordset($1) as t (id uuid, name text, place text)`,
		[JSON.stringify(rows), programmeId, partnerId],
	);
	await owner.query(
		`insert into registry.contacts (id, scope_id, organisation_id, full_name, phone, gone) select gen_random_uuid(), id, id, 'Personne inventée', phone, false from jsonb_to_recordset($1) as t (id uuid, phone text) where phone <> ''`,
		[JSON.stringify(rows)],
	);
	await owner.query(
		`insert into registry.twin_keys (id, scope_id, programme_id, organisation_id, key) select id, "of", $2, "of", key from jsonb_to_recordset($1) as t (id uuid, "of" uuid, key text)`,
		[JSON.stringify(keys), programmeId],
	);
}

// A new organisation is one that is there already, as another hand writes it.
async function registered(house: House, { partnerId, alice, fresh, communes }: Stage): Promise<readonly number[]> {
	const times: number[] = [];
	for (const [at, id] of fresh.entries()) {
		const { name, place, phone } = drawn(at * 241, communes);
		const contact = phone ? { id: newId(), fullName: 'Personne inventée', duty: '', phone: `+257 ${phone}`, email: '' } : null;
		const face = {
			id,
			partnerId,
			name: `${name.toUpperCase()} asbl`,
			kind: 'association',
			placeScheme: '2025',
			placeCode: place,
			membersWomen: 5,
			membersMen: 5,
		};
		const begun = performance.now();
		const { outcome, refusal } = await runCommand(
			house,
			{ personId: alice },
			{ id: newId(), name: 'registry.register-organisation', version: 1, input: { ...face, registeredOn: '2026-11-01', contact } },
		);
		times.push(performance.now() - begun);
		if (outcome !== 'applied') throw new Error(`A new organisation was not registered: ${JSON.stringify(refusal)}`);
	}
	return times;
}
