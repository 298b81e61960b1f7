import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { coverageOf, overlapsIn, type AtWork } from './coverage.ts';
import { wholeCommunesIn } from './other-division.ts';

const [abarimyi, twitezimbere, abahuza] = [newId(), newId(), newId()];
const communes = [
	{ code: 'BI101', name: 'Butaganzwa', province: 'Buhumuza' },
	{ code: 'BI102', name: 'Butihinda', province: 'Buhumuza' },
	{ code: 'BI201', name: 'Bubanza', province: 'Bujumbura' },
];
const whole = wholeCommunesIn('2025', [
	{ code2017: 'BDI01', code2025: 'BI101' },
	{ code2017: 'BDI02', code2025: 'BI102' },
	{ code2017: 'BDI02', code2025: 'BI201' },
]);
const division = { scheme: '2025', communes, whole } as const;

function atWork(organisationId: AtWork['organisationId'], theme: AtWork['theme'], place = '2025:BI101'): AtWork {
	const [placeScheme, placeCode = ''] = place.split(':') as ['2025' | '2017', string];
	return { organisationId, theme, placeScheme, placeCode };
}

describe('who works where on what', () => {
	it('counts an organisation once in its commune, however many themes it works on', () => {
		const { provinces } = coverageOf([atWork(abarimyi, 'ethics'), atWork(abarimyi, 'governance'), atWork(twitezimbere, 'ethics')], division);
		expect(provinces[0]?.communes).toMatchObject([{ name: 'Butaganzwa', organisations: 2, themes: { ethics: 2, governance: 1 } }]);
	});

	it('does not add communes up: an organisation in two is one in the province and one in all', () => {
		const { provinces, all } = coverageOf([atWork(abarimyi, 'ethics'), atWork(abarimyi, 'ethics', '2025:BI102')], division);
		expect(provinces[0]?.communes.map(({ organisations }) => organisations)).toEqual([1, 1]);
		expect(provinces[0]?.counts).toEqual({ organisations: 1, themes: { ethics: 1 } });
		expect(all.organisations).toBe(1);
	});

	it('counts a line told twice once', () => {
		expect(coverageOf([atWork(abarimyi, 'ethics'), atWork(abarimyi, 'ethics')], division).all).toEqual({ organisations: 1, themes: { ethics: 1 } });
	});

	it('names the communes in which nobody works, with their province', () => {
		const { empty } = coverageOf([atWork(abarimyi, 'ethics')], division);
		expect(empty.map(({ name, province }) => `${name}, ${province}`)).toEqual(['Butihinda, Buhumuza', 'Bubanza, Bujumbura']);
	});

	it('shows what was told in the old division where the old commune lies whole in a new one, and tells the rest apart', () => {
		const { provinces, unplaced, all } = coverageOf([atWork(abarimyi, 'ethics', '2017:BDI01'), atWork(abahuza, 'ethics', '2017:BDI02')], division);
		expect(provinces[0]?.communes).toMatchObject([{ code: 'BI101', organisations: 1 }]);
		expect(unplaced).toEqual({ organisations: 1, themes: { ethics: 1 } });
		expect(all.organisations).toBe(2);
	});

	it('says of one province only what is in it', () => {
		const works = [atWork(abarimyi, 'ethics'), atWork(twitezimbere, 'governance', '2025:BI201'), atWork(abahuza, 'ethics', '2017:BDI02')];
		const { themes, unplaced, all } = coverageOf(works, { ...division, communes: communes.slice(0, 2) }, false);
		expect([themes, unplaced.organisations, all.organisations]).toEqual([['ethics'], 0, 1]);
	});

	it('finds where three organisations or more work on one theme', () => {
		const works = [abarimyi, twitezimbere, abahuza].map((organisation) => atWork(organisation, 'ethics'));
		expect(overlapsIn(coverageOf(works.slice(0, 2), division))).toEqual([]);
		expect(overlapsIn(coverageOf([...works, atWork(abahuza, 'governance')], division))).toMatchObject([
			{ commune: { name: 'Butaganzwa' }, theme: 'ethics', organisations: 3 },
		]);
	});
});
