import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { everyPlace } from '../../../../../tests/support/gazetteer.ts';
import { gazetteerOf } from './gazetteer.ts';
import { IMPORT_FIELDS, type Column } from './import-fields.ts';
import { understandLine } from './understand-line.ts';

const context = { gazetteer: gazetteerOf(everyPlace()), scheme: '2017', defaults: { kind: null }, today: calendarDate('2026-11-25') } as const;
// What people type, and anything at all.
const TYPED = [
	'',
	'Giheta',
	'Gitega',
	'Butaganzwa',
	'12',
	'51 F / 35 H',
	'12/03/2014',
	'31/02/2014',
	'79 12 34 56',
	'ASBL',
	'Urumuri (URU)',
	'=1+1',
	'Ord. n° 530/1 du 2/3/2004',
	'Rose / Jean',
];
const cell = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TYPED) }, fc.string({ maxLength: 20, unit: 'grapheme' }));
const line = fc.array(cell, { minLength: IMPORT_FIELDS.length, maxLength: IMPORT_FIELDS.length });
const orderOf = fc.shuffledSubarray([...IMPORT_FIELDS.keys()], { minLength: IMPORT_FIELDS.length });

describe('a line', () => {
	it('says the same whatever the order of its columns', () => {
		fc.assert(
			fc.property(line, orderOf, (cells, order) => {
				const turned = order.map((index) => cells[index] ?? '');
				const columns = order.map((index): Column => IMPORT_FIELDS[index] ?? 'ignore');
				expect(understandLine(turned, columns, context)).toEqual(understandLine(cells, IMPORT_FIELDS, context));
			}),
		);
	});

	it('says the same whatever was read before it', () => {
		fc.assert(
			fc.property(fc.array(line, { minLength: 2, maxLength: 4 }), (lines) => {
				const read = (all: readonly (readonly string[])[]) => all.map((cells) => understandLine(cells, IMPORT_FIELDS, context));
				expect(read([...lines].reverse()).reverse()).toEqual(read(lines));
			}),
		);
	});

	it('with a cell no answer could fill is faulted there, and its other cells are understood', () => {
		const { fields, faults } = understandLine(['Urumuri', 'Giheta', '1 '.repeat(2_000)], ['name', 'commune', 'women'], context);
		expect(fields).toMatchObject({ name: 'Urumuri', placeCode: 'BDI006004', membersWomen: null });
		expect(faults.map(({ field, key }) => [field, key])).toContainEqual(['women', 'registry.import-too-long']);
	});

	it('that says anything at all is understood or faulted, and keeps of each fault what stood there', () => {
		fc.assert(
			fc.property(line, (cells) => {
				const { fields, faults } = understandLine(cells, IMPORT_FIELDS, context);
				expect(fields.placeCode !== '' || faults.some(({ field }) => field === 'commune' || field === 'place')).toBe(true);
				for (const { was } of faults) for (const word of was.split(/[\s,/]+/)) expect(cells.join(' ')).toContain(word);
			}),
		);
	});
});
