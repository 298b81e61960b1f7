import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import { schemeOn } from '#kernel/place.ts';
import type { Visitor } from '#platform/access/door/visitor.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { capabilities } from './capabilities.ts';
import { today } from './form.ts';

/** The programme a person works in now, with what she is in it. */
export type Standing = Readonly<{
	visitor: Visitor;
	programme: CurrentProgramme;
	programmes: readonly Readonly<{ id: Id; name: string; demonstration: boolean }>[];
	/** Whether a role of hers anywhere in the programme gives a permission; for what a page offers, never for what is done. */
	may: (permission: string) => boolean;
}>;

export type CurrentProgramme = Readonly<{
	id: Id;
	code: string;
	name: string;
	startsOn: CalendarDate;
	endsOn: CalendarDate;
	closed: boolean;
	demonstration: boolean;
	scheme: PlaceScheme;
}>;

type Found = Omit<CurrentProgramme, 'scheme'> & Readonly<{ roles: readonly Role[] }>;

const CHOICE = 'programme';

/** The person who is signed in; a stranger is sent to the door and comes back where she wanted to go. */
export function visitorOr(event: Pick<RequestEvent, 'locals' | 'url'>): Visitor {
	const { visitor } = event.locals;
	if (!visitor) redirect(303, `/entrer?vers=${encodeURIComponent(event.url.pathname + event.url.search)}`);
	return visitor;
}

/**
 * Where the person stands: the programme she chose, or the first open one in which she holds a role.
 * A person without any programme is sent to the list of programmes when she administers the house, and refused otherwise.
 * With `keepsHouse`, an administrator stands in any programme: for its accounts, never for its records.
 */
export async function standing(event: RequestEvent, wanted: Readonly<{ keepsHouse?: boolean }> = {}): Promise<Standing> {
	const found = await standingIfAny(event, wanted);
	if (found) return found;
	if (visitorOr(event).roles.some(({ role }) => role === 'administrator')) redirect(303, '/conduite');
	error(403, 'no-programme');
}

/** Where the person stands, as `standing` says; `undefined` when she stands nowhere. A stranger is sent to the door. */
export async function standingIfAny(event: RequestEvent, { keepsHouse = false } = {}): Promise<Standing | undefined> {
	const visitor = visitorOr(event);
	const all = keepsHouse && visitor.roles.some(({ role }) => role === 'administrator');
	const found = await event.locals.app.readers.as(visitor.personId, (reading) => programmesOf(reading, visitor.personId, all));
	const chosen = found.find(({ id }) => id === event.cookies.get(CHOICE)) ?? found[0];
	if (!chosen) return undefined;
	const held = new Set<Role>([...chosen.roles, ...visitor.roles.filter(({ scopeKind }) => scopeKind === 'platform').map(({ role }) => role)]);
	const { roles: _, ...programme } = chosen;
	const middle = programme.endsOn < today() ? programme.endsOn : today();
	return {
		visitor,
		programme: { ...programme, scheme: schemeOn(middle) },
		programmes: found.map(({ id, name, demonstration }) => ({ id, name, demonstration })),
		may: (permission) => (capabilities.permissions.get(permission) ?? []).some((role) => held.has(role)),
	};
}

async function programmesOf(reading: Reading, personId: Id, all: boolean): Promise<readonly Found[]> {
	const { rows } = await sql<Found>`
		with recursive above as (
			select r.role, r.scope_id as id from access.roles r where r.account_id = ${personId} and r.ended_on is null
			union
			select a.role, s.parent_id from above a join access.scopes s on s.id = a.id where s.parent_id is not null
		)
		select p.id, p.code, p.name, p.starts_on as "startsOn", p.ends_on as "endsOn", p.closed, p.demonstration, coalesce(json_agg(distinct a.role) filter (where a.role is not null), '[]') as roles
		from programme.programmes p left join above a on a.id = p.id where a.id is not null or ${all}
		group by p.id order by count(a.id) = 0, p.closed, p.demonstration, p.starts_on desc`.execute(reading);
	return rows;
}

/** The roles a person holds at one scope, herself or from above. */
export async function rolesAt(reading: Reading, personId: Id, scopeId: Id): Promise<ReadonlySet<Role>> {
	const { rows } = await sql<{ role: Role }>`select role from access.seen where account_id = ${personId} and scope_id = ${scopeId}`.execute(reading);
	return new Set(rows.map(({ role }) => role));
}

/** The scopes a person sees all of: what she counts elsewhere is a part. */
export async function scopesSeen(reading: Reading, personId: Id): Promise<ReadonlySet<Id>> {
	const { rows } = await sql<{ scopeId: Id }>`select scope_id as "scopeId" from access.seen where account_id = ${personId}`.execute(reading);
	return new Set(rows.map(({ scopeId }) => scopeId));
}

/** Whether one of some roles gives a permission. */
export function gives(roles: ReadonlySet<Role>, permission: string): boolean {
	return (capabilities.permissions.get(permission) ?? []).some((role) => roles.has(role));
}
