import { describe, expect, it } from 'vitest';
import { contactsIn } from './contacts-in.ts';

const cells = { contactName: '', duty: '', phone: '', email: '' };
const read = (given: Partial<typeof cells>) => contactsIn({ ...cells, ...given });

describe('who is to be reached', () => {
	it('is one person with her duty, telephone and address', () => {
		expect(read({ contactName: 'Nahimana Rose', duty: 'Présidente', phone: '79 12 34 56', email: 'Rose@Exemple.bi' }).value).toEqual([
			{ fullName: 'Nahimana Rose', duty: 'Présidente', phone: '+257 79 12 34 56', email: 'rose@exemple.bi' },
		]);
	});

	it('is the same person twice when one cell holds two of her telephones', () => {
		expect(read({ contactName: 'Nahimana Rose', phone: '79 12 34 56 / 22 40 11 22' }).value.map(({ fullName, phone }) => [fullName, phone])).toEqual([
			['Nahimana Rose', '+257 79 12 34 56'],
			['Nahimana Rose', '+257 22 40 11 22'],
		]);
	});

	it('is two persons when one cell holds two names, each with her own telephone', () => {
		expect(
			read({ contactName: 'Rwasa Denise; Mbonimpa Willy', phone: '71 81 81 81; 72 82 82 82' }).value.map(({ fullName, phone }) => [fullName, phone]),
		).toEqual([
			['Rwasa Denise', '+257 71 81 81 81'],
			['Mbonimpa Willy', '+257 72 82 82 82'],
		]);
	});

	it('says the duty that stands beside the name', () => {
		expect(read({ contactName: 'Nahimana Jean-Marie (président)' }).value).toMatchObject([{ fullName: 'Nahimana Jean-Marie', duty: 'président' }]);
		expect(read({ contactName: 'Représentante légale : Irakoze Béatrice' }).value).toMatchObject([
			{ fullName: 'Irakoze Béatrice', duty: 'Représentante légale' },
		]);
	});

	it('has the telephone that was written in the cell of the name', () => {
		expect(read({ contactName: 'Habonimana Rose, 79 12 34 56' }).value).toEqual([
			{ fullName: 'Habonimana Rose', duty: '', phone: '+257 79 12 34 56', email: '' },
		]);
	});

	it('has the name that was written in the cell of the telephone', () => {
		expect(read({ phone: 'Jean / Claire 71223344 / 72 33 44 55' }).value.map(({ fullName, phone }) => [fullName, phone])).toEqual([
			['Jean', '+257 71 22 33 44'],
			['Claire', '+257 72 33 44 55'],
		]);
		expect(read({ contactName: 'Présidente : Claire Ineza (tél. 71223344)' }).value).toEqual([
			{ fullName: 'Claire Ineza', duty: 'Présidente', phone: '+257 71 22 33 44', email: '' },
		]);
		expect(read({ phone: 'tél. 71223344 ou 72334455' }).value.map(({ fullName }) => fullName)).toEqual(['', '']);
	});

	it('is nobody where nothing stands', () => {
		expect(read({})).toEqual({ value: [], faults: [], notes: [] });
	});

	it('keeps a telephone without a name, and an address that is whole beside one that is not', () => {
		expect(read({ phone: '79 12 34 56' }).value).toMatchObject([{ fullName: '', phone: '+257 79 12 34 56' }]);
		expect(read({ email: 'a@exemple.bi, b@exemple' })).toMatchObject({
			value: [{ email: 'a@exemple.bi' }],
			faults: [{ field: 'email', was: 'a@exemple.bi, b@exemple' }],
		});
	});
});
