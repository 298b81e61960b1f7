import { redirect } from '@sveltejs/kit';
import { act, today } from '#app/form.ts';
import { standing, visitorOr } from '#app/standing.ts';
import { endSession } from '#platform/access/door/sessions.ts';
import { isId, newId } from '#kernel/ids.ts';
import { isOnlyOfOrganisations, listAccounts } from '#platform/access/door/accounts.ts';
import { hashOfCode, newCode } from '#platform/access/door/codes.ts';
import { partnerNames } from '#capabilities/programme/server/reads.ts';
import { organisationNames } from '#capabilities/registry/server/reads.ts';
import { accountsWith, withPlaces } from './account-list.ts';
import type { Actions, PageServerLoad } from './$types';

/** The accounts a person may open, close, or hand a code to. */
export const load: PageServerLoad = async (event) => {
	const { visitor, may } = await standing(event, { keepsHouse: true });
	const words = (event.url.searchParams.get('mot') ?? '').slice(0, 100);
	const accounts = await event.locals.app.readers.as(visitor.personId, async (reading) => {
		const all = await listAccounts(reading, visitor.personId);
		const scopes = [...new Set(all.flatMap(({ roles }) => roles.map(({ scopeId }) => scopeId)))];
		const names = new Map([...(await partnerNames(reading, scopes)), ...(await organisationNames(reading, scopes))]);
		return accountsWith(words, withPlaces(all, names));
	});
	return { form: newId(), accounts, words, mayClose: may('access.close-accounts'), done: event.url.searchParams.get('fait') ?? '' };
};

export const actions: Actions = {
	/** Closes an account and ends its sessions: the person is out at once. */
	close: async (event) => {
		const accountId = String((await event.request.clone().formData()).get('accountId') ?? '');
		const failure = await act(event, 'access.close-account', () => ({ accountId, closedOn: today() }));
		if (failure) return failure;
		await endSession(event.locals.app.door, accountId);
		redirect(303, '/comptes?fait=closed');
	},
	/** Makes a new one-time code to write on paper; it is shown once. */
	code: async (event) => {
		const visitor = visitorOr(event);
		const accountId = String((await event.request.clone().formData()).get('accountId') ?? '');
		const code = newCode();
		const member = isId(accountId) && (await event.locals.app.readers.as(visitor.personId, (reading) => isOnlyOfOrganisations(reading, accountId)));
		const failure = await act(event, member ? 'access.hand-out-member-code' : 'access.hand-out-team-code', (form) => ({
			codeId: form.id('code'),
			accountId,
			codeHash: hashOfCode(code),
			handedOn: today(),
		}));
		return failure ?? { code, accountId };
	},
};
