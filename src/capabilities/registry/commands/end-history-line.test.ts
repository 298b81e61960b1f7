import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aListing, anOrganisation } from '../builders.ts';
import { directory, organisations, works } from '../schema.ts';
import { endHistoryLine } from './end-history-line.ts';

const standing = anOrganisation();
const work = {
	...{ id: newId(), scopeId: standing.id, organisationId: standing.id, struck: false, theme: 'ethics', service: '', placeScheme: '2025' },
	...{ placeCode: 'BI101', sinceOn: '2024-02-01', untilOn: null },
} as const;
const asked = { organisationId: standing.id, what: 'work', lineId: work.id, untilOn: '2026-01-01' };
const verdict = async (row: object, given: object = {}) =>
	verdictOf(
		await judged(endHistoryLine, { ...asked, ...given }, [
			[organisations, standing],
			[works, { ...work, ...row } as never],
		]),
	);

describe('end a line of the history', () => {
	it('says on which day it ended, and takes it out of the directory', async () => {
		const decision = await judged(endHistoryLine, asked, [
			[organisations, standing],
			[works, work as never],
			[directory, aListing(standing, { showsWork: true, themes: ['ethics'] })],
		]);
		expect(rowsInto(works, decision)).toMatchObject([{ untilOn: '2026-01-01' }]);
		expect(rowsInto(directory, decision)).toMatchObject([{ themes: [], zones: [] }]);
	});

	it('refuses a day before it began, one that ended, one struck out, and that of another organisation', async () => {
		expect(await verdict({}, { untilOn: '2024-01-01' })).toBe('registry.ends-before');
		expect(await verdict({ untilOn: '2025-01-01' })).toBe('registry.ended-already');
		expect(await verdict({ struck: true })).toBe('registry.struck-already');
		expect(await verdict({ organisationId: newId() })).toBe('platform.not-permitted');
	});
});
