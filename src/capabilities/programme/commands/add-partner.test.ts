import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPartner } from '../builders.ts';
import { partners } from '../schema.ts';
import { addPartner } from './add-partner.ts';

const programmeId = newId();

describe('add a partner', () => {
	it('opens the scope of all it will run, under its programme', async () => {
		const partner = { id: newId(), programmeId, name: 'ActionAid', does: 'Relèvement' };
		const decision = await judged(addPartner, partner);
		expect(decision).toMatchObject({
			writes: [
				{ kind: 'scope', id: partner.id, scopeKind: 'partner', parent: programmeId },
				{ kind: 'put', isNew: true },
			],
		});
		expect(rowsInto(partners, decision)).toMatchObject([partner]);
	});

	it('refuses a name the programme already has, however it is written', async () => {
		const care = aPartner({ programmeId, name: 'CARE' });
		const again = { id: newId(), programmeId, name: 'Care', does: 'Encore' };
		expect(verdictOf(await judged(addPartner, again, [[partners, care]]))).toBe('programme.partner-twice');
	});
});
