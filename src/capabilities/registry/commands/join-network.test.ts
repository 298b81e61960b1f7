import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { memberships, organisations } from '../schema.ts';
import { joinNetwork } from './join-network.ts';

const standing = anOrganisation();
const asked = { id: newId(), organisationId: standing.id, network: 'Réseau des paysannes', sinceOn: '2023-05-01', untilOn: null };

describe('join a network', () => {
	it('keeps which and since when', async () => {
		expect(rowsInto(memberships, await judged(joinNetwork, asked, [[organisations, standing]]))).toMatchObject([{ network: 'Réseau des paysannes' }]);
	});

	it('refuses the same network twice at one time, and takes it again after it was left', async () => {
		const verdict = async (given: object) =>
			verdictOf(
				await judged(joinNetwork, asked, [
					[organisations, standing],
					[memberships, { ...asked, id: newId(), scopeId: standing.id, struck: false, ...given } as never],
				]),
			);
		expect(await verdict({})).toBe('registry.told-twice');
		expect(await verdict({ sinceOn: '2020-01-01', untilOn: '2021-01-01' })).toBe('applied');
	});
});
