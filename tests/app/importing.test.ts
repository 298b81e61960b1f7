import { describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { loadProgrammes } from '#app/load.ts';
import { importInput } from '#app/import-input.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { listGazetteer } from '#capabilities/programme/server/places.ts';
import { findImport, listImports } from '#capabilities/registry/server/import-reads.ts';
import { candidatesOf, organisationsThatMeet } from '#capabilities/registry/server/twins.ts';
import { understandList } from '#capabilities/registry/server/understood-lists.ts';
import { countStandings } from '#capabilities/registry/rules/line-standing.ts';
import { capabilities } from '#app/capabilities.ts';
import { openHouse, runCommand } from '#platform/commands/runner.ts';
import { readersOver } from '#platform/reading/reading.ts';
import { testDatabase } from '../support/test-database.ts';

const database = await testDatabase();
await loadProgrammes({ database, empty: false, demonstration: true });
const house = openHouse(database, capabilities);
const readers = readersOver(database.gate);
const { superuser } = database;

async function one(question: string): Promise<Id> {
	// The question selects one id.
	return (await superuser.query<{ id: string }>(question)).rows[0]?.id as Id;
}
const beatrice = await one(`select id from access.accounts where user_name = 'beatrice'`);
const [programmeId, partnerId] = [
	await one(`select id from programme.programmes where code = 'demonstration'`),
	await one(`select id from programme.partners where name = 'Maison Ruvubu'`),
];
const does = (name: string, input: object) => runCommand(house, { personId: beatrice }, { id: newId(), name, version: 1, input });
const seen = (id: Id) => readers.as(beatrice, (reading) => findImport(reading, id));

/** Reads lines as a list that was given, and keeps it. Returns its id. */
async function given(lines: readonly string[]): Promise<Id> {
	const places = await readers.asPublic((reading) => listGazetteer(reading));
	const file = { bytes: new TextEncoder().encode(lines.join('\n')), fileName: 'essai.csv' };
	const today = '2026-11-20' as never;
	const understood = await understandList(
		file,
		{ sheet: 0, columns: undefined, places, scheme: '2025', defaults: { kind: 'association' }, today },
		() => undefined,
	);
	if (isRefusal(understood)) throw new Error(understood.key);
	const importId = newId();
	const wanted = { importId, partnerId, digest: 'a'.repeat(64), readOn: today, file, scheme: '2025', kind: null } as const;
	const input = importInput(wanted, understood, 0);
	const candidates = await readers.as(beatrice, (reading) => candidatesOf(reading, partnerId, input.lines));
	const outcome = await does('registry.begin-import', {
		...input,
		lines: input.lines.map((line, at) => ({ ...line, candidates: candidates[at] ?? [] })),
	});
	expect(outcome.outcome).toBe('applied');
	return importId;
}

describe('a list in the registry', () => {
	it('is left half way by the demonstration, seen by the team of its partner alone', async () => {
		const cyprien = await one(`select id from access.accounts where user_name = 'cyprien'`);
		expect(await readers.as(beatrice, (reading) => listImports(reading, programmeId))).toMatchObject([{ lines: 8, taken: 0, doneOn: null }]);
		expect(await readers.as(cyprien, (reading) => listImports(reading, programmeId))).toEqual([]);
	});

	it('becomes organisations with all that its lines say, and nothing when it is read again', async () => {
		const lines = [
			'Nom;Commune;Femmes;Hommes;Responsable;Téléphone',
			'Inventée Première;Butaganzwa;12;8;Une Personne;79 00 11 22',
			'Inventée Seconde;Muyinga;3;4;;',
		];
		const id = await given(lines);
		expect(await does('registry.finish-import', { importId: id, partnerId, on: '2026-11-20' })).toMatchObject({ outcome: 'applied' });
		const { rows } = await superuser.query(
			`select o.name, c.phone, h.women from registry.organisations o left join registry.contacts c on c.organisation_id = o.id
			left join registry.headcounts h on h.organisation_id = o.id where o.name like 'Inventée %' order by o.name`,
		);
		expect(rows).toEqual([
			{ name: 'Inventée Première', phone: '+257 79 00 11 22', women: 12 },
			{ name: 'Inventée Seconde', phone: null, women: 3 },
		]);
		const again = await given(lines);
		expect(countStandings((await seen(again))?.standings.values() ?? [])).toMatchObject({ known: 2, ready: 0 });
		await does('registry.finish-import', { importId: again, partnerId, on: '2026-11-20' });
		expect((await superuser.query(`select 1 from registry.organisations where name like 'Inventée %'`)).rowCount).toBe(2);
	});

	it('proposes what a line may mean, registers nothing until a person decides, and nothing where it is the same', async () => {
		const id = await given(['Nom;Commune;Téléphone', 'Inventee Premiere asbl;Butaganzwa;79001122', 'Tout autre chose;Muyinga;']);
		const before = await seen(id);
		const [alike] = before?.lines ?? [];
		expect(countStandings(before?.standings.values() ?? [])).toMatchObject({ 'to-decide': 1, ready: 1 });
		expect(await does('registry.finish-import', { importId: id, partnerId, on: '2026-11-20' })).toMatchObject({
			refusal: { key: 'registry.lines-wait' },
		});
		const sameAsId = alike?.candidates[0]?.organisationId;
		expect(sameAsId).toBe(await one(`select id from registry.organisations where name = 'Inventée Première'`));
		await does('registry.decide-import-line', { importId: id, lineId: alike?.id, decided: 'same', sameAsId });
		expect(await does('registry.finish-import', { importId: id, partnerId, on: '2026-11-20' })).toMatchObject({ outcome: 'applied' });
		expect((await superuser.query(`select 1 from registry.organisations where name like 'Invent%e Premi%re%'`)).rowCount).toBe(1);
	});

	it('has the twins among its own lines looked for afterwards', async () => {
		const id = await given(['Nom;Commune', 'Twizigire Ubuzima Rugari;Muyinga', 'Twizigire Ubuzima Rugarii;Muyinga']);
		await does('registry.finish-import', { importId: id, partnerId, on: '2026-11-20' });
		const among = ((await seen(id))?.lines ?? []).map(({ organisationId }) => organisationId);
		const met = await organisationsThatMeet(database.gateAs('shigikira_judge', { size: 1 }), programmeId, among);
		expect([...met].sort()).toEqual([...among].sort());
		for (const organisationId of met) expect(await does('registry.look-for-twins', { organisationId })).toMatchObject({ outcome: 'applied' });
		const pairs = await superuser.query(`select state from registry.twins where one_id = any ($1) and other_id = any ($1)`, [among]);
		expect(pairs.rows).toEqual([{ state: 'proposed' }]);
	});
});
