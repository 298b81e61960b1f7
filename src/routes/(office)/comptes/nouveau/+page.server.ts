import { error, fail } from '@sveltejs/kit';
import { act, today, type TypedForm } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { hashOfCode, newCode } from '#platform/access/door/codes.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import type { Actions, PageServerLoad } from './$types';

const OF_ORGANISATIONS = ['leader', 'member'];

/** The form of a new account: where the person belongs and what she will be. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event, { keepsHouse: true });
	if (!may('access.open-member-accounts')) error(403, 'not-permitted');
	return event.locals.app.readers.as(visitor.personId, async (reading) => ({
		form: newId(),
		team: may('access.open-team-accounts'),
		partners: await listPartners(reading, programme.id),
		organisations: await listOrganisations(reading, { programmeId: programme.id, limit: 5000 }),
		chosen: event.url.searchParams.get('organisation') ?? '',
	}));
};

export const actions: Actions = {
	/** Opens the account; the one-time code is shown once, to be written on paper. */
	default: async (event) => {
		const { programme } = await standing(event, { keepsHouse: true });
		const role = String((await event.request.clone().formData()).get('role') ?? '');
		const code = newCode();
		let userName = '';
		let fullName = '';
		const failure = await act(event, OF_ORGANISATIONS.includes(role) ? 'access.open-member-account' : 'access.open-team-account', (form) => {
			userName = form.text('userName').trim().toLowerCase();
			fullName = form.text('fullName').trim();
			return {
				id: form.id('account'),
				roleId: form.id('role'),
				codeId: form.id('code'),
				codeHash: hashOfCode(code),
				scopeId: scopeFor(role, form, programme.id),
				fullName,
				userName,
				language: form.text('language') || 'fr',
				role,
				openedOn: today(),
			};
		});
		// The scope follows from two lists; a person of an organisation without one is told so under that list.
		if (failure?.data.field === 'scopeId') return fail(422, { ...failure.data, refusal: refuse('platform.choose-one'), field: 'organisationId' });
		return failure ?? { code, userName, fullName };
	},
};

function scopeFor(role: string, form: TypedForm, programmeId: string): string {
	if (OF_ORGANISATIONS.includes(role)) return form.text('organisationId');
	return role === 'donor' ? programmeId : form.text('partnerId') || programmeId;
}
