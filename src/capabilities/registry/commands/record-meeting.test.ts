import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { meetings, organisations } from '../schema.ts';
import { recordMeeting } from './record-meeting.ts';

const standing = anOrganisation();
const asked = { id: newId(), organisationId: standing.id, organ: 'assembly', heldOn: '2026-02-14', women: 31, men: 20, decided: 'Élire un comité' };

describe('record a meeting', () => {
	it('keeps who came and what was decided', async () => {
		expect(rowsInto(meetings, await judged(recordMeeting, asked, [[organisations, standing]]))).toMatchObject([
			{ women: 31, decided: 'Élire un comité' },
		]);
	});

	it('refuses a second meeting of one organ on one day', async () => {
		const rows = [
			[organisations, standing],
			[meetings, { ...asked, id: newId(), scopeId: standing.id, struck: false } as never],
		] as const;
		expect(verdictOf(await judged(recordMeeting, asked, rows))).toBe('registry.same-day');
		expect(verdictOf(await judged(recordMeeting, { ...asked, organ: 'committee' }, rows))).toBe('applied');
	});
});
