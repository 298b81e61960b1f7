import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aList, aListLine } from '../builders.ts';
import { importLines, imports } from '../import-schema.ts';
import { leaveImportLines, resumeImportLines } from './leave-import-lines.ts';

const list = aList();
const lines = [2, 3, 4].map((number) => aListLine(list, { number }));
const rows = [[imports, list] as const, ...lines.map((line) => [importLines, line] as const)];
const some = { importId: list.id, lineIds: lines.slice(0, 2).map(({ id }) => id) };

describe('leave lines of a list out', () => {
	it('leaves those that were named, with the reason', async () => {
		const left = rowsInto(importLines, await judged(leaveImportLines, { ...some, reason: 'Hors de la zone' }, rows));
		expect(left.map(({ number, leftBecause }) => [number, leftBecause])).toEqual([
			[2, 'Hors de la zone'],
			[3, 'Hors de la zone'],
		]);
	});

	it('takes them up again as they were', async () => {
		const left = rowsInto(importLines, await judged(leaveImportLines, { ...some, reason: 'Hors de la zone' }, rows));
		const again = await judged(resumeImportLines, some, [[imports, list], ...left.map((line) => [importLines, line] as const)]);
		expect(rowsInto(importLines, again)).toEqual(lines.slice(0, 2));
	});

	it('touches no line of another list', async () => {
		expect(verdictOf(await judged(leaveImportLines, { ...some, lineIds: [newId()], reason: 'Une raison' }, rows))).toBe('platform.not-permitted');
	});
});
