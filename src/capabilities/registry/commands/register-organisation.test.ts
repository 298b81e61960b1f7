import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPartner } from '../../programme/builders.ts';
import { partners } from '../../programme/index.ts';
import { anOrganisation } from '../builders.ts';
import { contacts, organisations } from '../schema.ts';
import { registerOrganisation } from './register-organisation.ts';

const care = aPartner();
const asked = {
	...{ id: newId(), partnerId: care.id, name: 'Abarimyi b’i Gasorwe', kind: 'association', placeScheme: '2025', placeCode: 'BI101' },
	...{ membersWomen: 51, membersMen: 35, registeredOn: '2026-01-10' },
};

describe('register an organisation', () => {
	it('opens its scope under the partner that accompanies it, unpublished', async () => {
		const decision = await judged(registerOrganisation, asked, [[partners, care]]);
		expect(decision).toMatchObject({ writes: [{ kind: 'scope', id: asked.id, scopeKind: 'organisation', parent: care.id }, { isNew: true }] });
		expect(rowsInto(organisations, decision)).toMatchObject([{ programmeId: care.programmeId, publishedOn: null, scopeId: asked.id }]);
	});

	it('keeps a contact apart, under the organisation’s own scope', async () => {
		const contact = { id: newId(), fullName: 'Cyprien Ndikumana', duty: 'Trésorier', phone: '+257 79 00 00 00', email: '' };
		const decision = await judged(registerOrganisation, { ...asked, contact }, [[partners, care]]);
		expect(rowsInto(contacts, decision)).toMatchObject([{ fullName: 'Cyprien Ndikumana', organisationId: asked.id, scopeId: asked.id }]);
	});

	it('refuses a second one of the same name in the same commune, whatever the accents', async () => {
		const twin = anOrganisation({ partnerId: care.id, name: 'ABARIMYI B I GASORWÉ' });
		expect(
			verdictOf(
				await judged(registerOrganisation, asked, [
					[partners, care],
					[organisations, twin],
				]),
			),
		).toBe('registry.already-registered');
	});

	it('takes the same name in another commune', async () => {
		const other = anOrganisation({ partnerId: care.id, placeCode: 'BI102' });
		expect(
			verdictOf(
				await judged(registerOrganisation, asked, [
					[partners, care],
					[organisations, other],
				]),
			),
		).toBe('applied');
	});

	it('refuses a partner that does not exist, in the words of no permission', async () => {
		expect(verdictOf(await judged(registerOrganisation, asked))).toBe('platform.not-permitted');
	});
});
