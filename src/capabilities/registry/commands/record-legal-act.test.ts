import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { legalActs, organisations } from '../schema.ts';
import { recordLegalAct } from './record-legal-act.ts';

const standing = anOrganisation();
const organisationId = standing.id;
const asked = { id: newId(), organisationId, kind: 'recognition', number: '530/1024', actedOn: '2019-04-05', authority: 'Ministère de l’Intérieur' };

describe('record a legal act', () => {
	it('keeps its number, its day and who signed it', async () => {
		expect(rowsInto(legalActs, await judged(recordLegalAct, asked, [[organisations, standing]]))).toMatchObject([
			{ number: '530/1024', actedOn: '2019-04-05', struck: false },
		]);
	});

	it('refuses the same act twice, and takes it again once the first is struck out', async () => {
		const before = { ...asked, id: newId(), scopeId: organisationId, struck: false };
		expect(
			verdictOf(
				await judged(recordLegalAct, asked, [
					[organisations, standing],
					[legalActs, before],
				]),
			),
		).toBe('registry.act-twice');
		expect(
			verdictOf(
				await judged(recordLegalAct, asked, [
					[organisations, standing],
					[legalActs, { ...before, struck: true } as never],
				]),
			),
		).toBe('applied');
	});
});
