import { redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { scopesSeen, standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { groupScore } from '#capabilities/needs/rules/group-score.ts';
import { isOverdue } from '#capabilities/needs/rules/overdue.ts';
import { promisesOf } from '#capabilities/needs/rules/promises.ts';
import { weightingNow } from '#capabilities/needs/server/headings.ts';
import { voicesByGroup } from '#capabilities/needs/server/voices.ts';
import { knotsOf, needState } from '#capabilities/needs/rules/need-state.ts';
import { listGroups, listNeeds } from '#capabilities/needs/server/reads.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { groupsPractised } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';
import { openHeadings } from './open-headings.ts';

const TABS = ['a-classer', 'classes', 'en-retard', 'repondus', 'ouverts', 'tous'] as const;

/** Needs to group, groups in their order, what is late, what was answered. The tab and the filters stand in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const asked = (name: string) => (event.url.searchParams.get(name) ?? '').slice(0, 100);
	const filters = {
		...{ theme: asked('theme'), words: asked('mot') },
		...{ urgency: asked('urgence'), touched: asked('touche'), wished: asked('souhait') },
	};
	const filtered = Object.values(filters).some(Boolean);
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
		const readsAll = (await scopesSeen(reading, visitor.personId)).has(programme.id) && may('needs.decide');
		const { weights, days } = await weightingNow(reading, programme.id);
		const headings = await openHeadings(reading, programme);
		// A score is made of all needs of a group, whatever is filtered here; who sees a part of them is shown none.
		const voices = readsAll ? await voicesByGroup(reading, programme.id) : undefined;
		const asRows = groups
			.filter((group) => !filtered || needs.some((need) => need.groupId === group.id))
			.map((group) => ({
				...{ ...group, knots: knotsOf(group, practised.has(group.id), today()), practice: practised.get(group.id) },
				score: voices && groupScore(group, voices.get(group.id) ?? [], { weights, today: today() }),
			}));
		const waited = readsAll ? needs.filter((need) => isOverdue(need, need.group, { days, today: today() })) : [];
		const isLate = (group: (typeof asRows)[number]) => group.knots[1] === 'late';
		const shown = {
			loose: needs.filter(({ groupId, takenBackOn }) => !groupId && !takenBackOn),
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
				'en-retard': shown.late.length + waited.length,
				repondus: shown.answered.length,
				ouverts: headings.length,
				tous: needs.length,
			},
			needs,
			groups: asRows,
			chosen: asked('groupe'),
			weights,
			headings,
			overdue: {
				...{ days, needs: waited.sort((a, b) => (a.expressedOn < b.expressedOn ? -1 : 1)) },
				promises: readsAll
					? asRows.flatMap((group) => promisesOf(group, today())).filter(({ state, what }) => state === 'late' && what !== 'look-again')
					: [],
				again: asRows.filter(({ decision, lookAgainOn }) => decision === 'deferred' && lookAgainOn && lookAgainOn <= today()),
			},
			may: { readsAll, express: may('needs.express'), relay: may('needs.relay'), group: mayGroup, decide: may('needs.decide') && !programme.closed },
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
			const chosen = { needIds: form.all('needId'), unconfirmedToo: form.text('unconfirmedToo') === 'yes' };
			if (groupId) return { groupId, ...chosen };
			id = form.id('group');
			return { id, programmeId: programme.id, heading: form.text('heading'), theme: form.text('theme'), ...chosen };
		});
		if (failure) return failure;
		redirect(303, `/besoins/groupes/${id}?fait=grouped&avec=${data.getAll('needId').join('.')}`.slice(0, 7000));
	},
	/** Puts all groups in the order of their scores. */
	score: async (event) => {
		const { programme } = await standing(event);
		const failure = await act(event, 'needs.rank-by-score', () => ({ programmeId: programme.id, rankedOn: today() }));
		if (failure) return failure;
		redirect(303, '/besoins?onglet=classes&fait=ranked-by-score');
	},
	/** Gives a group the last rank. */
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
