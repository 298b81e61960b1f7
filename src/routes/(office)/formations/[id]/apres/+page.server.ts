import { error, redirect } from '@sveltejs/kit';
import { act, today, type TypedForm } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId, type Id } from '#kernel/ids.ts';
import { listPersonsOf } from '#capabilities/people/server/reads.ts';
import { firstLookDay } from '#capabilities/training/rules/half-days.ts';
import { reachedBy } from '#capabilities/training/rules/reached.ts';
import { listFindings, listPassings, listTrained } from '#capabilities/training/server/after.ts';
import { findSession } from '#capabilities/training/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** After a training: what is applied, who is still there, and to whom it was passed on. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		const trained = await listTrained(reading, id);
		const passings = await listPassings(reading, id);
		const reached = reachedBy(
			trained.map(({ personId }) => personId),
			passings,
		);
		const organisations = await Promise.all(
			[...Map.groupBy(trained, ({ organisationId }) => organisationId)].map(async ([organisationId, people]) => {
				const roles = await rolesAt(reading, visitor.personId, organisationId);
				const may = gives(roles, 'training.mark-stays');
				return {
					id: organisationId,
					name: people[0]?.organisation ?? '',
					people,
					may,
					known: may ? await listPersonsOf(reading, organisationId) : [],
				};
			}),
		);
		const holders = new Set<Id>([...trained.map(({ personId }) => personId), ...reached.named]);
		return {
			...{ form: newId(), today: today(), done: event.url.searchParams.get('fait') ?? '', session, passings, organisations },
			findings: await listFindings(reading, id),
			from: { 3: firstLookDay(session.lastOn), 6: session.checkOn },
			reached: { named: reached.named.size, byNumber: reached.byNumber },
			holders: [...holders],
			mayCheck: gives(await rolesAt(reading, visitor.personId, session.scopeId), 'training.check-practice'),
		};
	});
};

const momentOf = (form: TypedForm) => (form.text('moment') === '3' ? 3 : 6);

function newcomersIn(form: TypedForm) {
	const newcomer = { id: form.id('person'), fullName: form.text('fullName'), sex: form.text('sex'), birthYear: form.count('birthYear') };
	return newcomer.fullName.trim() ? [newcomer] : [];
}

export const actions: Actions = {
	/** Writes what became of the training in one organisation, at a moment. */
	practice: async (event) => {
		const failure = await act(event, 'training.check-practice', (form) => ({
			...{ id: form.id('practice'), sessionId: event.params.id, organisationId: form.text('organisationId'), moment: momentOf(form) },
			...{ checkedOn: form.day('checkedOn', 'past'), finding: form.text('finding'), evidence: form.text('evidence') },
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/apres?fait=checked`);
	},
	/** Says who is still there: all, but those that are ticked. */
	stays: async (event) => {
		const failure = await act(event, 'training.mark-stays', (form) => ({
			...{ sessionId: event.params.id, organisationId: form.text('organisationId'), moment: momentOf(form) },
			...{ goneIds: form.all('goneId'), seenOn: form.day('seenOn', 'past') },
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/apres?fait=stays`);
	},
	/** Writes that it was passed on. */
	passOn: async (event) => {
		const failure = await act(event, 'training.pass-on', (form) => ({
			...{ id: form.id('passing'), sessionId: event.params.id, organisationId: form.text('organisationId'), giverId: form.text('giverId') },
			...{ passedOn: form.day('passedOn', 'past'), knownIds: form.all('personId'), newcomers: newcomersIn(form), others: form.count('others') ?? 0 },
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/apres?fait=passed#transmis`);
	},
	/** Strikes a telling out, or restores it. */
	strike: async (event) => {
		const failure = await act(event, 'training.strike-passing', (form) => ({
			passingId: form.text('passingId'),
			struck: form.text('struck') === 'yes',
		}));
		if (failure) return failure;
		redirect(303, `/formations/${event.params.id}/apres?fait=struck#transmis`);
	},
};
