import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { sections } from '../../coaching-schema.ts';
import { broughtChecklist } from './brought-checklist.ts';
import { twiceIn } from './point-twice.ts';

describe('the checklist that the program brings', () => {
	const checklist = broughtChecklist(() => newId());

	it('is one that the house would keep as it stands, and says whose it is', () => {
		expect(v.parse(sections, checklist.sections)).toEqual(checklist.sections);
		expect(twiceIn(checklist.sections)).toBeUndefined();
		expect(checklist.credit).toContain('Shigikira');
	});

	it('has two points in each of ten sections', () => {
		expect(checklist.sections.map(({ points }) => points.length)).toEqual(Array.from({ length: 10 }, () => 2));
	});
});
