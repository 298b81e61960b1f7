import { describe, expect, it } from 'vitest';
import { membersIn } from './members-in.ts';

const told = (members: string) => membersIn({ women: '', men: '', members });

describe('the members of a line', () => {
	it('are two columns', () => {
		expect(membersIn({ women: '51', men: '1 035', members: '' }).value).toEqual({ membersWomen: 51, membersMen: 1035 });
		expect(membersIn({ women: '0', men: '', members: '' }).value).toEqual({ membersWomen: 0, membersMen: null });
	});

	it.each([
		['51 F / 35 H', 51, 35],
		['51F 35H', 51, 35],
		['F: 51, H: 35', 51, 35],
		['51 femmes et 35 hommes', 51, 35],
		['35 hommes, 51 femmes', 51, 35],
		['86 dont 51 femmes', 51, 35],
		['86 membres dont 35 hommes', 51, 35],
		['86 (51 F, 35 H)', 51, 35],
		['51 abakenyezi, 35 abagabo', 51, 35],
		['12 women and 5 men', 12, 5],
	])('are read from %j', (text, membersWomen, membersMen) => {
		expect(told(text)).toEqual({ value: { membersWomen, membersMen }, faults: [], notes: [] });
	});

	it('are the rest when the total and one of them are known', () => {
		expect(membersIn({ women: '51', men: '', members: '86' }).value).toEqual({ membersWomen: 51, membersMen: 35 });
	});

	it('are not shared out when only their total is told, and it is said', () => {
		for (const text of ['86', '≈ 86', 'environ 86 membres'])
			expect(told(text)).toMatchObject({
				value: { membersWomen: null, membersMen: null },
				faults: [],
				notes: [{ key: 'registry.import-members-unshared', became: '86' }],
			});
	});

	it('that do not add up are a fault, and none is kept', () => {
		for (const cells of [
			{ women: '51', men: '35', members: '80' },
			{ women: '90', men: '', members: '80' },
		])
			expect(membersIn(cells)).toMatchObject({ value: { membersWomen: null, membersMen: null }, faults: [{ key: 'registry.import-members-sum' }] });
	});

	it('that are no numbers are faults beside their own column', () => {
		expect(membersIn({ women: 'douze', men: '-5', members: '' }).faults.map(({ field, was }) => [field, was])).toEqual([
			['women', 'douze'],
			['men', '-5'],
		]);
		expect(told('beaucoup')).toMatchObject({ faults: [{ field: 'members', was: 'beaucoup' }] });
	});

	it('are unknown where a dash stands', () => {
		expect(membersIn({ women: '-', men: 'n.d.', members: '?' })).toEqual({ value: { membersWomen: null, membersMen: null }, faults: [], notes: [] });
	});
});
