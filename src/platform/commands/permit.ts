import type { PoolClient } from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Role } from '#platform/access/roles.ts';
import type { Acting, Command } from './command.ts';
import type { Registry } from './registry.ts';

/**
 * Finds the scope a command acts in and whether the person may do it there.
 * Returns the scope's id, or `undefined` when the record does not exist or the person may not: the two are not told apart,
 * so that nobody learns by refusal what exists.
 */
export async function mayAt(
	client: PoolClient,
	{ permissions }: Pick<Registry, 'permissions'>,
	acting: Acting,
	asked: { command: Command; input: unknown },
): Promise<Id | undefined> {
	const { command, input } = asked;
	const source = command.scope(input);
	const { rows } = await client.query<{ scopeId: Id; roles: Role[] }>(
		source.kind === 'scope'
			? {
					name: 'roles at scope',
					text: `select $1::uuid as "scopeId", ${rolesHeld('$1::uuid')} as roles`,
					values: [source.id, acting.personId],
				}
			: {
					name: `roles at ${source.table.name}`,
					text: `select t.scope_id as "scopeId", ${rolesHeld('t.scope_id')} as roles from ${source.table.name} t where t.id = $1`,
					values: [source.id, acting.personId],
				},
	);
	const allowed = permissions.get(command.permission) ?? [];
	const [found] = rows;
	return found?.roles.some((role) => allowed.includes(role)) ? found.scopeId : undefined;
}

function rolesHeld(scope: string): string {
	return `array(select s.role from access.seen s where s.account_id = $2 and s.scope_id = ${scope})`;
}
