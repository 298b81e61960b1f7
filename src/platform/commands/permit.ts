import type { PoolClient } from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Acting, Command, ScopeSource } from './command.ts';
import type { Registry } from './registry.ts';
import { remembered, type Remembered } from './remembering.ts';

/** Where permission is asked: the connection of the transaction, what it remembers, and what the capabilities permit. */
export type Asking = Readonly<{ client: PoolClient; known: Remembered; permissions: Registry['permissions'] }>;

type Held = Readonly<{ scopeId: Id; roles: readonly Role[] }>;

/**
 * Finds the scope a command acts in and whether the person may do it there.
 * Returns the scope's id, or `undefined` when the record does not exist or the person may not: the two are not told apart,
 * so that nobody learns by refusal what exists.
 */
export async function mayAt(asking: Asking, acting: Acting, { command, input }: { command: Command; input: unknown }): Promise<Id | undefined> {
	const source = command.scope(input);
	const about = { table: source.kind === 'scope' ? 'access.scopes' : source.table.name, question: `roles of ${acting.personId} at ${source.id}` };
	const found = await remembered(asking.known, about, () => heldAt(asking.client, acting, source));
	const allowed = asking.permissions.get(command.permission) ?? [];
	return found?.roles.some((role) => allowed.includes(role)) ? found.scopeId : undefined;
}

async function heldAt(client: PoolClient, acting: Acting, source: ScopeSource): Promise<Held | undefined> {
	const [name, text] =
		source.kind === 'scope'
			? ['roles at scope', `select $1::uuid as "scopeId", ${rolesHeld('$1::uuid')} as roles`]
			: [
					`roles at ${source.table.name}`,
					`select t.scope_id as "scopeId", ${rolesHeld('t.scope_id')} as roles from ${source.table.name} t where t.id = $1`,
				];
	const { rows } = await client.query<Held>({ name, text, values: [source.id, acting.personId] });
	return rows[0];
}

function rolesHeld(scope: string): string {
	return `array(select s.role from access.seen s where s.account_id = $2 and s.scope_id = ${scope})`;
}
