import type { Pressed } from './moving.ts';

type Key = Readonly<Pick<Pressed, 'key'> & Partial<Pressed> & { metaKey?: boolean; altKey?: boolean }>;

/** What stands under the hand: the text of the cell, whether it is a half-day, and whether it is being typed in. */
export type AtHand = Readonly<{ text: string; isMark: boolean; isTyping: boolean }>;

/** What a key does there: moves, sets the cell, begins to write in it (over it, or with a first letter), leaves it, undoes or redoes. */
export type KeyMeaning = Readonly<
	{ does: 'move' | 'leave' | 'undo' | 'redo' } | { does: 'set'; text: string } | { does: 'write'; text: string | undefined }
>;

const MOVES = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Enter', 'Tab'];
// While a cell is typed in, the arrows to the sides, Home and End move within its text.
const LEAVE_TYPING = ['ArrowUp', 'ArrowDown', 'Enter', 'Tab', 'PageUp', 'PageDown'];
const NEXT: Readonly<Record<string, string>> = { P: 'A', A: 'R', R: 'E', E: 'P' };
const MARKS = ['P', 'A', 'R', 'E'];

/** Tells what a key does in the grid; nothing when it is not the grid's. */
export function keyMeans({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, { text, isMark, isTyping }: AtHand): KeyMeaning | undefined {
	const isCommand = Boolean(ctrlKey || metaKey);
	if (isTyping) return typingMeans(key);
	if (isCommand && key.toLowerCase() === 'z') return { does: shiftKey ? 'redo' : 'undo' };
	if (isCommand && key.toLowerCase() === 'y') return { does: 'redo' };
	if (MOVES.includes(key)) return { does: 'move' };
	if (isCommand || altKey) return undefined;
	if (key === 'Delete' || key === 'Backspace') return { does: 'set', text: '' };
	if (isMark && key === ' ') return { does: 'set', text: NEXT[text] ?? 'P' };
	if (isMark && MARKS.includes(key.toUpperCase())) return { does: 'set', text: key.toUpperCase() };
	if (key === 'F2') return { does: 'write', text: undefined };
	return key.length === 1 && !isMark ? { does: 'write', text: key } : undefined;
}

function typingMeans(key: string): KeyMeaning | undefined {
	if (key === 'Escape') return { does: 'leave' };
	return LEAVE_TYPING.includes(key) ? { does: 'move' } : undefined;
}
