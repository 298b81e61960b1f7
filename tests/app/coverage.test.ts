import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId, type Id } from '#kernel/ids.ts';
import { listAtWork } from '#capabilities/registry/server/coverage.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { programmeUnderWay, type UnderWay } from '../support/programme-under-way.ts';
import { testHouse } from '../support/test-house.ts';

const house = await testHouse();
const day = '2026-06-01' as CalendarDate;
let programme: UnderWay;

async function works(organisationId: Id, theme: string, untilOn: string | null = null): Promise<Id> {
	const id = newId();
	const where = { placeScheme: '2025', placeCode: 'BI101' };
	await house.does(programme.alice, 'registry.record-work', { id, organisationId, theme, service: '', ...where, sinceOn: '2026-01-12', untilOn });
	return id;
}

function atWorkFor(personId: Id, on = day) {
	return house.readers.as(personId, async (reading) =>
		(await listAtWork(reading, { programmeId: programme.programmeId, day: on })).map(({ theme }) => theme).sort(),
	);
}

beforeAll(async () => {
	programme = await programmeUnderWay(house);
	await works(programme.abarimyi, 'ethics');
	await works(programme.twitezimbere, 'governance', '2026-05-01');
	await works(programme.abahuza, 'corruption');
	const struck = await works(programme.abarimyi, 'networking');
	await house.does(programme.alice, 'registry.strike-history-line', { organisationId: programme.abarimyi, what: 'work', lineId: struck });
});

describe('who is at work', () => {
	it('is told of the organisations a person sees, and of no other', async () => {
		expect(await atWorkFor(programme.alice)).toEqual(['corruption', 'ethics']);
		expect(await atWorkFor(programme.cyprien)).toEqual(['ethics']);
		for (const blind of [programme.domitille, programme.evariste, programme.stranger]) expect(await atWorkFor(blind)).toEqual([]);
	});

	it('is told for a day: what ended before it, began after it or was struck out is not', async () => {
		expect(await atWorkFor(programme.alice, '2026-02-01' as CalendarDate)).toEqual(['corruption', 'ethics', 'governance']);
		expect(await atWorkFor(programme.alice, '2026-01-11' as CalendarDate)).toEqual([]);
	});

	it('narrows the list of organisations to the same ones', async () => {
		const listed = (theme: string, code: string) =>
			house.readers.as(programme.alice, async (reading) => {
				const work = { day, theme, places: [{ scheme: '2025', code }] as const };
				return (await listOrganisations(reading, { programmeId: programme.programmeId, work })).map(({ id }) => id);
			});
		expect(await listed('ethics', 'BI101')).toEqual([programme.abarimyi]);
		expect(await listed('', 'BI101')).toHaveLength(2);
		expect(await listed('governance', 'BI101')).toEqual([]);
		expect(await listed('ethics', 'BI102')).toEqual([]);
	});
});
