import { describe, expect, it } from 'vitest';
import { anOrganisation } from '../builders.ts';
import { listedFace } from './listing.ts';

const members = (membersWomen: number | null, membersMen: number | null) => {
	const {
		membersWomen: women,
		membersMen: men,
		members,
	} = listedFace(anOrganisation({ membersWomen, membersMen }), [], { showsWork: false, showsMembers: true });
	return [women, men, members];
};

describe('what the directory shows of members', () => {
	it('shows women, men and all', () => {
		expect(members(51, 35)).toEqual([51, 35, 86]);
	});

	it('hides a count under five, and lets no sum betray it', () => {
		expect(members(3, 40)).toEqual([null, null, 43]);
		expect(members(40, 0)).toEqual([null, null, 40]);
		expect(members(2, 2)).toEqual([null, null, null]);
	});

	it('shows nothing when the count is not known, or was not agreed to', () => {
		expect(members(null, 12)).toEqual([null, null, null]);
		expect(listedFace(anOrganisation({ membersWomen: 51 }), [], { showsWork: true, showsMembers: false })).toMatchObject({ members: null });
	});
});
