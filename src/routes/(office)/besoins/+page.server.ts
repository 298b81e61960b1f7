import { redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { knotsOf, needState } from '#capabilities/needs/rules/need-state.ts';
import { listGroups, listNeeds } from '#capabilities/needs/server/reads.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { groupsPractised } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = ['a-classer', 'classes', 'en-retard', 'repondus', 'tous'] as const;

/** Needs to group, groups in their order, what is late, what was answered. The tab and the filters stand in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const asked = (name: string) => (event.url.searchParams.get(name) ?? '').slice(0, 100);
	const filters = { theme: asked('theme'), words: asked('mot') };
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const groups = await listGroups(reading, programme.id);
		const byId = new Map(groups.map((group) => [group.id, group]));
		const practised = await groupsPractised(reading, programme.id);
		const names = new Map(
			(await listOrganisations(reading, { programmeId: programme.id, limit: 5000, each: true })).map(({ id, name }) => [id, name]),
		);
		const all = await listNeeds(reading, { programmeId: programme.id, ...filters, limit: 1000 });
		const needs = all.map((need) => ({
			...need,
			organisation: names.get(need.organisationId) ?? '',
			group: need.groupId ? byId.get(need.groupId) : undefined,
			state: needState(need, need.groupId ? byId.get(need.groupId) : undefined),
		}));
		const asRows = groups
			.filter((group) => (!filters.theme || group.theme === filters.theme) && (!filters.words || needs.some((need) => need.groupId === group.id)))
			.map((group) => ({ ...group, knots: knotsOf(group, practised.has(group.id), today()), practice: practised.get(group.id) }));
		const isLate = (group: (typeof asRows)[number]) => group.knots[1] === 'late';
		const shown = {
			loose: needs.filter(({ groupId }) => !groupId),
			late: asRows.filter(isLate),
			answered: asRows.filter(({ waiting, answeredOn }) => answeredOn && waiting === 0),
		};
		const wanted = TABS.find((tab) => tab === asked('onglet'));
		const mayGroup = may('needs.group') && !programme.closed;
		return {
			form: newId(),
			today: today(),
			done: asked('fait'),
			filters,
			themes: THEMES,
			tab: wanted ?? (mayGroup ? (shown.loose.length > 0 && asRows.length === 0 ? 'a-classer' : 'classes') : 'tous'),
			counts: {
				'a-classer': shown.loose.length,
				classes: asRows.length,
				'en-retard': shown.late.length,
				repondus: shown.answered.length,
				tous: needs.length,
			},
			needs,
			groups: asRows,
			chosen: asked('groupe'),
			may: { express: may('needs.express'), relay: may('needs.relay'), group: mayGroup, decide: may('needs.decide') && !programme.closed },
		};
	});
};

export const actions: Actions = {
	/** Groups the chosen needs under a new heading, or adds them to a group. */
	group: async (event) => {
		const { programme } = await standing(event);
		const data = await event.request.clone().formData();
		const groupId = String(data.get('groupId') ?? '');
		let id = groupId;
		const failure = await act(event, groupId ? 'needs.join-group' : 'needs.group-needs', (form) => {
			if (groupId) return { groupId, needIds: form.all('needId') };
			id = form.id('group');
			return { id, programmeId: programme.id, heading: form.text('heading'), theme: form.text('theme'), needIds: form.all('needId') };
		});
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${id}?fait=grouped`);
	},
	/** Moves a group one place up or down, or gives it the last rank. */
	rank: async (event) => {
		const { programme } = await standing(event);
		const failure = await act(event, 'needs.rank-groups', (form) => ({
			programmeId: programme.id,
			groupIds: form.text('order').split(' ').filter(Boolean),
		}));
		if (failure) return failure;
		redirect(303, '/besoins?onglet=classes&fait=ranked');
	},
};
