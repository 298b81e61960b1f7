import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { headcounts, organisations } from '../schema.ts';
import { countMembers } from './count-members.ts';

const standing = anOrganisation({ membersWomen: 51, membersMen: 35 });
const asked = { id: newId(), organisationId: standing.id, countedOn: '2026-03-01', women: 60, men: 30, youngWomen: 20, youngMen: null };

describe('count the members of an organisation', () => {
	it('keeps the count, and shows it on the organisation when it is the latest', async () => {
		const decision = await judged(countMembers, asked, [[organisations, standing]]);
		expect(rowsInto(headcounts, decision)).toMatchObject([{ countedOn: '2026-03-01', women: 60, youngWomen: 20, youngMen: null }]);
		expect(rowsInto(organisations, decision)).toMatchObject([{ membersWomen: 60, membersMen: 30 }]);
	});

	it('leaves what is shown when an older count is typed late', async () => {
		const later = { ...asked, id: newId(), scopeId: standing.id, struck: false, countedOn: '2026-05-01', women: 70, men: 31 };
		const decision = await judged(countMembers, asked, [
			[organisations, standing],
			[headcounts, later],
		]);
		expect(rowsInto(organisations, decision)).toMatchObject([{ membersWomen: 70, membersMen: 31 }]);
	});

	it('refuses a second count of one day, unless the first is struck out', async () => {
		const same = { ...asked, id: newId(), scopeId: standing.id, struck: false };
		const verdict = async (row: object) =>
			verdictOf(
				await judged(countMembers, asked, [
					[organisations, standing],
					[headcounts, row as never],
				]),
			);
		expect(await verdict(same)).toBe('registry.same-day');
		expect(await verdict({ ...same, struck: true })).toBe('applied');
	});

	it('refuses more young people than people', async () => {
		expect(verdictOf(await judged(countMembers, { ...asked, youngWomen: 61 }, [[organisations, standing]]))).toBe('registry.young-too-many');
		expect(verdictOf(await judged(countMembers, { ...asked, youngMen: 31 }, [[organisations, standing]]))).toBe('registry.young-too-many');
	});
});
