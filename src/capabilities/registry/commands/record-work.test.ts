import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aListing, anOrganisation } from '../builders.ts';
import { directory, organisations, works } from '../schema.ts';
import { recordWork } from './record-work.ts';

const standing = anOrganisation();
const asked = {
	...{ id: newId(), organisationId: standing.id, theme: 'ethics', service: 'Écoute des familles', placeScheme: '2025', placeCode: 'BI101' },
	...{ sinceOn: '2024-02-01', untilOn: null },
};
const told = (given: object = {}) => ({ ...asked, id: newId(), scopeId: standing.id, struck: false, ...given }) as never;
const verdict = async (given: object, rows: readonly never[] = []) =>
	verdictOf(await judged(recordWork, { ...asked, ...given }, [[organisations, standing], ...rows.map((row) => [works, row] as const)]));

describe('record what an organisation does', () => {
	it('keeps the theme, the place and the service', async () => {
		const decision = await judged(recordWork, asked, [[organisations, standing]]);
		expect(rowsInto(works, decision)).toMatchObject([{ theme: 'ethics', placeCode: 'BI101', service: 'Écoute des familles', struck: false }]);
	});

	it('refuses the same twice at one time, and takes it again after it ended', async () => {
		expect(await verdict({ service: 'ecoute des Familles' }, [told()])).toBe('registry.told-twice');
		expect(await verdict({}, [told({ placeCode: 'BI102' })])).toBe('applied');
		expect(await verdict({}, [told({ sinceOn: '2020-01-01', untilOn: '2023-12-31' })])).toBe('applied');
		expect(await verdict({}, [told({ struck: true })])).toBe('applied');
	});

	it('refuses an end before the beginning', async () => {
		expect(await verdict({ untilOn: '2024-01-31' })).toBe('registry.ends-before');
	});

	it('follows into the directory only when the organisation agreed to show it', async () => {
		const shown = async (showsWork: boolean) =>
			rowsInto(
				directory,
				await judged(recordWork, asked, [
					[organisations, standing],
					[directory, aListing(standing, { showsWork })],
				]),
			)[0];
		expect(await shown(true)).toMatchObject({ themes: ['ethics'], services: ['Écoute des familles'], zones: ['2025:BI101'] });
		expect(await shown(false)).toMatchObject({ themes: [], services: [], zones: [] });
	});
});
