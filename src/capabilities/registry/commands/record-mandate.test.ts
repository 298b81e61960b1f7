import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { mandates, organisations } from '../schema.ts';
import { recordMandate } from './record-mandate.ts';

const standing = anOrganisation();
const asked = {
	...{ id: newId(), organisationId: standing.id, organ: 'committee', duty: 'Présidente', fullName: 'Domitille Niyonzima', sex: 'F' },
	...{ fromOn: '2024-02-01', untilOn: null },
};

describe('record who leads an organisation', () => {
	it('keeps the organ, the duty, the person and from when', async () => {
		expect(rowsInto(mandates, await judged(recordMandate, asked, [[organisations, standing]]))).toMatchObject([
			{ organ: 'committee', duty: 'Présidente', fullName: 'Domitille Niyonzima', fromOn: '2024-02-01' },
		]);
	});

	it('refuses the same duty of the same person twice at one time', async () => {
		const rows = [
			[organisations, standing],
			[mandates, { ...asked, id: newId(), scopeId: standing.id, struck: false } as never],
		] as const;
		expect(verdictOf(await judged(recordMandate, { ...asked, fullName: 'DOMITILLE Niyonzima' }, rows))).toBe('registry.told-twice');
		expect(verdictOf(await judged(recordMandate, { ...asked, duty: 'Trésorière' }, rows))).toBe('applied');
	});
});
