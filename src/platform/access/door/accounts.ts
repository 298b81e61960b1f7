import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Role } from '../roles.ts';

/** An account as its keepers list it. */
export type AccountRow = Readonly<{
	id: Id;
	fullName: string;
	userName: string;
	scopeId: Id;
	openedOn: CalendarDate;
	closedOn: CalendarDate | null;
	own: boolean;
	roles: readonly Readonly<{ role: Role; scopeId: Id }>[];
}>;

/** The accounts a person sees, open ones first, by name. */
export async function listAccounts(reading: Reading, personId: Id): Promise<readonly AccountRow[]> {
	const { rows } = await sql<AccountRow>`
		select a.id, a.full_name as "fullName", a.user_name as "userName", a.scope_id as "scopeId", a.opened_on as "openedOn", a.closed_on as "closedOn", a.id = ${personId} as own,
			coalesce((select json_agg(json_build_object('role', r.role, 'scopeId', r.scope_id) order by r.id) from access.roles r where r.account_id = a.id and r.ended_on is null), '[]') as roles
		from access.accounts a order by a.closed_on is not null, a.full_name, a.id`.execute(reading);
	return rows;
}

/** The names of some accounts, as far as the reader sees them. */
export async function accountNames(reading: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
	const { rows } = await sql<{ id: Id; fullName: string }>`
		select id, full_name as "fullName" from access.accounts where id = any (${ids}::uuid[])`.execute(reading);
	return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}

/** Whether a person holds roles in organisations and no other, as far as the reader sees. */
export async function isOnlyOfOrganisations(reading: Reading, accountId: Id): Promise<boolean> {
	const { rows } = await sql<{
		only: boolean;
	}>`select coalesce(bool_and(role in ('leader', 'member')), false) as only from access.roles where account_id = ${accountId} and ended_on is null`.execute(
		reading,
	);
	return rows[0]?.only ?? false;
}
