import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aList, aListLine, someFields } from '../builders.ts';
import { importLines, imports } from '../import-schema.ts';
import { matchImportColumns } from './match-import-columns.ts';

const list = aList();
const [untouched, corrected] = [aListLine(list), aListLine(list, { number: 3, corrected: 1, fields: someFields({ name: 'Corrigée' }) })];
const anew = ({ id }: { id: string }) => ({ id, fields: someFields({ name: 'Comprise autrement' }), faults: [], notes: [], candidates: [] });
const asked = {
	...{ importId: list.id, columns: ['acronym'], kindByDefault: 'group', placeScheme: '2017', lines: [anew(untouched), anew(corrected)] },
};
const over = (given: object = {}) =>
	judged(matchImportColumns, asked, [
		[imports, { ...list, ...given }],
		[importLines, untouched],
		[importLines, corrected],
	]);

describe('match the columns of a list', () => {
	it('understands its lines anew, but leaves those a person corrected', async () => {
		const decision = await over();
		expect(rowsInto(imports, decision)).toMatchObject([{ columns: ['acronym'], kindByDefault: 'group', placeScheme: '2017' }]);
		expect(rowsInto(importLines, decision)).toMatchObject([{ id: untouched.id, fields: { name: 'Comprise autrement' }, cells: untouched.cells }]);
	});

	it('refuses when the list is imported, or set aside', async () => {
		expect(verdictOf(await over({ doneOn: '2026-03-02' }))).toBe('registry.import-done');
		expect(verdictOf(await over({ setAside: true }))).toBe('registry.import-set-aside');
	});
});
