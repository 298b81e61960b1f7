import { error, redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { rolesAt, visitorOr } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import type { Role } from '#platform/access/roles.ts';
import { listProgrammes } from '#capabilities/programme/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** The programmes of the house, and the form that opens a new one. */
export const load: PageServerLoad = async (event) => {
	const visitor = visitorOr(event);
	if (!visitor.roles.some(({ role }) => role === 'administrator' || role === 'coordinator')) error(403, 'not-permitted');
	const programmes = await event.locals.app.readers.as(visitor.personId, async (reading) =>
		Promise.all(
			(await listProgrammes(reading)).map(async (programme) => ({
				...programme,
				mayWork: worksIn(await rolesAt(reading, visitor.personId, programme.id)),
			})),
		),
	);
	return { form: newId(), today: today(), programmes, mayOpen: visitor.roles.some(({ role }) => role === 'administrator') };
};

export const actions: Actions = {
	/** Opens a programme and goes to its frame. */
	open: async (event) => {
		let id = '';
		const failure = await act(event, 'programme.open-programme', (form) => {
			id = form.id('programme');
			return {
				id,
				coordinatorRoleId: form.id('coordinator'),
				code: form.text('code'),
				name: form.text('name'),
				country: form.text('country'),
				donor: form.text('donor'),
				startsOn: form.day('startsOn'),
				endsOn: form.day('endsOn', 'future'),
				budgetCents: form.euroCents('budget'),
				vision: form.text('vision'),
				targets: form.text('targets'),
			};
		});
		if (failure) return failure;
		event.cookies.set('programme', id, { path: '/', sameSite: 'strict', httpOnly: true, secure: event.url.protocol === 'https:' });
		redirect(303, `/conduite/${id}?fait=opened`);
	},
	/** Chooses the programme to work in. */
	choose: async (event) => {
		const id = String((await event.request.formData()).get('programmeId') ?? '');
		event.cookies.set('programme', id, { path: '/', sameSite: 'strict', httpOnly: true, secure: event.url.protocol === 'https:' });
		redirect(303, '/bureau');
	},
};

// Who only keeps the house has no work in a programme.
function worksIn(roles: ReadonlySet<Role>): boolean {
	return [...roles].some((role) => role !== 'administrator');
}
