import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { contacts, organisations, type Contact } from '../schema.ts';
import { addContact, correctContact, retireContact } from './keep-contacts.ts';

const standing = anOrganisation();
const known: Contact = {
	...{ id: newId(), scopeId: standing.id, organisationId: standing.id, fullName: 'Une Personne', duty: 'Trésorière', phone: '79 00 00 00' },
	...{ email: '', gone: false },
};
const rows = [[organisations, standing] as const, [contacts, known] as const];
const asked = { id: newId(), organisationId: standing.id, fullName: 'Une Autre', duty: '', phone: '', email: '' };

describe('the people by whom an organisation is reached', () => {
	it('are added, each once', async () => {
		expect(rowsInto(contacts, await judged(addContact, asked, rows))).toMatchObject([{ fullName: 'Une Autre', gone: false }]);
		expect(verdictOf(await judged(addContact, { ...asked, fullName: 'UNE personne' }, rows))).toBe('registry.contact-twice');
	});

	it('are corrected field by field, and a true conflict shows both values', async () => {
		const change = (given: object) => judged(correctContact, { organisationId: standing.id, contactId: known.id, ...given }, rows);
		const moved = await change({ phone: { was: '79 00 00 00', becomes: '79 11 11 11' } });
		expect(rowsInto(contacts, moved)).toEqual([{ ...known, phone: '79 11 11 11' }]);
		expect(await change({ duty: { was: 'Membre', becomes: 'Présidente' } })).toMatchObject({
			key: 'platform.changed-meanwhile',
			params: { theirs: 'Trésorière', yours: 'Présidente' },
		});
	});

	it('are shown no more when they left, and again when that was a mistake', async () => {
		const retired = (gone: boolean) => judged(retireContact, { organisationId: standing.id, contactId: known.id, gone }, rows);
		expect(rowsInto(contacts, await retired(true))).toEqual([{ ...known, gone: true }]);
		expect(rowsInto(contacts, await retired(false))).toEqual([known]);
	});

	it('of another organisation are not found', async () => {
		const elsewhere = { organisationId: newId(), contactId: known.id };
		expect(verdictOf(await judged(retireContact, { ...elsewhere, gone: true }, rows))).toBe('platform.not-permitted');
		expect(verdictOf(await judged(correctContact, elsewhere, rows))).toBe('platform.not-permitted');
	});
});
