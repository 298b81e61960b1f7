import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation, aList, aListLine, someFields } from '../builders.ts';
import { importLines, imports, type ImportLine } from '../import-schema.ts';
import { contacts, headcounts, legalActs, organisations, twins, works, type Organisation } from '../schema.ts';
import { finishImport, setImportAside } from './finish-import.ts';

const list = aList();
const finish = (lines: readonly ImportLine[], registered: readonly Organisation[] = [], given: object = {}) =>
	judged(finishImport, { importId: list.id, partnerId: list.partnerId, on: '2026-03-05' }, [
		[imports, { ...list, ...given }],
		...lines.map((line) => [importLines, line] as const),
		...registered.map((one) => [organisations, one] as const),
	]);
const named = (name: string, number: number, given: object = {}) => aListLine(list, { number, fields: someFields({ name, ...given }) });

describe('finish an import', () => {
	it('registers each line that is ready, with its contacts, act, count and works, under the partner', async () => {
		const fields = someFields({
			...{ themes: ['ethics', 'governance'], services: ['Écoute'], countedOn: '2025-12-31' as CalendarDate },
			contacts: [{ fullName: 'Une Personne', duty: '', phone: '+257 79 00 00 00', email: '' }],
			act: { kind: 'recognition', number: '530/12', actedOn: '2014-03-12' as CalendarDate, authority: '' },
		});
		const decision = await finish([aListLine(list, { fields })]);
		const [made] = rowsInto(organisations, decision);
		expect(made).toMatchObject({ name: fields.name, partnerId: list.partnerId, registeredOn: '2026-03-05', publishedOn: null });
		expect(rowsInto(contacts, decision)).toMatchObject([{ organisationId: made?.id, phone: '+257 79 00 00 00' }]);
		expect(rowsInto(legalActs, decision)).toMatchObject([{ number: '530/12', actedOn: '2014-03-12' }]);
		expect(rowsInto(headcounts, decision)).toMatchObject([{ countedOn: '2025-12-31', women: 51, men: 35 }]);
		expect(rowsInto(works, decision).map(({ theme, service }) => [theme, service])).toEqual([
			['ethics', 'Écoute'],
			['governance', ''],
		]);
		expect(rowsInto(imports, decision)).toMatchObject([{ doneOn: '2026-03-05' }]);
	});

	it('registers none that is known already, left out, or said to be another line again', async () => {
		const known = anOrganisation({ name: 'ABARIMYI b’i gasorwe', partnerId: list.partnerId });
		const lines = [named(known.name, 2), { ...named('Laissée', 3), leftBecause: 'Hors zone' }, named('Nouvelle', 4), named('nouvelle', 5)];
		expect(rowsInto(organisations, await finish(lines, [known])).map(({ name }) => name)).toEqual(['Nouvelle']);
	});

	it('refuses while a line waits, and registers nothing then', async () => {
		const faulty = { ...named('Sans commune', 2, { placeCode: '' }) };
		const alike = { ...named('Jumelle', 3), candidates: [{ organisationId: anOrganisation().id, likeness: 0.9 }] };
		expect(await finish([faulty, alike, named('Prête', 4)])).toMatchObject({ key: 'registry.lines-wait', params: { count: 2 } });
	});

	it('refuses one name in one place with two faces, whichever comes first', async () => {
		const [one, other] = [named('Pareille', 2), named('PAREILLE', 3, { membersWomen: 12 })];
		for (const lines of [
			[one, other],
			[other, one],
		])
			expect(await finish(lines)).toMatchObject({ key: 'registry.lines-wait', params: { count: 2 } });
	});

	it('keeps that a person told a line and an organisation apart, so that they are not proposed again', async () => {
		const known = anOrganisation({ partnerId: list.partnerId, programmeId: list.programmeId, placeCode: 'BI102' });
		const line = { ...named('Jumelle', 2), candidates: [{ organisationId: known.id, likeness: 0.9 }], decided: 'other' as const };
		const [pair] = rowsInto(twins, await finish([line], [known]));
		expect(pair).toMatchObject({ state: 'different', scopeId: list.partnerId, decidedOn: '2026-03-05', score: 90 });
		expect([pair?.oneId, pair?.otherId].sort()).toEqual([line.organisationId, known.id].sort());
	});

	it('happens once', async () => {
		expect(verdictOf(await finish([named('Prête', 2)], [], { doneOn: '2026-03-04' }))).toBe('registry.import-done');
	});
});

describe('set a list aside', () => {
	it('puts it aside and takes it up again, unless it is imported', async () => {
		const aside = (setAside: boolean, given: object = {}) =>
			judged(setImportAside, { importId: list.id, setAside }, [[imports, { ...list, ...given }]]);
		expect(rowsInto(imports, await aside(true))).toMatchObject([{ setAside: true }]);
		expect(rowsInto(imports, await aside(false, { setAside: true }))).toMatchObject([{ setAside: false }]);
		expect(verdictOf(await aside(true, { doneOn: '2026-03-04' }))).toBe('registry.import-done');
	});
});
