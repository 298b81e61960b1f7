import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';

/** What an edit says of one field, or of fields that only make sense together: what they were and what they become. */
export type Change<T = unknown> = Readonly<{ was: T; becomes: T }>;

/** The shape of an edit of something in an input; left out when it stays as it is. */
export function edit<S extends v.GenericSchema>(shape: S) {
	return v.optional(v.object({ was: shape, becomes: shape }));
}

/** Changes of single fields, by their names, as changes of records. */
export function fieldsOf(fields: Readonly<Record<string, Change | undefined>>): readonly (Change<object> | undefined)[] {
	return Object.entries(fields).map(([field, change]) => change && { was: { [field]: change.was }, becomes: { [field]: change.becomes } });
}

/**
 * The record as some changes make it. Two persons who change different fields both win; a field that somebody else changed
 * meanwhile to another value is refused with both values, so that a person decides.
 */
export function edited<R extends object>(before: R, ...changes: readonly (readonly (Change<object> | undefined)[])[]): R | Refusal {
	const asked = changes.flat().filter((change) => change !== undefined);
	for (const { was, becomes } of asked) {
		const lost = differing(before, was, becomes);
		if (lost) return refuse('platform.changed-meanwhile', lost);
	}
	return asked.reduce<R>((row, { becomes }) => ({ ...row, ...becomes }), before);
}

function differing(before: object, was: object, becomes: object): { field: string; theirs: string; yours: string } | undefined {
	const now = before as Record<string, unknown>;
	const wanted = becomes as Record<string, unknown>;
	for (const [field, value] of Object.entries(was)) {
		if (now[field] !== value && now[field] !== wanted[field])
			return { field, theirs: String(now[field] ?? '–'), yours: String(wanted[field] ?? '–') };
	}
	return undefined;
}
