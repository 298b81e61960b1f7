import type { Refusal } from '#kernel/refusal.ts';

/** What came back with a form that was refused: the refusal, the field it concerns, everything typed. */
export type CameBack = Readonly<{ refusal?: Refusal; field?: string; typed?: Readonly<Record<string, string>> }> | null | undefined;

/** A form after it was refused, or before it was sent: what each field holds, and where the refusal is said. */
export type RefusedForm = Readonly<{
	/** What was typed in a field, or what it held before. */
	value: (name: string, otherwise?: string | null) => string;
	/** The refusal that concerns a field. */
	error: (name: string) => Refusal | undefined;
	/** The refusal that concerns no field of the form. */
	general: Refusal | undefined;
}>;

// What a form carries of before its page was opened ("was", "was.name"): nobody typed it, and no box shows it.
const CARRIED = /^was(?:\.|$)/;

/** Reads what came back. A field of a record within the input ("person.birthYear") is found by its last name. */
export function refusedForm(cameBack: CameBack): RefusedForm {
	const { refusal, field = '', typed = {} } = cameBack ?? {};
	const at = field.split('.').at(-1) ?? '';
	const isHere = at !== '' && !CARRIED.test(field) && Object.hasOwn(typed, at);
	return {
		value: (name, otherwise = '') => (Object.hasOwn(typed, name) ? (typed[name] ?? '') : (otherwise ?? '')),
		error: (name) => (isHere && name === at ? refusal : undefined),
		general: isHere ? undefined : refusal,
	};
}

/** What came back, as far as it concerns one of the forms that unfold on a page (`Unfolding`): nothing when it was another. */
export function refusedUnfolding(cameBack: CameBack, action: string): RefusedForm {
	return refusedForm(cameBack?.typed?.['unfolded'] === action ? cameBack : undefined);
}
