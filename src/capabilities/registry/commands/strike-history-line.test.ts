import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { headcounts, legalActs, lifeStates, organisations } from '../schema.ts';
import { restoreHistoryLine, strikeHistoryLine } from './strike-history-line.ts';

const standing = anOrganisation({ membersWomen: 60, membersMen: 30 });
const line = { scopeId: standing.id, organisationId: standing.id, struck: false };
const act = { ...line, id: newId(), kind: 'tax', number: '4000123', actedOn: '2019-04-05', authority: '' } as const;
const count = (countedOn: string, women: number) => ({ ...line, id: newId(), countedOn, women, men: 30, youngWomen: null, youngMen: null });
const organisation = [organisations, standing] as const;

describe('strike out a line of the history', () => {
	it('keeps the line, struck out; and restores it', async () => {
		const asked = { organisationId: standing.id, what: 'act', lineId: act.id };
		const struck = rowsInto(legalActs, await judged(strikeHistoryLine, asked, [organisation, [legalActs, act]]))[0];
		expect(struck).toEqual({ ...act, struck: true });
		expect(rowsInto(legalActs, await judged(restoreHistoryLine, asked, [organisation, [legalActs, struck as never]]))).toEqual([act]);
	});

	it('shows the members of the count before, when the latest is struck out', async () => {
		const [before, latest] = [count('2026-01-01', 51), count('2026-03-01', 60)];
		const asked = { organisationId: standing.id, what: 'count', lineId: latest.id };
		const decision = await judged(strikeHistoryLine, asked, [organisation, [headcounts, before], [headcounts, latest]]);
		expect(rowsInto(organisations, decision)).toMatchObject([{ membersWomen: 51 }]);
	});

	it('refuses a line of another organisation, one struck out already, and one that is not', async () => {
		const asked = { organisationId: standing.id, what: 'act', lineId: act.id };
		const verdict = async (command: typeof strikeHistoryLine, row: object) =>
			verdictOf(await judged(command, asked, [organisation, [legalActs, row as never]]));
		expect(await verdict(strikeHistoryLine, { ...act, organisationId: newId() })).toBe('platform.not-permitted');
		expect(await verdict(strikeHistoryLine, { ...act, struck: true })).toBe('registry.struck-already');
		expect(await verdict(restoreHistoryLine, act)).toBe('registry.not-struck');
	});

	it('refuses to restore a count of a day that was counted again', async () => {
		const [first, again] = [{ ...count('2026-03-01', 60), struck: true }, count('2026-03-01', 61)];
		const asked = { organisationId: standing.id, what: 'count', lineId: first.id };
		expect(verdictOf(await judged(restoreHistoryLine, asked, [organisation, [headcounts, first], [headcounts, again]]))).toBe('registry.same-day');
	});

	it('refuses to restore a life after a dissolution that stands', async () => {
		const life = { ...line, id: newId(), state: 'active', sinceOn: '2026-05-01', evidence: 'Vue', struck: true };
		const dissolved = { ...line, id: newId(), state: 'dissolved', sinceOn: '2026-02-01', evidence: 'Procès-verbal' };
		const asked = { organisationId: standing.id, what: 'life', lineId: life.id };
		const rows = [organisation, [lifeStates, life as never], [lifeStates, dissolved as never]] as const;
		expect(verdictOf(await judged(restoreHistoryLine, asked, rows))).toBe('registry.dissolved-since');
	});
});
