import type { CalendarDate } from '#kernel/calendar-date.ts';
import { folded } from '#kernel/spelling.ts';
import { readBirthYear } from '../../../people/index.ts';
import type { Mark } from '../../schema.ts';

/** The columns of a sheet before its half-days, in their order. */
export const FIELDS = ['name', 'sex', 'birth', 'organisation', 'duty', 'phone'] as const;

/** An organisation somebody may come for. */
export type Sender = Readonly<{ id: string; name: string }>;

/** What cells are read with: the day they are typed, and the organisations somebody may come for. */
export type ReadWith = Readonly<{ today: CalendarDate; senders: readonly Sender[] }>;

// As people here write them: the letters of the sheet, words in French and Kirundi, and the signs of spreadsheets.
const WRITTEN: Readonly<Record<Mark, readonly string[]>> = {
	present: ['p', 'present', 'presente', 'present e', 'x', 'v', '1', 'oui', 'o', 'yaje'],
	late: ['r', 'retard', 'en retard', 'late', 'yacerewe', 'yatevye'],
	absent: ['a', 'absent', 'absente', 'absent e', '0', 'non', 'n', 'ntiyaje'],
	excused: ['e', 'excuse', 'excusee', 'excuse e', 'ex', 'yarasavye'],
};
const TICKS = /^[✓✔☑×✗☒]$/u;
const LETTERS: Readonly<Record<Mark, string>> = { present: 'P', late: 'R', absent: 'A', excused: 'E' };
const WOMAN = ['f', 'femme', 'feminin', 'fille', 'mme', 'w', 'umukenyezi', 'gore'];
const MAN = ['h', 'm', 'homme', 'masculin', 'garcon', 'mr', 'umugabo', 'gabo'];
const PHONE = /^[+\d ()./-]{0,30}$/;

/** Reads a mark in letters, words or signs; `null` for an empty cell, nothing when it is no mark. */
export function readMark(text: string): Mark | null | undefined {
	const written = text.trim();
	if (written === '') return null;
	if (TICKS.test(written)) return /[✓✔☑]/u.test(written) ? 'present' : 'absent';
	const word = folded(written);
	return (Object.keys(WRITTEN) as Mark[]).find((mark) => WRITTEN[mark].includes(word));
}

/** The letter a mark is shown by in the grid and on paper. */
export function letterOf(mark: Mark | null | undefined): string {
	return mark ? LETTERS[mark] : '';
}

/** Reads a sex as lists write it; nothing when it is neither. */
export function readSex(text: string): 'F' | 'M' | undefined {
	const word = folded(text);
	return WOMAN.includes(word) ? 'F' : MAN.includes(word) ? 'M' : undefined;
}

/** The organisation a text means: the one of that name, or the only one whose name begins with it or holds it. */
export function senderOf(text: string, senders: readonly Sender[]): Sender | undefined {
	const wanted = folded(text);
	if (wanted === '') return undefined;
	const named = senders.map((sender) => [sender, folded(sender.name)] as const);
	const same = named.filter(([, name]) => name === wanted);
	if (same.length > 0) return same.length === 1 ? same[0]?.[0] : undefined;
	const near = named.filter(([, name]) => wanted.length > 2 && name.includes(wanted));
	return near.length === 1 ? near[0]?.[0] : undefined;
}

/** Whether a cell says something its column can hold; an empty cell says nothing wrong. */
export function isRead(column: number, text: string, { today, senders }: ReadWith): boolean {
	if (text.trim() === '') return true;
	switch (FIELDS[column]) {
		case 'name':
			return text.trim().length >= 2 && text.length <= 120;
		case 'sex':
			return readSex(text) !== undefined;
		case 'birth':
			return readBirthYear(text, today) !== undefined;
		case 'organisation':
			return senderOf(text, senders) !== undefined;
		case 'duty':
			return text.length <= 80;
		case 'phone':
			return PHONE.test(text.trim());
		default:
			return readMark(text) !== undefined;
	}
}

/** A cell as it is kept: what is understood in one way of writing, everything else as it was typed. */
export function tidied(column: number, text: string, { today, senders }: ReadWith): string {
	const plain = text.replace(/\s+/g, ' ').trim();
	switch (FIELDS[column]) {
		case undefined:
			return readMark(plain) === undefined ? plain : letterOf(readMark(plain));
		case 'sex':
			return readSex(plain) ?? plain;
		case 'birth':
			return String(readBirthYear(plain, today)?.year ?? plain);
		case 'organisation':
			return senderOf(plain, senders)?.name ?? plain;
		default:
			return plain;
	}
}
