import type { PoolClient } from 'pg';
import { CannotStart } from './cannot-start.ts';

/** A table that a backup holds: its columns with their types, without those that the database computes. */
export type BackedUpTable = Readonly<{ name: string; quoted: string; columns: readonly Column[] }>;
type Column = Readonly<{ name: string; type: string }>;

/** A sequence that numbers what is written. */
export type Counter = Readonly<{ name: string; value: string; used: boolean }>;

// What a backup leaves out on purpose: a stolen one must open nobody's session, and after a restore everybody signs in again.
const LEFT_OUT = ['auth.session'];

/**
 * Lists the tables that a backup holds, as the role of the backup sees them. Refuses when one of them would be copied
 * in part only: a table the role may not read, or of which its policy shows it some rows and not others.
 */
export async function listBackedUpTables(client: PoolClient): Promise<readonly BackedUpTable[]> {
	const { rows } = await client.query<BackedUpTable & { whole: boolean }>(TABLES, [LEFT_OUT]);
	const partial = rows.filter(({ whole }) => !whole).map(({ name }) => name);
	if (partial.length > 0) {
		throw new CannotStart(
			`Le rôle shigikira_backup ne peut pas lire en entier : ${partial.join(', ')}. Il manque un droit ou une règle dans une migration.`,
			`The role shigikira_backup cannot read the whole of: ${partial.join(', ')}. A grant or a policy is missing in a migration.`,
		);
	}
	return rows.map(({ name, quoted, columns }) => ({ name, quoted, columns }));
}

/** Lists the sequences of the database and where they stand. */
export async function listCounters(client: PoolClient): Promise<readonly Counter[]> {
	const { rows } = await client.query<{ name: string }>(
		`select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname <> 'shigikira' order by 1`,
	);
	const counters: Counter[] = [];
	for (const { name } of rows) {
		const found = await client.query<{ value: string; used: boolean }>(`select last_value::text as value, is_called as used from ${name}`);
		counters.push({ name, value: found.rows[0]?.value ?? '1', used: found.rows[0]?.used ?? false });
	}
	return counters;
}

const TABLES = `
	select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
		(select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
			from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
		has_schema_privilege('shigikira_backup', n.oid, 'usage') and has_table_privilege('shigikira_backup', c.oid, 'select')
			and (not c.relrowsecurity or exists (
				select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
					and 'shigikira_backup'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')) as whole
	from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|shigikira$)' and n.nspname || '.' || c.relname <> all ($1)
	order by 1`;
