import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel/calendar-date.ts';
import { actIn } from './act-in.ts';

const today = calendarDate('2026-11-25');
const none = { act: '', actNumber: '', actedOn: '', authority: '' };
const read = (act: string) => actIn({ ...none, act }, today);

describe('the legal act of a line', () => {
	it.each([
		['Ord. n° 530/123 du 12/03/2014', 'recognition', '530/123', '2014-03-12'],
		['Ordonnance ministérielle n°530/ 123 du 12 mars 2014', 'recognition', '530/123', '2014-03-12'],
		['530/123 du 1er mars 2014', 'recognition', '530/123', '2014-03-01'],
		['OM n° 530/CAB/55 du 3/7/2011', 'recognition', '530/CAB/55', '2011-07-03'],
		['RC 2204/17 du 20 janvier 2017', 'registration', '2204/17', '2017-01-20'],
		['Immatriculation n° RC 1187/16 du 4 avril 2016', 'registration', '1187/16', '2016-04-04'],
		['NIF 4000123456 du 04-04-2016', 'tax', '4000123456', '2016-04-04'],
		['Statuts n° 12 du 2012-05-03', 'statutes', '12', '2012-05-03'],
	])('is read from one cell: %s', (text, ...[kind, number, actedOn]) => {
		expect(read(text)).toEqual({ value: { kind, number, actedOn, authority: '' }, faults: [], notes: [] });
	});

	it('is put together from its columns', () => {
		expect(actIn({ act: 'Agrément', actNumber: '530/9', actedOn: '41710', authority: 'Ministère de l’Intérieur' }, today).value).toEqual({
			...{ kind: 'recognition', number: '530/9', actedOn: '2014-03-12', authority: 'Ministère de l’Intérieur' },
		});
	});

	it('says who signed it when the cell does', () => {
		expect(read('Ord. n° 530/12 du 3/4/2010 du Ministre de l’Intérieur').value).toMatchObject({ number: '530/12', actedOn: '2010-04-03' });
		expect(read('Ord. n° 530/12 du Ministre de l’Intérieur, 3/4/2010').value?.authority).toBe('Ministre de l’Intérieur');
	});

	it.each([
		['RC 3311/16', '3311/16', 'registry.import-act-day'],
		['Ord. n° 530/219 du 31/02/2014', '530/219', 'registry.import-day-impossible'],
	])('keeps its number while its day is not understood: %s', (text, number, key) => {
		const { value, faults } = read(text);
		expect(value).toMatchObject({ number, actedOn: null });
		expect(faults).toMatchObject([{ field: 'actedOn', key }]);
	});

	it.each([
		['Ord. du 12/12/2012', 'registry.import-act-number'],
		['=A1&B1', 'registry.import-formula'],
	])('is not kept without its number, and shows what stood there: %s', (text, key) => {
		const { value, faults } = read(text);
		expect(value).toBeNull();
		expect(faults.map((each) => each.key)).toEqual([key]);
		expect(text).toContain(faults[0]?.was);
	});

	it('is none where nothing stands, or "en cours"', () => {
		for (const text of ['', '-', 'en cours', 'Néant']) expect(read(text)).toEqual({ value: null, faults: [], notes: [] });
	});
});
