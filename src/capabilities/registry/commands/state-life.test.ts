import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { lifeStates, organisations } from '../schema.ts';
import { stateLife } from './state-life.ts';

const organisation = anOrganisation();
const organisationId = organisation.id;
const asked = { id: newId(), organisationId, state: 'active', sinceOn: '2026-03-01', evidence: 'Assemblée vue' };
const standing = (state: string, sinceOn: string, struck = false) =>
	[lifeStates, { ...asked, id: newId(), scopeId: organisationId, state, sinceOn, struck }] as const;

describe('state whether an organisation lives', () => {
	it('keeps the state, its day and what shows it', async () => {
		expect(rowsInto(lifeStates, await judged(stateLife, asked, [[organisations, organisation], standing('dormant', '2025-01-01')]))).toMatchObject([
			{ state: 'active', sinceOn: '2026-03-01', evidence: 'Assemblée vue' },
		]);
	});

	it('refuses life after a dissolution, unless that line is struck out', async () => {
		expect(verdictOf(await judged(stateLife, asked, [[organisations, organisation], standing('dissolved', '2026-01-01')]))).toBe(
			'registry.dissolved-since',
		);
		expect(verdictOf(await judged(stateLife, asked, [[organisations, organisation], standing('dissolved', '2026-01-01', true)]))).toBe('applied');
	});

	it('refuses a second word for one day', async () => {
		expect(verdictOf(await judged(stateLife, asked, [[organisations, organisation], standing('dormant', '2026-03-01')]))).toBe('registry.same-day');
	});

	it('refuses a dissolution before a day on which it lived', async () => {
		expect(
			verdictOf(await judged(stateLife, { ...asked, state: 'dissolved' }, [[organisations, organisation], standing('active', '2026-04-01')])),
		).toBe('registry.lived-after');
	});
});
