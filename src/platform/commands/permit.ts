import type { Id } from '#kernel/ids.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Acting, Command, ScopeSource } from './command.ts';
import type { Registry } from './registry.ts';
import { remembered } from './remembering.ts';
import type { Asking } from './server-records.ts';
import type { Row } from './table.ts';

type Held = Readonly<{ id: Id; scopeId: Id; roles: readonly Role[] }>;

/**
 * Finds the scope a command acts in and whether the person may do it there.
 * Returns the scope's id, or `undefined` when the record does not exist or the person may not: the two are not told apart,
 * so that nobody learns by refusal what exists.
 */
export async function mayAt(
	asking: Asking,
	permissions: Registry['permissions'],
	{ acting, command, input }: { acting: Acting; command: Command; input: unknown },
): Promise<Id | undefined> {
	const source = command.scope(input);
	const table = source.kind === 'scope' ? 'access.scopes' : source.table.name;
	const what = `roles of ${acting.personId} at ${table}`;
	const question = { table, words: `${what} ${source.id}`, concerns: (row: Row) => row.id === source.id };
	const found = await remembered(asking.memory, question, () => asking.together(what, source.id, (ids) => rolesAt(asking, source, { acting, ids })));
	const allowed = permissions.get(command.permission) ?? [];
	return found?.roles.some((role) => allowed.includes(role)) ? found.scopeId : undefined;
}

async function rolesAt(
	{ client, send }: Asking,
	source: ScopeSource,
	{ acting, ids }: { acting: Acting; ids: readonly Id[] },
): Promise<ReadonlyMap<Id, Held>> {
	send();
	const [name, text] =
		source.kind === 'scope'
			? ['roles at scope', `select t.id, t.id as "scopeId", ${rolesHeld('t.id')} as roles from unnest($1::uuid[]) as t (id)`]
			: [
					`roles at ${source.table.name}`,
					`select t.id, t.scope_id as "scopeId", ${rolesHeld('t.scope_id')} as roles from ${source.table.name} t where t.id = any ($1::uuid[])`,
				];
	const { rows } = await client.query<Held>({ name, text, values: [ids, acting.personId] });
	return new Map(rows.map((row) => [row.id, row]));
}

function rolesHeld(scope: string): string {
	return `array(select s.role from access.seen s where s.account_id = $2 and s.scope_id = ${scope})`;
}
