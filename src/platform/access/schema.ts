import * as v from 'valibot';
import { day, defineTable, id, type Table } from '#platform/commands/table.ts';
import type { Id } from '#kernel/ids.ts';
import { LANGUAGES } from '#kernel/language.ts';
import { ROLES } from './roles.ts';

/** What a scope is. The tree: platform > programme > partner > organisation. */
export type Scope = Readonly<{ id: Id; scopeId: Id; kind: 'platform' | 'programme' | 'partner' | 'organisation' }>;

const scopeRow = v.object({ id, scopeId: id, kind: v.picklist(['platform', 'programme', 'partner', 'organisation']) });

/** The scopes, for rules to read: each owns itself. No command writes them; `openScope` does. */
export const scopes: Table<Scope> = {
	name: 'access.scopes',
	columns: new Map([
		['id', 'id'],
		['scopeId', 'id'],
		['kind', 'kind'],
	]),
	seenBy: () => [],
	parse: (row) => v.parse(scopeRow, row),
};

/** A person who signs in. The row belongs to the scope that opened the account. */
export const accounts = defineTable('access.accounts', {
	id,
	scopeId: id,
	fullName: v.string(),
	userName: v.string(),
	language: v.picklist(LANGUAGES),
	openedOn: day,
	closedOn: v.nullable(day),
});

/** A role held in a scope, from a day, perhaps to a day. */
export const roles = defineTable('access.roles', {
	id,
	scopeId: id,
	accountId: id,
	role: v.picklist(ROLES),
	givenOn: day,
	endedOn: v.nullable(day),
});

/** A one-time code handed out on paper: only its hash is kept. */
export const codes = defineTable('access.codes', { id, scopeId: id, accountId: id, hash: v.string(), handedOn: day });
