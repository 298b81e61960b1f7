import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';

const fields = (head: readonly string[], rows: readonly (readonly string[])[] = [], tags?: readonly string[]) =>
	guessColumns(
		head,
		tags,
		rows.map((cells) => ({ cells })),
	).map(({ field }) => field);

describe('the columns of a list', () => {
	it('are known by their heads, in three languages', () => {
		expect(fields(['N°', 'Dénomination de l’OSC', 'Sigle', 'Type', 'Province', 'Commune', 'Colline'])).toEqual([
			'ignore',
			'name',
			'acronym',
			'kind',
			'province',
			'commune',
			'colline',
		]);
		expect(fields(['Name of organisation', 'Acronym', 'Women', 'Men', 'Phone', 'E-mail'])).toEqual([
			'name',
			'acronym',
			'women',
			'men',
			'phone',
			'email',
		]);
		expect(fields(['Izina', 'Intara', 'Ikomine', 'Umutumba', 'Abanywanyi', 'Telefone'])).toEqual([
			'name',
			'province',
			'commune',
			'colline',
			'members',
			'phone',
		]);
	});

	it('are told apart where one word is part of another head', () => {
		expect(fields(['Nom', 'Nom du responsable', 'Fonction', 'Tél. du responsable', 'Ancien nom'])).toEqual([
			'name',
			'contactName',
			'duty',
			'phone',
			'formerName',
		]);
		expect(fields(['Organisation', 'Agrément', 'Date de l’agrément', 'N° de l’ordonnance', 'Autorité'])).toEqual([
			'name',
			'act',
			'actedOn',
			'actNumber',
			'authority',
		]);
		expect(fields(['OSC', 'Membres / Femmes', 'Membres / Hommes', 'Membres / Total'])).toEqual(['name', 'women', 'men', 'members']);
	});

	it('are known by their HXL tags first', () => {
		expect(fields(['A', 'B', 'C', 'D', 'E'], [], ['#org+name', '#adm1+name', '#adm2+name', '#population+f', '#adm2+code'])).toEqual([
			'name',
			'province',
			'commune',
			'women',
			'ignore',
		]);
	});

	it('are known by what stands in them when their heads say nothing, and it is said', () => {
		const rows = [
			['Urumuri w’abarimyi', '79 12 34 56', 'a@exemple.bi', '51 F / 35 H'],
			['Imbuto Nziza', '71223344', 'b@exemple.bi', '9 F / 4 H'],
		];
		expect(fields(['', '', '', ''], rows)).toEqual(['name', 'phone', 'email', 'members']);
		expect(guessColumns([''], undefined, [{ cells: ['79 12 34 56'] }])).toEqual([{ head: '', field: 'phone', by: 'content', sample: '79 12 34 56' }]);
	});

	it('of telephones are telephones under the head "Contact", and whole addresses a place under "Commune"', () => {
		expect(fields(['Nom', 'Contact'], [['Urumuri', '79 12 34 56']])).toEqual(['name', 'phone']);
		expect(fields(['Nom', 'Commune'], [['Urumuri', 'Commune Giheta, province Gitega']])).toEqual(['name', 'place']);
	});

	it('of one answer are one: the better founded, then the first', () => {
		expect(fields(['Association', 'Nom de la structure'])).toEqual(['name', 'ignore']);
		expect(fields(['Tél 1', 'Tél 2', 'Nom'])).toEqual(['phone', 'phone', 'name']);
	});
});
