import { redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { scopesSeen, standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import type { Actions, PageServerLoad } from './$types';
import { groupsShown, needsShown } from './needs-shown.ts';
import { openHeadings } from './open-headings.ts';
import { overdueOf } from './overdue.ts';

const TABS = ['a-classer', 'classes', 'en-retard', 'repondus', 'ouverts', 'tous'] as const;

/** Needs to group, groups in their order, what is late, what was answered. The tab and the filters stand in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const asked = (name: string) => (event.url.searchParams.get(name) ?? '').slice(0, 100);
	const filters = {
		...{ theme: asked('theme'), words: asked('mot') },
		...{ urgency: asked('urgence'), touched: asked('touche'), wished: asked('souhait') },
	};
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const { needs, groups: all } = await needsShown(reading, programme.id, filters);
		// Who sees a part of the needs would count another score: it is shown to who reads them all.
		const readsAll = (await scopesSeen(reading, visitor.personId)).has(programme.id) && may('needs.decide');
		const isFiltered = Object.values(filters).some(Boolean);
		const wantedGroups = all.filter((group) => !isFiltered || needs.some((need) => need.groupId === group.id));
		const groups = await groupsShown(reading, programme.id, { groups: wantedGroups, readsAll });
		const headings = await openHeadings(reading, programme);
		const overdue = await overdueOf(reading, programme.id, { needs: readsAll ? needs : [], groups: readsAll ? groups : [] });
		const loose = needs.filter(({ groupId, takenBackOn }) => !groupId && !takenBackOn).length;
		const mayGroup = may('needs.group') && !programme.closed;
		return {
			form: newId(),
			today: today(),
			done: asked('fait'),
			filters,
			themes: THEMES,
			tab: TABS.find((tab) => tab === asked('onglet')) ?? (!mayGroup ? 'tous' : loose > 0 && groups.length === 0 ? 'a-classer' : 'classes'),
			counts: {
				'a-classer': loose,
				classes: groups.length,
				'en-retard': groups.filter(({ knots }) => knots[1] === 'late').length + overdue.needs.length,
				repondus: groups.filter(({ waiting, answeredOn }) => answeredOn && waiting === 0).length,
				ouverts: headings.length,
				tous: needs.length,
			},
			...{ needs, groups, headings, overdue },
			chosen: asked('groupe'),
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
