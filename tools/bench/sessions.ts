import { asSuperuser } from '../../tests/support/embedded.ts';
import { signIn, type Program } from './program.ts';
import { atMost, percentile, type Result } from './result.ts';

const SESSIONS = 5000;
const PEOPLE = 12;
const TIMES = 15;
const MOST_MILLISECONDS = 300;
const ASKED = ['', '?page=60', '?etat=held', '?mot=gitega', '?mot=sans+pareil', '?sorte=workshop&page=3'];

/**
 * Measures the page that lists sessions, 5 000 of them with 60 000 places in all, as a coordinator reads it: whole answers over HTTP, one
 * after the other. Takes a program with the demonstration and its data folder, which it fills.
 */
export async function benchSessions({ base, password }: Program, dataFolder: string): Promise<readonly Result[]> {
	await asSuperuser(dataFolder, FILLED);
	const cookie = await signIn(base, 'alice', password);
	const latencies: number[] = [];
	for (const asked of ASKED) {
		await read(`${base}/formations${asked}`, cookie);
		for (let time = 0; time < TIMES; time += 1) {
			const began = performance.now();
			await read(`${base}/formations${asked}`, cookie);
			latencies.push(performance.now() - began);
		}
	}
	return [atMost(`list of ${SESSIONS} sessions, whole page: p95`, MOST_MILLISECONDS, [percentile(latencies, 0.95), 'ms'])];
}

async function read(address: string, cookie: string): Promise<void> {
	const answer = await fetch(address, { headers: { cookie } });
	await answer.text();
	if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
}

// As many sessions as a large programme holds in some years, and the people of some organisations on their lists.
const FILLED = `
	with pattern as (
		select t.* from training.sessions t join programme.programmes p on p.id = t.programme_id where p.demonstration order by t.code limit 1
	), added as (
		insert into training.sessions (id, scope_id, programme_id, group_id, code, title, theme, place_scheme, place_code, venue, half_days, first_on, last_on, state, held_on, check_on, kind)
		select gen_random_uuid(), p.scope_id, p.programme_id, p.group_id, 'BE-' || lpad(n::text, 5, '0'), 'Session de mesure ' || n, p.theme, p.place_scheme, p.place_code, p.venue,
			jsonb_build_array((date '2020-01-01' + n % 2000)::text || ' am'), date '2020-01-01' + n % 2000, date '2020-01-01' + n % 2000, 'held', date '2020-01-01' + n % 2000,
			date '2021-01-01' + n % 2000, case when n % 4 = 0 then 'workshop' else 'training' end
		from pattern p cross join generate_series(1, ${SESSIONS}) n returning id, scope_id
	), seen as (
		insert into access.row_scopes (row_id, scope_id, collection) select id, scope_id, 'training.sessions' from added
	), placed as (
		insert into training.enrolments (id, scope_id, session_id, organisation_id, person_id, partner_scope_id, on_the_spot, withdrawn, duty)
		select gen_random_uuid(), q.organisation_id, a.id, q.organisation_id, q.id, a.scope_id, false, false, ''
		from added a cross join (select id, organisation_id from people.persons order by id limit ${PEOPLE}) q returning id, scope_id
	)
	insert into access.row_scopes (row_id, scope_id, collection) select id, scope_id, 'training.enrolments' from placed;
	analyze training.sessions; analyze training.enrolments; analyze access.row_scopes`;
