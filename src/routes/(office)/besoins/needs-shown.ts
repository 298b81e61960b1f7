import { today } from '#app/form.ts';
import type { Id } from '#kernel/ids.ts';
import { groupScore } from '#capabilities/needs/rules/group-score.ts';
import { knotsOf, needState } from '#capabilities/needs/rules/need-state.ts';
import { weightingNow } from '#capabilities/needs/server/headings.ts';
import { listGroups, listNeeds, type GroupRow, type NeedQuery } from '#capabilities/needs/server/reads.ts';
import { voicesByGroup } from '#capabilities/needs/server/voices.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { groupsPractised } from '#capabilities/training/server/reads.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { ShownGroup } from './group-row.ts';

/** The needs of a programme as a list shows them, narrowed by what is asked, each with its organisation, its group and its state. */
export async function needsShown(reading: Reading, programmeId: Id, filters: Omit<NeedQuery, 'programmeId'>) {
	const groups = await listGroups(reading, programmeId);
	const byId = new Map(groups.map((group) => [group.id, group]));
	const names = new Map((await listOrganisations(reading, { programmeId, limit: 5000, each: true })).map(({ id, name }) => [id, name]));
	const needs = (await listNeeds(reading, { programmeId, ...filters, limit: 1000 })).map((need) => {
		const group = need.groupId ? byId.get(need.groupId) : undefined;
		return { ...need, organisation: names.get(need.organisationId) ?? '', group, state: needState(need, group) };
	});
	return { needs, groups };
}

type Wanted = Readonly<{ groups: readonly GroupRow[]; readsAll: boolean }>;

/** Groups with their knots and what their practice became; with their score, made of all their needs, for who reads them all. */
export async function groupsShown(reading: Reading, programmeId: Id, { groups, readsAll }: Wanted): Promise<readonly ShownGroup[]> {
	const practised = await groupsPractised(reading, programmeId);
	const { weights } = await weightingNow(reading, programmeId);
	const voices = readsAll ? await voicesByGroup(reading, programmeId) : undefined;
	return groups.map((group) => ({
		...{ ...group, knots: knotsOf(group, practised.has(group.id), today()), practice: practised.get(group.id) },
		score: voices && groupScore(group, voices.get(group.id) ?? [], { weights, today: today() }),
	}));
}
