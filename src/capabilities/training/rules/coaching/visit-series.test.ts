import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { aChecklist, aSection } from '../../coaching-builders.ts';
import type { Checklist, Score } from '../../coaching-schema.ts';
import { drawnDots, visitSeries, type ScoredVisit } from './visit-series.ts';

const first = aChecklist({ sections: [aSection(1, { title: 'Comptes' })] });
const [accounts] = first.sections as [Checklist['sections'][number]];
const second = aChecklist({
	...{ familyId: first.familyId, version: 2 },
	sections: [{ ...accounts, title: 'Comptes et caisse' }, aSection(1, { title: 'Réunions' })],
});
const visit = (heldOn: string, { familyId, version, sections }: Checklist, ...values: readonly Score[]): ScoredVisit => ({
	...{ id: heldOn, heldOn: calendarDate(heldOn), familyId, version, sections },
	scores: Object.fromEntries(sections.flatMap(({ points }) => points).map(({ id }, at) => [id, values[at] as Score])),
});

describe('the series of an organisation', () => {
	const series = visitSeries([visit('2026-11-02', second, 2, 1), visit('2026-02-02', first, 0), visit('2026-06-02', first, 1)]);

	it('is the whole, then each section under its latest title, from the first visit to the last', () => {
		expect(series.map(({ title, dots }) => [title, dots.map(({ percent }) => percent)])).toEqual([
			['', [0, 50, 75]],
			['Comptes et caisse', [0, 50, 100]],
			['Réunions', [50]],
		]);
	});

	it('joins its dots only where the checklist was the same', () => {
		const drawn = drawnDots(series[1]?.dots ?? [], [calendarDate('2026-02-02'), calendarDate('2026-11-02')], { width: 273, height: 100 });
		expect(drawn.map(({ x, y, isJoined }) => [x, y, isJoined])).toEqual([
			[0, 100, false],
			[120, 50, true],
			[273, 0, false],
		]);
	});

	it('puts the only day in the middle', () => {
		const day = calendarDate('2026-11-02');
		expect(drawnDots(series[2]?.dots ?? [], [day, day], { width: 300, height: 100 })).toMatchObject([{ x: 150, y: 50 }]);
	});
});
