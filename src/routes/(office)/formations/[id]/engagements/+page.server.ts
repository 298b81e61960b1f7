import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { act, today, type TypedForm } from '#app/form.ts';
import { gives, rolesAt, scopesSeen, standing } from '#app/standing.ts';
import { isId, newId } from '#kernel/ids.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import { ORGANS } from '#capabilities/training/activity-schema.ts';
import { FINDINGS } from '#capabilities/training/schema.ts';
import { listCodes, listLinks } from '#capabilities/training/server/activities.ts';
import { findSession, listSeats } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a workshop left: ethics codes adopted, whether they are held to, and links between organisations. */
export const load: PageServerLoad = async (event) => {
	const { visitor, may } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		const roles = await rolesAt(reading, visitor.personId, session.scopeId);
		const seen = await scopesSeen(reading, visitor.personId);
		const came = new Set<string>((await listSeats(reading, id)).map(({ organisationId }) => organisationId));
		const known = await listOrganisations(reading, { programmeId: session.programmeId, limit: 5000 });
		const { searchParams } = event.url;
		return {
			form: newId(),
			today: today(),
			done: searchParams.get('fait') ?? '',
			struck: { what: searchParams.get('quoi') ?? '', id: searchParams.get('ligne') ?? '' },
			session,
			team: roles.size > 0,
			codes: await listCodes(reading, { sessionId: id }),
			links: await listLinks(reading, { sessionId: id }),
			organs: ORGANS,
			findings: FINDINGS,
			// Those who were there come first.
			organisations: known
				.map(({ id: organisationId, name, commune }) => ({
					id: organisationId,
					name,
					commune,
					came: came.has(organisationId),
					mine: seen.has(organisationId),
				}))
				.sort((a, b) => Number(b.came) - Number(a.came)),
			may: { keep: may('training.keep-commitments'), link: gives(roles, 'training.hold') },
		};
	});
};

type Event = RequestEvent<{ id: string }>;

type Kept = Readonly<{ done: string; command: string }>;

async function keeping(event: Event, { done, command }: Kept, inputOf: (form: TypedForm) => object) {
	const failure = await act(event, command, inputOf);
	if (failure) return failure;
	redirect(303, `/formations/${event.params.id}/engagements?fait=${done}`);
}

async function striking(event: Event, command: string, what: 'code' | 'link') {
	const told = { fait: '', quoi: what, ligne: '' };
	const failure = await act(event, command, (form) => {
		const struck = form.text('struck') === 'yes';
		Object.assign(told, { fait: struck ? 'struck' : 'restored', ligne: form.text('id') });
		return { [`${what}Id`]: form.text('id'), struck };
	});
	if (failure) return failure;
	redirect(303, `/formations/${event.params.id}/engagements?${new URLSearchParams(told).toString()}`);
}

export const actions: Actions = {
	/** Writes that an organisation adopted an ethics code. */
	adopt: (event) =>
		keeping(event, { done: 'code', command: 'training.adopt-code' }, (form) => ({
			id: form.id('code'),
			organisationId: form.text('organisationId'),
			sessionId: event.params.id,
			adoptedOn: form.day('adoptedOn', 'past'),
			organ: form.text('organ'),
			evidence: form.text('evidence'),
		})),
	/** Writes whether it is held to. */
	check: (event) =>
		keeping(event, { done: 'code-checked', command: 'training.check-code' }, (form) => ({
			id: form.id('check'),
			codeId: form.text('codeId'),
			checkedOn: form.day('checkedOn', 'past'),
			finding: form.text('finding'),
			evidence: form.text('checkEvidence'),
		})),
	/** Writes a link between two organisations. */
	link: (event) =>
		keeping(event, { done: 'link', command: 'training.record-link' }, (form) => ({
			id: form.id('link'),
			sessionId: event.params.id,
			oneId: form.text('oneId'),
			otherId: form.text('otherId') || null,
			otherName: form.text('otherName'),
			purpose: form.text('purpose'),
			madeOn: form.day('madeOn', 'past'),
		})),
	/** Strikes out a code, or puts it back. */
	strikeCode: (event) => striking(event, 'training.strike-code', 'code'),
	/** Strikes out a link, or puts it back. */
	strikeLink: (event) => striking(event, 'training.strike-link', 'link'),
};
