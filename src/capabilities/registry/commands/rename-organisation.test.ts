import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { directory, formerNames, organisations } from '../schema.ts';
import { publishOrganisation } from './publish-organisation.ts';
import { renameOrganisation } from './rename-organisation.ts';

const standing = anOrganisation({ name: 'Abarimyi', acronym: 'AB' });
const asked = { id: newId(), organisationId: standing.id, was: 'Abarimyi', name: 'Abarimyi b’i Gasorwe', acronym: 'ABG', renamedOn: '2026-03-01' };

describe('rename an organisation', () => {
	it('gives the new name and keeps the old one, until that day', async () => {
		const decision = await judged(renameOrganisation, asked, [[organisations, standing]]);
		expect(rowsInto(organisations, decision)).toMatchObject([{ name: 'Abarimyi b’i Gasorwe', acronym: 'ABG' }]);
		expect(rowsInto(formerNames, decision)).toMatchObject([{ name: 'Abarimyi', acronym: 'AB', untilOn: '2026-03-01', struck: false }]);
	});

	it('changes the public directory too, where it is listed', async () => {
		const listing = rowsInto(
			directory,
			await judged(publishOrganisation, { organisationId: standing.id, listingId: newId(), agreedOn: '2026-02-01' }, [[organisations, standing]]),
		)[0];
		const decision = await judged(renameOrganisation, asked, [
			[organisations, standing],
			[directory, listing as never],
		]);
		expect(rowsInto(directory, decision)).toMatchObject([{ name: 'Abarimyi b’i Gasorwe', listed: true }]);
	});

	it('refuses the name it bears, a name given meanwhile, and that of a neighbour', async () => {
		const verdict = async (input: object, others: (typeof standing)[] = []) =>
			verdictOf(
				await judged(
					renameOrganisation,
					{ ...asked, ...input },
					[standing, ...others].map((each) => [organisations, each] as const),
				),
			);
		expect(await verdict({ name: 'Abarimyi', acronym: 'AB' })).toBe('registry.same-name');
		expect(await verdict({ was: 'Autre' })).toBe('platform.changed-meanwhile');
		expect(await verdict({}, [anOrganisation({ ...standing, id: newId(), name: 'ABARIMYI bi Gasorwé' })])).toBe('registry.already-registered');
	});
});
