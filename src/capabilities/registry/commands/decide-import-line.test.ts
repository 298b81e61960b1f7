import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aList, aListLine } from '../builders.ts';
import { importLines, imports } from '../import-schema.ts';
import { decideImportLine } from './decide-import-line.ts';

const list = aList();
const alike = newId();
const line = aListLine(list, { candidates: [{ organisationId: alike, likeness: 0.9 }] });
const over = (decided: string, sameAsId: string | null) =>
	judged(decideImportLine, { importId: list.id, lineId: line.id, decided, sameAsId }, [
		[imports, list],
		[importLines, line],
	]);

describe('decide about a line that looks like an organisation', () => {
	it('says that it is the same, that it is another, or neither any more', async () => {
		expect(rowsInto(importLines, await over('same', alike))).toMatchObject([{ decided: 'same', sameAsId: alike }]);
		expect(rowsInto(importLines, await over('other', null))).toMatchObject([{ decided: 'other', sameAsId: null }]);
		expect(rowsInto(importLines, await over('', null))).toMatchObject([{ decided: '', sameAsId: null }]);
	});

	it('refuses an organisation that was not proposed', async () => {
		expect(verdictOf(await over('same', newId()))).toBe('platform.not-permitted');
		expect(verdictOf(await over('other', alike))).toBe('platform.not-permitted');
	});
});
