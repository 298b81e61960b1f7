import { beforeAll, describe, expect, it } from 'vitest';
import { newId, type Id } from '#kernel/ids.ts';
import { findListed, searchDirectory, type DirectoryQuery } from '#capabilities/registry/server/directory.ts';
import { programmeUnderWay, type UnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
let programme: UnderWay;

type Wanted = Readonly<{ acronym?: string; kind?: string; place?: string; theme?: string; service?: string; women?: number; before?: string }>;

/** Registers an organisation that agreed to show its work and its members, and returns its id. */
async function listed(name: string, wanted: Wanted = {}): Promise<Id> {
	const { acronym = '', kind = 'association', place = 'BI101', theme = 'governance', service = '', women = 51, before } = wanted;
	const id = newId();
	const does = (command: string, input: object) => house.does(programme.alice, `registry.${command}`, { organisationId: id, ...input });
	await house.does(programme.alice, 'registry.register-organisation', {
		...{ id, partnerId: programme.care, name: before ?? name, acronym, kind, placeScheme: '2025', placeCode: place },
		...{ membersWomen: women, membersMen: 35, registeredOn: '2026-01-10' },
	});
	if (before) await does('rename-organisation', { id: newId(), was: before, name, acronym, renamedOn: '2026-02-01' });
	await does('record-work', { id: newId(), theme, service, placeScheme: '2025', placeCode: place, sinceOn: '2026-01-12', untilOn: null });
	await does('publish-organisation', { listingId: newId(), agreedOn: '2026-02-02', showsWork: true, showsMembers: true });
	return id;
}

async function found(query: DirectoryQuery): Promise<readonly string[]> {
	return (await house.readers.asPublic((reading) => searchDirectory(reading, query))).rows.map(({ name }) => name);
}

beforeAll(async () => {
	await house.database.superuser.query(`insert into programme.places (scheme, code, level, name, province_code) values
		('2017', 'BDI010', 'province', 'Ruyigi', 'BDI010'), ('2017', 'BDI010001', 'commune', 'Nyabitsinda', 'BDI010'),
		('2025', 'BI103', 'commune', 'Gashoho', 'BI1')`);
	await house.database.superuser.query(`insert into programme.crosswalk values ('BDI010001', 'BI102', 0.97)`);
	programme = await programmeUnderWay(house);
	await listed('Abarimyi b’i Gasorwe', { place: 'BI103', acronym: 'A.B.G.', service: 'Épargne et crédit', theme: 'credit-and-income' });
	await listed('Gasorwe Terimbere', { place: 'BI102', kind: 'group' });
	await listed('Twitezimbere', { place: 'BI201', women: 3 });
	await listed('Ziganya Bavyeyi', { before: 'Abahora hamwe', place: 'BI201', theme: 'ethics' });
});

describe('the search of the directory', () => {
	it('forgives accents, capitals and apostrophes, and words in another order', async () => {
		expect(await found({ words: 'GASORWÉ  abarimyi' })).toEqual(['Abarimyi b’i Gasorwe']);
		expect(await found({ words: "abarimyi b'i gasorwe" })).toEqual(['Abarimyi b’i Gasorwe']);
	});

	it('forgives a letter, and says how it read the word', async () => {
		const search = (words: string) => house.readers.asPublic((reading) => searchDirectory(reading, { words }));
		expect(await search('gasorve')).toMatchObject({ count: 2, readAs: ['gasorwe'] });
		expect(await search('twitesimbere')).toMatchObject({ count: 1, readAs: ['twitezimbere'] });
		expect(await search('abarimi gasorve')).toMatchObject({ count: 1, readAs: ['abarimyi', 'gasorwe'] });
	});

	it('finds by acronym, with and without points, by service, and by half a word', async () => {
		for (const words of ['abg', 'A.B.G.', 'epargne', 'abari']) expect(await found({ words }), words).toEqual(['Abarimyi b’i Gasorwe']);
	});

	it('puts those that bear the word in their name before those whose place bears it', async () => {
		await listed('Bubanza Ejo', { place: 'BI201' });
		const [first, ...others] = await found({ words: 'bubanza' });
		expect([first, others.length]).toEqual(['Bubanza Ejo', 2]);
	});

	it('finds nothing for a word that is like none, rather than the rest of the words', async () => {
		expect(await found({ words: 'gasorwe xqzwvk' })).toEqual([]);
	});

	it('takes nothing that is typed for a question of its own', async () => {
		for (const words of ["' & !", '(((', 'a:* | b', '%_%', ':*']) expect(Array.isArray(await found({ words })), words).toBe(true);
	});

	it('is narrowed by theme, kind, province and commune', async () => {
		expect(await found({ theme: 'ethics' })).toEqual(['Ziganya Bavyeyi']);
		expect(await found({ kind: 'group' })).toEqual(['Gasorwe Terimbere']);
		expect(await found({ place: '2025:BI1' })).toEqual(['Abarimyi b’i Gasorwe', 'Gasorwe Terimbere']);
		expect(await found({ place: '2025:BI1', theme: 'governance' })).toEqual(['Gasorwe Terimbere']);
	});

	it('finds by the commune and the province of before 2025', async () => {
		for (const query of [{ place: '2017:BDI010001' }, { place: '2017:BDI010' }, { words: 'nyabitsinda' }, { words: 'ruyigi' }])
			expect(await found(query)).toEqual(['Gasorwe Terimbere']);
	});

	it('shows page after page, and the first instead of one past the last', async () => {
		for (let at = 0; at < 21; at += 1) await listed(`Ishirahamwe ${String(at).padStart(2, '0')}`);
		const page = (number: number) => house.readers.asPublic((reading) => searchDirectory(reading, { words: 'ishirahamwe', page: number }));
		expect(await page(1)).toMatchObject({ count: 21, hasNext: true });
		expect((await page(2)).rows.map(({ name }) => name)).toEqual(['Ishirahamwe 20']);
		expect(await page(9)).toMatchObject({ page: 1, hasNext: true });
	});
});

describe('what the directory tells', () => {
	it('never finds an organisation by a name it no longer bears', async () => {
		expect(await found({ words: 'abahora' })).toEqual([]);
	});

	it('forgets an organisation that withdrew, and the words that it alone bore', async () => {
		const id = await listed('Umugisha Kwizera', { service: 'Ubworozi bw’inzuki' });
		const words = async () =>
			(
				await house.database.superuser.query<{ word: string }>(
					`select word from registry.directory_words where word in ('umugisha', 'inzuki', 'butaganzwa') order by 1`,
				)
			).rows.map(({ word }) => word);
		expect(await words()).toEqual(['butaganzwa', 'inzuki', 'umugisha']);
		await house.does(programme.alice, 'registry.withdraw-organisation', { organisationId: id });
		expect(await words()).toEqual(['butaganzwa']);
		for (const asked of ['umugisha', 'umugesha', 'inzuki']) expect(await found({ words: asked })).toEqual([]);
		expect(await house.readers.asPublic((reading) => findListed(reading, id))).toBeUndefined();
		const { rows } = await house.database.superuser.query('select places, sought::text from registry.directory where organisation_id = $1', [id]);
		expect(rows).toEqual([{ places: [], sought: '' }]);
	});

	it('tells no count under five, nor which of the two it is', async () => {
		const [row] = (await house.readers.asPublic((reading) => searchDirectory(reading, { words: 'twitezimbere' }))).rows;
		const page = await house.readers.asPublic((reading) => findListed(reading, row?.organisationId as Id));
		expect(page).toMatchObject({ members: 38, membersWomen: null, membersMen: null });
	});

	it('tells work by theme, service and province, and follows it when it changes', async () => {
		const [row] = (await house.readers.asPublic((reading) => searchDirectory(reading, { words: 'abg' }))).rows;
		const organisationId = row?.organisationId as Id;
		await house.does(programme.alice, 'registry.record-work', {
			...{ id: newId(), organisationId, theme: 'ethics', service: 'Veille', placeScheme: '2025', placeCode: 'BI201' },
			...{ sinceOn: '2026-03-01', untilOn: null },
		});
		expect(await house.readers.asPublic((reading) => findListed(reading, organisationId))).toMatchObject({
			themes: ['credit-and-income', 'ethics'],
			services: ['Veille', 'Épargne et crédit'],
			zones: [
				{ province: 'Buhumuza', communes: ['Gashoho'] },
				{ province: 'Bujumbura', communes: ['Bubanza'] },
			],
			demonstration: true,
		});
		expect(await found({ words: 'abarimyi bubanza veille' })).toEqual(['Abarimyi b’i Gasorwe']);
	});
});
