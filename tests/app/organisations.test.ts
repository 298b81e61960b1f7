import { describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { loadProgrammes } from '#app/load.ts';
import { listOrganisations, loadHistory, type OrganisationQuery } from '#capabilities/registry/server/reads.ts';
import { readersOver } from '#platform/reading/reading.ts';
import { testDatabase } from '../support/test-database.ts';

const database = await testDatabase();
await loadProgrammes({ database, empty: false, demonstration: true });
const readers = readersOver(database.gate);

async function idOf(question: string): Promise<Id> {
	// The question selects one id.
	return (await database.superuser.query<{ id: string }>(question)).rows[0]?.id as Id;
}
const programmeId = await idOf("select id from programme.programmes where code = 'demonstration'");

async function listedFor(userName: string, asked: Omit<OrganisationQuery, 'programmeId'>) {
	const person = await idOf(`select id from access.accounts where user_name = '${userName}'`);
	return readers.as(person, (reading) => listOrganisations(reading, { programmeId, ...asked }));
}

describe('the list of organisations', () => {
	it('shows a coordinator all of them, and a leader her own', async () => {
		expect(await listedFor('alice', {})).toHaveLength(12);
		expect(await listedFor('cyprien', {})).toHaveLength(1);
	});

	it('finds one by the name it no longer bears, and says which', async () => {
		const [found, ...others] = await listedFor('alice', { words: 'ABAVYEYI ba nyarunazí' });
		expect(found).toMatchObject({ name: 'Ziganya Bavyeyi', formerly: 'Abavyeyi ba Nyarunazi' });
		expect(others).toEqual([]);
	});

	it('is filtered by life, and tells those of whom nothing was said from those that live', async () => {
		expect((await listedFor('alice', { life: 'dormant' })).map(({ name }) => name)).toEqual(['Dusasirane']);
		const [living, unsaid] = [await listedFor('alice', { life: 'active' }), await listedFor('alice', { life: 'unknown' })];
		expect(living.length + unsaid.length).toBe(11);
		expect(unsaid.length).toBeGreaterThan(0);
	});
});

describe('the history of an organisation', () => {
	it('is read by those who see it, and by nobody else', async () => {
		const organisation = await idOf("select id from registry.organisations where name = 'Ziganya Bavyeyi'");
		const readBy = async (userName: string) => {
			const person = await idOf(`select id from access.accounts where user_name = '${userName}'`);
			return readers.as(person, (reading) => loadHistory(reading, organisation));
		};
		expect((await readBy('alice')).name).toMatchObject([{ name: 'Abavyeyi ba Nyarunazi', struck: false }]);
		for (const userName of ['cyprien', 'evariste']) expect(Object.values(await readBy(userName)).flat()).toEqual([]);
	});
});
