import { lengthTyped, type Line, type Sheet } from './sheet.ts';

type Change = Readonly<{ was: Line | undefined; becomes: Line | undefined }>;
type Step = readonly Change[];

/** A sheet with what was done to it, and what was undone. */
export type Typing = Readonly<{ sheet: Sheet; done: readonly Step[]; undone: readonly Step[] }>;

const MOST_STEPS = 200;

/** A sheet to which nothing was done. */
export function untouched(sheet: Sheet): Typing {
	return { sheet, done: [], undone: [] };
}

/** Lines as they become, in one step that can be undone; those that stay as they are do nothing. */
export function did({ sheet, done, undone }: Typing, lines: readonly Line[]): Typing {
	const step = lines.flatMap((becomes) => {
		const was = sheet.lines.find(({ enrolmentId }) => enrolmentId === becomes.enrolmentId);
		return was === becomes || (was && isSame(was, becomes)) ? [] : [{ was, becomes }];
	});
	if (step.length === 0) return { sheet, done, undone };
	return { sheet: applied(sheet, step), done: [...done, step].slice(-MOST_STEPS), undone: [] };
}

/** Undoes the last step; the same when nothing was done. */
export function undo({ sheet, done, undone }: Typing): Typing {
	const step = done[done.length - 1];
	return step ? { sheet: applied(sheet, reversed(step)), done: done.slice(0, -1), undone: [...undone, step] } : { sheet, done, undone };
}

/** Does again what was undone last. */
export function redo({ sheet, done, undone }: Typing): Typing {
	const step = undone[undone.length - 1];
	return step ? { sheet: applied(sheet, step), done: [...done, step], undone: undone.slice(0, -1) } : { sheet, done, undone };
}

/** A sheet as the house holds it, on which what was typed before can be done again: after a saving was put back. */
export function putBack(sheet: Sheet, typed: readonly Line[]): Typing {
	const step = typed.map((becomes) => ({ was: sheet.lines.find(({ enrolmentId }) => enrolmentId === becomes.enrolmentId), becomes }));
	return { sheet, done: [], undone: step.length > 0 ? [step] : [] };
}

function reversed(step: Step): Step {
	return step.map(({ was, becomes }) => ({ was: becomes, becomes: was }));
}

// A line that stood nowhere comes before the empty ones; one that stands no more leaves.
function applied(sheet: Sheet, step: Step): Sheet {
	const becomes = new Map(step.map((change) => [(change.becomes ?? change.was)?.enrolmentId, change.becomes]));
	const known = new Set(sheet.lines.map(({ enrolmentId }) => enrolmentId));
	const kept = sheet.lines.flatMap((line) => {
		if (!becomes.has(line.enrolmentId)) return [line];
		const next = becomes.get(line.enrolmentId);
		return next ? [next] : [];
	});
	const added = step.flatMap((change) => (change.becomes && !known.has(change.becomes.enrolmentId) ? [change.becomes] : []));
	const last = lengthTyped(kept);
	return { ...sheet, lines: [...kept.slice(0, last), ...added, ...kept.slice(last)] };
}

function isSame(one: Line, other: Line): boolean {
	return one.standing === other.standing && one.personId === other.personId && one.cells.every((cell, at) => cell === other.cells[at]);
}
