import { describe, expect, it } from 'vitest';
import { widestLevel } from './level.ts';

const inProgramme = { programmeId: 'p', partnerIds: ['care', 'oxfam'], organisationIds: ['abarimyi', 'abahuza'] };

describe('widest level', () => {
	it('gives the donor and the coordinator of a programme the whole of it', () => {
		expect(widestLevel([{ role: 'donor', scopeId: 'p', scopeKind: 'programme' }], inProgramme)).toEqual({ kind: 'programme', id: 'p' });
		expect(widestLevel([{ role: 'coordinator', scopeId: 'p', scopeKind: 'programme' }], inProgramme)).toEqual({ kind: 'programme', id: 'p' });
	});

	it('gives an animator her partner’s part and a leader her own organisation', () => {
		expect(widestLevel([{ role: 'animator', scopeId: 'care', scopeKind: 'partner' }], inProgramme)).toEqual({ kind: 'partner', id: 'care' });
		expect(widestLevel([{ role: 'leader', scopeId: 'abahuza', scopeKind: 'organisation' }], inProgramme)).toEqual({
			kind: 'organisation',
			id: 'abahuza',
		});
	});

	it('gives nothing to the administrator of the house, nor to people of another programme', () => {
		expect(widestLevel([{ role: 'administrator', scopeId: 'house', scopeKind: 'platform' }], inProgramme)).toBeUndefined();
		expect(widestLevel([{ role: 'leader', scopeId: 'elsewhere', scopeKind: 'organisation' }], inProgramme)).toBeUndefined();
		expect(widestLevel([{ role: 'donor', scopeId: 'care', scopeKind: 'partner' }], inProgramme)).toBeUndefined();
	});
});
