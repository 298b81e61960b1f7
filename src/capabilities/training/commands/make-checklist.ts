import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { add, defineCommand, scope, scopeOf, show } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { partners, programmes } from '../../programme/index.ts';
import { checklists, sections, type Section } from '../coaching-schema.ts';
import { twiceIn } from '../rules/coaching/point-twice.ts';

const said = { id, name: line(3, 120), credit: v.optional(line(0, 200), ''), sections, madeOn: day };

/** Makes a checklist for a partner, or for a programme and all its partners. Refuses a point that stands in it twice. */
export const makeChecklist = defineCommand({
	name: 'training.make-checklist',
	version: 1,
	place: 'office',
	permission: 'training.keep-checklists',
	input: v.object({ ...said, ownerId: id }),
	scope: ({ ownerId }) => scope(ownerId),

	async gather(records, { ownerId }) {
		const partner = await records.find(partners, ownerId);
		return { partner, programme: await records.find(programmes, ownerId), all: await records.list(partners, { programmeId: ownerId }) };
	},

	decide({ partner, programme, all }, { ownerId, ...checklist }) {
		const programmeId = typeof partner === 'object' ? partner.programmeId : typeof programme === 'object' ? programme.id : undefined;
		if (!programmeId) return refuse('platform.not-permitted');
		const twice = saidTwice(checklist.sections);
		if (twice) return twice;
		const row = { ...checklist, scopeId: ownerId, programmeId, familyId: checklist.id, version: 1 };
		return { writes: [add(checklists, row), ...all.map((each) => show(checklists, row.id, each.id))] };
	},
});

/**
 * Makes the next version of a checklist; visits scored with an earlier one keep it. Refuses when it has a later version, made
 * meanwhile, and a point that stands in it twice.
 */
export const reviseChecklist = defineCommand({
	name: 'training.revise-checklist',
	version: 1,
	place: 'office',
	permission: 'training.keep-checklists',
	input: v.object({ ...said, checklistId: id }),
	scope: ({ checklistId }) => scopeOf(checklists, checklistId),
	locks: ({ checklistId }) => [[checklists, checklistId]],

	async gather(records, { checklistId }) {
		const before = await records.find(checklists, checklistId);
		if (typeof before !== 'object') return { before, family: [], all: [] };
		const { familyId, scopeId } = before;
		return { before, family: await records.list(checklists, { familyId }), all: await records.list(partners, { programmeId: scopeId }) };
	},

	decide({ before, family, all }, { checklistId: _, ...checklist }) {
		if (typeof before !== 'object') return refuse('platform.not-permitted');
		const latest = Math.max(...family.map(({ version }) => version));
		if (latest > before.version) return refuse('training.coaching-version-behind', { version: latest });
		const twice = saidTwice(checklist.sections);
		if (twice) return twice;
		const { scopeId, programmeId, familyId } = before;
		const row = { ...checklist, scopeId, programmeId, familyId, version: before.version + 1 };
		return { writes: [add(checklists, row), ...all.map((each) => show(checklists, row.id, each.id))] };
	},
});

function saidTwice(all: readonly Section[]): Refusal | undefined {
	const twice = twiceIn(all);
	if (twice?.what === 'section') return refuse('training.coaching-section-twice');
	return twice && refuse('training.coaching-point-twice', { words: twice.words });
}
