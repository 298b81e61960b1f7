import { describe, expect, it } from 'vitest';
import { aSection } from '../../coaching-builders.ts';
import { printedChecklist } from './printed-checklist.ts';

describe('the checklist on paper', () => {
	it.each([1, 4, 12, 13, 30, 40])('has all of %i points once, numbered through its pages', (count) => {
		const rows = printedChecklist([aSection(count), aSection(2, { title: 'Réunions' })]).flatMap((page) => page.rows);
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count + 2 }, (_, at) => at + 1));
	});

	it('says the section again at the top of each page', () => {
		const pages = printedChecklist([aSection(40)]);
		expect(pages.length).toBeGreaterThan(1);
		for (const { rows } of pages.filter((page) => page.rows.length > 0)) expect(rows[0]?.title).toBe('Comptes');
	});

	it('keeps room on its last page for what will be done and the signatures', () => {
		expect(printedChecklist([aSection(3)])).toHaveLength(1);
		expect(printedChecklist([aSection(20)]).at(-1)?.rows).toEqual([]);
	});
});
