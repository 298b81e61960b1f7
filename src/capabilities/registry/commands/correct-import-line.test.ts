import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aList, aListLine, someFields } from '../builders.ts';
import { importLines, imports } from '../import-schema.ts';
import { correctImportLine } from './correct-import-line.ts';

const list = aList();
const faulty = aListLine(list, {
	fields: someFields({ placeCode: '' }),
	faults: [{ field: 'commune', key: 'registry.import-no-such-place', was: 'Gasorwé', suggestions: [] }],
});
const asked = { importId: list.id, lineId: faulty.id, seen: 0, fields: someFields() };
const over = (given: object, before: object = {}) =>
	judged(correctImportLine, { ...asked, ...given }, [
		[imports, list],
		[importLines, { ...faulty, ...before }],
	]);

describe('correct a line of a list', () => {
	it('keeps what the person says, without the faults that were found, and what the file said', async () => {
		const [after] = rowsInto(importLines, await over({}));
		expect(after).toMatchObject({ fields: { placeCode: 'BI101' }, faults: [], corrected: 1, cells: faulty.cells });
	});

	it('forgets what was decided of it when its name changes', async () => {
		const decided = { decided: 'same' as const, sameAsId: list.id, candidates: [{ organisationId: list.id, likeness: 0.9 }] };
		expect(rowsInto(importLines, await over({ fields: someFields({ name: 'Une tout autre' }) }, decided))[0]).toMatchObject({
			...{ decided: '', sameAsId: null, candidates: [] },
		});
	});

	it('takes up a line that was left out', async () => {
		expect(rowsInto(importLines, await over({}, { leftBecause: 'Inconnue' }))[0]?.leftBecause).toBe('');
	});

	it('refuses when somebody corrected it meanwhile', async () => {
		expect(verdictOf(await over({}, { corrected: 1 }))).toBe('registry.line-changed-meanwhile');
	});

	it('refuses a legal act without its day, since a history is told by days', async () => {
		const act = { kind: 'recognition' as const, number: '530/12', actedOn: null, authority: '' };
		expect(await over({ fields: someFields({ act }) })).toMatchObject({ key: 'platform.missing', params: { field: 'actedOn' } });
	});

	it('does not find a line of another list', async () => {
		expect(verdictOf(await over({}, { importId: aList().id }))).toBe('platform.not-permitted');
	});
});
