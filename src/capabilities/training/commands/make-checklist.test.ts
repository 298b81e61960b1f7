import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPartner, aProgramme } from '../../programme/builders.ts';
import { partners, programmes } from '../../programme/index.ts';
import { aChecklist, aSection } from '../coaching-builders.ts';
import { checklists } from '../coaching-schema.ts';
import { makeChecklist, reviseChecklist } from './make-checklist.ts';

const programme = aProgramme();
const care = aPartner({ programmeId: programme.id });
const oxfam = aPartner({ programmeId: programme.id });
const asked = { id: newId(), name: 'Vie de l’association', sections: [aSection()], madeOn: '2026-01-10' };

describe('make a checklist', () => {
	it('for a programme shows it to each of its partners', async () => {
		const decision = await judged(makeChecklist, { ...asked, ownerId: programme.id }, [
			[programmes, programme],
			[partners, care],
			[partners, oxfam],
		]);
		expect(rowsInto(checklists, decision)).toMatchObject([{ scopeId: programme.id, programmeId: programme.id, familyId: asked.id, version: 1 }]);
		expect(decision).toMatchObject({ writes: [{}, { kind: 'show', scope: care.id }, { kind: 'show', scope: oxfam.id }] });
	});

	it('for one partner shows it to no other', async () => {
		const decision = await judged(makeChecklist, { ...asked, ownerId: care.id }, [[partners, care]]);
		expect(decision).toMatchObject({ writes: [{ row: { scopeId: care.id, programmeId: programme.id } }] });
	});

	it('refuses a point that stands twice, by its words or by its number', async () => {
		const section = aSection(2);
		const twice = { ...section, points: section.points.map((point) => ({ ...point, words: 'Le cahier est tenu' })) };
		const judge = (sections: unknown) => judged(makeChecklist, { ...asked, ownerId: care.id, sections }, [[partners, care]]);
		expect(await judge([twice])).toMatchObject({ key: 'training.coaching-point-twice', params: { words: 'Le cahier est tenu' } });
		expect(verdictOf(await judge([section, { ...section, id: newId() }]))).toBe('training.coaching-point-twice');
		expect(verdictOf(await judge([section, section]))).toBe('training.coaching-section-twice');
	});
});

describe('revise a checklist', () => {
	const first = aChecklist({ scopeId: care.id, programmeId: programme.id });
	const again = { ...asked, checklistId: first.id };

	it('makes the next version and leaves the one before as it was', async () => {
		const decision = await judged(reviseChecklist, again, [[checklists, first]]);
		expect(rowsInto(checklists, decision)).toMatchObject([{ id: asked.id, familyId: first.familyId, version: 2, scopeId: care.id }]);
	});

	it('refuses to revise a version that is not the last, and names the last', async () => {
		const second = aChecklist({ familyId: first.familyId, version: 2 });
		expect(
			await judged(reviseChecklist, again, [
				[checklists, first],
				[checklists, second],
			]),
		).toMatchObject({ key: 'training.coaching-version-behind', params: { version: 2 } });
	});
});
