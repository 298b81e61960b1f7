import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { needState } from '#capabilities/needs/rules/need-state.ts';
import { listGroups, listNeeds } from '#capabilities/needs/server/reads.ts';
import { listPersonsOf } from '#capabilities/people/server/reads.ts';
import { lifeStateOn } from '#capabilities/registry/rules/life-state.ts';
import { timelineOf } from '#capabilities/registry/rules/timeline.ts';
import { placeNames } from '#capabilities/programme/server/places.ts';
import { findOrganisation, listContacts, loadHistory } from '#capabilities/registry/server/reads.ts';
import { listOneWith } from '#capabilities/registry/server/twins.ts';
import { sessionsOfOrganisation } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** One organisation: what it asked, what was answered and when, who was trained, and what comes next. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const organisation = await findOrganisation(reading, id);
		if (!organisation) error(404, 'not-found');
		const groups = new Map((await listGroups(reading, programme.id)).map((group) => [group.id, group]));
		const needs = await listNeeds(reading, { programmeId: programme.id, organisationId: id });
		const roles = await rolesAt(reading, visitor.personId, id);
		const history = await loadHistory(reading, id);
		return {
			form: newId(),
			today: today(),
			done: event.url.searchParams.get('fait') ?? '',
			organisation,
			life: lifeStateOn(today(), history.life),
			works: history.work.filter(({ struck, untilOn }) => !struck && untilOn === null),
			mandates: history.mandate.filter(({ struck, untilOn }) => !struck && (untilOn === null || untilOn >= today())),
			networks: history.network.filter(({ struck, untilOn }) => !struck && untilOn === null),
			places: await placeNames(reading, history.work),
			timeline: timelineOf(history)
				.filter(({ struck }) => !struck)
				.slice(0, 4),
			oneWith: await listOneWith(reading, id),
			contacts: await listContacts(reading, id),
			needs: needs.map((need) => ({
				...need,
				group: need.groupId ? groups.get(need.groupId) : undefined,
				state: needState(need, need.groupId ? groups.get(need.groupId) : undefined),
			})),
			sessions: await sessionsOfOrganisation(reading, id),
			persons: await listPersonsOf(reading, id),
			may: {
				merge: gives(roles, 'registry.merge'),
				correct: gives(roles, 'registry.correct'),
				consent: gives(roles, 'registry.consent'),
				express: gives(roles, 'needs.express'),
				relay: gives(roles, 'needs.relay'),
				confirm: gives(roles, 'needs.confirm'),
				judge: gives(roles, 'needs.judge-answer'),
				openAccount: gives(roles, 'access.open-member-accounts'),
			},
		};
	});
};

export const actions: Actions = {
	/** Lists the organisation in the public directory, from the day it agreed. */
	publish: async (event) => {
		const failure = await act(event, 'registry.publish-organisation', (form) => ({
			organisationId: event.params.id,
			listingId: form.id('listing'),
			agreedOn: form.day('agreedOn', 'past'),
			showsWork: form.all('shows').includes('work'),
			showsMembers: form.all('shows').includes('members'),
		}));
		if (failure) return failure;
		redirect(303, `/organisations/${event.params.id}?fait=published`);
	},
	/** Takes it out of the public directory at once. */
	withdraw: async (event) => {
		const failure = await act(event, 'registry.withdraw-organisation', () => ({ organisationId: event.params.id }));
		if (failure) return failure;
		redirect(303, `/organisations/${event.params.id}?fait=withdrawn`);
	},
};
