import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { accounts } from '../schema.ts';

/** Closes an account: from that moment the person sees and does nothing. Refuses one's own, and one that is closed. */
export const closeAccount = defineCommand({
	name: 'access.close-account',
	version: 1,
	place: 'office',
	permission: 'access.close-accounts',
	input: v.object({ accountId: id, closedOn: day }),
	scope: ({ accountId }) => scopeOf(accounts, accountId),
	locks: ({ accountId }) => [[accounts, accountId]],

	async gather(records, { accountId }) {
		return { account: await records.find(accounts, accountId) };
	},

	decide({ account }, { accountId, closedOn }, { personId }) {
		if (typeof account !== 'object') return refuse('platform.not-permitted');
		if (accountId === personId) return refuse('platform.own-account');
		if (account.closedOn) return refuse('platform.account-closed', { name: account.fullName });
		// A clock that is behind must not keep somebody in: nobody's account closes before it was opened.
		return { writes: [put(accounts, { ...account, closedOn: closedOn < account.openedOn ? account.openedOn : closedOn })] };
	},
});
