import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { PLATFORM_SCOPE } from '#platform/access/roles.ts';
import { roles } from '#platform/access/schema.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aProgramme } from '../builders.ts';
import { programmes } from '../schema.ts';
import { openProgramme } from './open-programme.ts';

const asked = {
	...{ id: newId(), coordinatorRoleId: newId(), code: 'paix-2026', name: 'Paix et comptes', country: 'Burundi', donor: 'Bailleur' },
	...{ startsOn: '2026-01-01', endsOn: '2027-12-31' },
};

describe('open a programme', () => {
	it('opens its scope in the house, and makes whoever opens it its coordinator', async () => {
		const decision = await judged(openProgramme, asked);
		expect(decision).toMatchObject({ writes: [{ kind: 'scope', id: asked.id, scopeKind: 'programme', parent: PLATFORM_SCOPE }, {}, {}] });
		expect(rowsInto(programmes, decision)).toMatchObject([{ scopeId: asked.id, closed: false, demonstration: false, budgetCents: null }]);
		expect(rowsInto(roles, decision)).toMatchObject([{ accountId: ACTOR, role: 'coordinator', scopeId: asked.id }]);
	});

	it('refuses an end before the start', async () => {
		expect(verdictOf(await judged(openProgramme, { ...asked, endsOn: '2025-12-31' }))).toBe('programme.end-before-start');
	});

	it('refuses a code that another programme bears', async () => {
		expect(verdictOf(await judged(openProgramme, asked, [[programmes, aProgramme({ code: 'paix-2026' })]]))).toBe('programme.code-taken');
	});
});
