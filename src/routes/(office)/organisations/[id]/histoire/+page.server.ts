import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { act, today, type TypedForm } from '#app/form.ts';
import { receiveScan } from '#app/receiving-act-scans.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { PLACE_SCHEMES } from '#kernel/place.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listCommunes, placeNames } from '#capabilities/programme/server/places.ts';
import { timelineOf } from '#capabilities/registry/rules/timeline.ts';
import { ACT_KINDS, LIFE_STATES, ORGANS } from '#capabilities/registry/schema.ts';
import { listScans } from '#capabilities/registry/server/history-reads.ts';
import { findOrganisation, loadHistory } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The past of an organisation, the latest first, with what adds to it for those who may. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const organisation = await findOrganisation(reading, id);
		if (!organisation) error(404, 'not-found');
		const history = await loadHistory(reading, id);
		const { searchParams } = event.url;
		const asked = PLACE_SCHEMES.find((each) => each === searchParams.get('division'));
		const scheme = asked ?? programme.scheme;
		return {
			form: newId(),
			today: today(),
			done: searchParams.get('fait') ?? '',
			struck: { what: searchParams.get('quoi') ?? '', lineId: searchParams.get('ligne') ?? '' },
			organisation,
			timeline: timelineOf(history),
			scans: await listScans(reading, id),
			places: await placeNames(reading, history.work),
			communes: await listCommunes(reading, scheme),
			scheme,
			isAsked: asked !== undefined && event.request.method === 'GET',
			themes: THEMES,
			organs: ORGANS,
			actKinds: ACT_KINDS,
			lifeStates: LIFE_STATES,
			mayKeep: gives(await rolesAt(reading, visitor.personId, id), 'registry.keep-history'),
		};
	});
};

type Event = RequestEvent<{ id: string }>;

// Does one act on the history of the page's organisation, and comes back to it.
async function keeping(event: Event, command: string, inputOf: (form: TypedForm) => Readonly<Record<string, unknown>>) {
	const failure = await act(event, command, (form) => ({ organisationId: event.params.id, ...inputOf(form) }));
	if (failure) return failure;
	redirect(303, `/organisations/${event.params.id}/histoire?fait=line`);
}

async function marking(event: Event, command: string, done: 'struck' | 'restored') {
	const line = { what: '', lineId: '' };
	const failure = await act(event, command, (form) => {
		Object.assign(line, { what: form.text('what'), lineId: form.text('lineId') });
		return { organisationId: event.params.id, ...line };
	});
	if (failure) return failure;
	const { what, lineId } = line;
	redirect(303, `/organisations/${event.params.id}/histoire?${new URLSearchParams({ fait: done, quoi: what, ligne: lineId }).toString()}`);
}

export const actions: Actions = {
	/** Adds a legal act. */
	act: (event) =>
		keeping(event, 'registry.record-legal-act', (form) => ({
			id: form.id('act'),
			kind: form.text('kind'),
			number: form.text('number'),
			actedOn: form.day('actedOn', 'past'),
			authority: form.text('authority'),
		})),
	/** Gives a new name; the old one stays in the history. */
	name: (event) =>
		keeping(event, 'registry.rename-organisation', (form) => ({
			id: form.id('name'),
			was: form.text('was'),
			name: form.text('name'),
			acronym: form.text('acronym'),
			renamedOn: form.day('renamedOn', 'past'),
		})),
	/** States whether it lives. */
	life: (event) =>
		keeping(event, 'registry.state-life', (form) => ({
			id: form.id('life'),
			state: form.text('state'),
			sinceOn: form.day('sinceOn', 'past'),
			evidence: form.text('evidence'),
		})),
	/** Writes how many members it has on a day. */
	count: (event) =>
		keeping(event, 'registry.count-members', (form) => ({
			id: form.id('count'),
			countedOn: form.day('countedOn', 'past'),
			women: form.count('women'),
			men: form.count('men'),
			youngWomen: form.count('youngWomen'),
			youngMen: form.count('youngMen'),
		})),
	/** Adds what it does where. */
	work: (event) =>
		keeping(event, 'registry.record-work', (form) => ({
			id: form.id('work'),
			theme: form.text('theme'),
			service: form.text('service'),
			...form.place('place'),
			sinceOn: form.day('sinceOn', 'past'),
			untilOn: form.dayOrNone('untilOn', 'past'),
		})),
	/** Adds who leads it. */
	mandate: (event) =>
		keeping(event, 'registry.record-mandate', (form) => ({
			...{ id: form.id('mandate'), organ: form.text('organ'), duty: form.text('duty'), fullName: form.text('fullName'), sex: form.text('sex') },
			fromOn: form.day('fromOn', 'past'),
			untilOn: form.dayOrNone('untilOn'),
		})),
	/** Adds a meeting that was held. */
	meeting: (event) =>
		keeping(event, 'registry.record-meeting', (form) => ({
			...{ id: form.id('meeting'), organ: form.text('organ'), decided: form.text('decided') },
			heldOn: form.day('heldOn', 'past'),
			women: form.count('women'),
			men: form.count('men'),
		})),
	/** Adds a network it belongs to. */
	network: (event) =>
		keeping(event, 'registry.join-network', (form) => ({
			id: form.id('network'),
			network: form.text('network'),
			sinceOn: form.day('sinceOn', 'past'),
			untilOn: form.dayOrNone('untilOn', 'past'),
		})),
	/** Adds what it had of its own in a year. */
	funds: (event) =>
		keeping(event, 'registry.record-own-funds', (form) => ({
			...{ id: form.id('funds'), year: form.count('year'), francs: form.francs('francs'), source: form.text('source') },
		})),
	/** Says on which day a work, a mandate or a membership ended. */
	end: (event) =>
		keeping(event, 'registry.end-history-line', (form) => ({
			...{ what: form.text('what'), lineId: form.text('lineId'), untilOn: form.day('untilOn', 'past') },
		})),
	/** Keeps a photograph or a scan of a legal act. */
	scan: async (event) => {
		const failure = await receiveScan(event, event.params.id);
		if (failure) return failure;
		redirect(303, `/organisations/${event.params.id}/histoire?fait=scan`);
	},
	/** Strikes a scan out, or restores it. */
	strikeScan: (event) => keeping(event, 'registry.strike-scan', (form) => ({ scanId: form.text('scanId'), struck: form.text('struck') === 'yes' })),
	strike: (event) => marking(event, 'registry.strike-history-line', 'struck'),
	restore: (event) => marking(event, 'registry.restore-history-line', 'restored'),
};
