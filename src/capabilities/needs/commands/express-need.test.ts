import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aNeed } from '../builders.ts';
import { needs } from '../schema.ts';
import { expressNeed, relayNeed } from './express-need.ts';

const home = anOrganisation();
const said = { id: newId(), organisationId: home.id, words: ' Personne ne tient la caisse. ', theme: 'accountability', expressedOn: '2026-02-10' };

describe('express a need', () => {
	it('keeps the organisation’s own words, confirmed because it said them itself', async () => {
		const decision = await judged(expressNeed, said, [[organisations, home]]);
		expect(rowsInto(needs, decision)).toMatchObject([
			{ words: 'Personne ne tient la caisse.', relayedBy: null, confirmedOn: '2026-02-10', scopeId: home.id },
		]);
		expect(decision).toMatchObject({ facts: [{ kind: 'needs.expressed', organisationId: home.id, occurredOn: '2026-02-10' }] });
	});

	it('relayed, waits for the organisation to confirm, and says who relayed it', async () => {
		expect(rowsInto(needs, await judged(relayNeed, said, [[organisations, home]]))).toMatchObject([{ relayedBy: ACTOR, confirmedOn: null }]);
	});

	it('refuses the same words twice from one organisation, and tells when they were said', async () => {
		const before = aNeed({ organisationId: home.id, words: 'PERSONNE NE TIENT LA CAISSE.' });
		expect(
			await judged(expressNeed, said, [
				[organisations, home],
				[needs, before],
			]),
		).toMatchObject({ key: 'needs.already-said', params: { on: '2026-02-10' } });
	});

	it('takes the same words from two organisations', async () => {
		const elsewhere = aNeed({ words: 'Personne ne tient la caisse.' });
		expect(
			verdictOf(
				await judged(expressNeed, said, [
					[organisations, home],
					[needs, elsewhere],
				]),
			),
		).toBe('applied');
	});
});
