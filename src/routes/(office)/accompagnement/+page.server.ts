import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { proposedDay, whereNext } from '#capabilities/training/rules/coaching/where-next.ts';
import { coachingStandings, listChecklists, listVisits } from '#capabilities/training/server/coaching.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 50;
const NEVER = { percent: null, percentBefore: null, lastOn: null, overdue: 0, open: 0, plannedFor: null, plannedId: null, checklistId: null };

/** Where to go next, with the working, and the visits planned and held. Organisations read their own visits. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!visitor.roles.some(({ role }) => role !== 'donor' && role !== 'administrator')) error(403, 'not-permitted');
	const asked = (name: string) => (event.url.searchParams.get(name) ?? '').slice(0, 100);
	const mayCoach = may('training.coach');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const organisations = await listOrganisations(reading, { programmeId: programme.id, words: asked('mot'), limit: 5000 });
		const standings = await coachingStandings(reading, programme.id, today());
		const checklists = await listChecklists(reading, programme.id);
		const known = new Set(organisations.map(({ id }) => id));
		const alive = organisations.filter(({ life }) => life !== 'dissolved');
		const order = mayCoach
			? whereNext(
					alive.map((each) => ({ ...NEVER, ...standings.get(each.id), organisationId: each.id, name: each.name, commune: each.commune })),
					today(),
				)
			: [];
		const cancelled = asked('visite');
		return {
			form: newId(),
			today: today(),
			done: asked('fait'),
			cancelled: isId(cancelled) ? cancelled : undefined,
			words: asked('mot'),
			tab: mayCoach && asked('onglet') !== 'visites' ? ('ou' as const) : ('visites' as const),
			next: order.slice(0, SHOWN).map((each) => ({ ...each, proposed: proposedDay(each.need, today()) })),
			others: Math.max(0, order.length - SHOWN),
			// Those who typed no words see every visit they may, those of organisations that another stands for too.
			visits: (await listVisits(reading, { programmeId: programme.id })).filter((visit) => !asked('mot') || known.has(visit.organisationId)),
			hasChecklist: checklists.length > 0,
			may: { coach: mayCoach && !programme.closed, keep: may('training.keep-checklists') && !programme.closed, teams: mayCoach },
		};
	});
};

export const actions: Actions = {
	/** Plans the next visit on the day proposed, with the checklist last used there, or the newest. */
	plan: async (event) => {
		const { visitor, programme } = await standing(event);
		const checklists = await event.locals.app.readers.as(visitor.personId, (reading) => listChecklists(reading, programme.id));
		let id = '';
		const failure = await act(event, 'training.plan-visit', (form) => {
			// One page plans visits to many.
			id = form.id(`visit ${form.text('organisationId')}`);
			const used = checklists.find((checklist) => checklist.id === form.text('checklistId'));
			const newest = checklists.toSorted((one, other) => other.madeOn.localeCompare(one.madeOn) || other.version - one.version)[0];
			const latest = used ? checklists.find(({ familyId }) => familyId === used.familyId) : newest;
			return {
				...{ id, organisationId: form.text('organisationId'), checklistId: latest?.id ?? '' },
				...{ plannedFor: form.text('plannedFor'), coachName: visitor.fullName },
			};
		});
		if (failure) return failure;
		redirect(303, `/accompagnement?fait=planned&visite=${id}`);
	},
};
