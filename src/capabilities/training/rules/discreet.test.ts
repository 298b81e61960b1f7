import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faceForOthers, provinceOf } from './discreet.ts';

const CODES = new URL('../../../../programmes/places/', import.meta.url);

describe('the face of a discreet session', () => {
	it('stops at the province', () => {
		const face = { placeScheme: '2025', placeCode: 'BI104', venue: 'Salle', trainers: [{ name: 'Marie', from: '' }] } as const;
		expect(faceForOthers({ ...face, trainers: [...face.trainers] }, true)).toEqual({
			placeScheme: '2025',
			placeCode: 'BI1',
			venue: '',
			trainers: [],
		});
		expect(faceForOthers({ ...face, trainers: [...face.trainers] }, false)).toMatchObject({ placeCode: 'BI104', venue: 'Salle' });
	});

	it.each(['2017', '2025'] as const)('knows the province of every commune of %s by its code', (scheme) => {
		const file = new URL(`communes-${scheme}.csv`, CODES);
		expect(existsSync(file)).toBe(true);
		const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
		const at = head.split(',').indexOf('province_pcode');
		expect(at).toBeGreaterThan(0);
		for (const line of lines) {
			const cells = line.split(',');
			expect(provinceOf({ placeScheme: scheme, placeCode: cells[0] ?? '' }).placeCode).toBe(cells[at]);
		}
	});
});
