import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { dayInBurundi, type CalendarDate } from '#kernel/calendar-date.ts';
import { isId, newId, type Id } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { readTypedCount, readTypedEuros, readTypedFrancs } from '#kernel/typed-amount.ts';
import { shownBack } from '#kernel/shown-back.ts';
import { readWrittenPlace } from '#kernel/typed-place.ts';
import { readTypedDate, type Lean } from '#kernel/typed-date.ts';
import type { Outcome } from '#platform/commands/outcome.ts';
import { runCommand } from '#platform/commands/runner.ts';
import { capabilities } from './capabilities.ts';
import { derivedId } from './derived-id.ts';

/** What a refused form gives back: the refusal, the field it concerns, and all that was typed, so that nothing is lost. */
export type Refused = Readonly<{ refusal: Refusal; field: string; typed: Readonly<Record<string, string>> }>;

/** A form as its page reads it: texts, and typed days and numbers with the refusals they met. */
export type TypedForm = Readonly<{
	text: (name: string) => string;
	all: (name: string) => readonly string[];
	day: (name: string, lean?: Lean) => CalendarDate;
	dayOrNone: (name: string, lean?: Lean) => CalendarDate | null;
	count: (name: string) => number | null;
	francs: (name: string) => number | null;
	euroCents: (name: string) => number | null;
	/** What was read, unless it met a refusal of the page's own. */
	must: <T>(value: T, refusal: Refusal | undefined) => T;
	/** A place of a picker; empty texts when none was chosen. */
	place: (name: string) => Readonly<{ placeScheme: string; placeCode: string }>;
	/** An id that follows from the form's own number: the same form sent twice makes the same records. */
	id: (what: string) => Id;
}>;

class NotRead extends Error {
	readonly field: string;
	readonly refusal: Refusal;
	constructor(field: string, refusal: Refusal) {
		super(refusal.key);
		this.field = field;
		this.refusal = refusal;
	}
}

const LONGEST_GIVEN_BACK = 20_000;

/** Today in Burundi: the day a person means when she writes today. */
export function today(): CalendarDate {
	return dayInBurundi(Date.now());
}

/** An act that a form asks: the command and its input. */
export type Asked = Readonly<{ name: string; input: unknown }>;

/**
 * Does what a form asks: reads it, makes the command's input, runs the command for the person who is signed in.
 * Returns `undefined` when it was applied, or a failure that holds the refusal and everything typed.
 * The form bears a number (`form`): sent twice, it happens once; sent again with a correction, it is another command.
 */
export async function act(event: RequestEvent, command: string, inputOf: (form: TypedForm) => unknown): Promise<ActionFailure<Refused> | undefined> {
	return actEach(event, (form) => [{ name: command, input: inputOf(form) }]);
}

/** Does several acts that one form asks, one after the other and each as `act` does; stops at the first that is refused. */
export async function actEach(event: RequestEvent, asked: (form: TypedForm) => readonly Asked[]): Promise<ActionFailure<Refused> | undefined> {
	const data = await event.request.formData();
	const number = data.get('form');
	const seed = isId(number) ? number : newId();
	try {
		for (const command of asked(formOf(data, seed))) {
			const outcome = await sent(event, seed, command);
			if (outcome.outcome !== 'applied') return refused(data, outcome.refusal ?? refuse('platform.not-carried-out'));
		}
		return undefined;
	} catch (failure) {
		if (failure instanceof NotRead) return refused(data, failure.refusal, failure.field);
		throw failure;
	}
}

async function sent({ locals }: RequestEvent, seed: Id, { name, input }: Asked): Promise<Outcome> {
	if (!locals.visitor) return { id: seed, outcome: 'refused', refusal: refuse('platform.not-permitted') };
	const personId = locals.visitor.personId;
	const version = capabilities.commands.get(name)?.version ?? 1;
	const first = await runCommand(locals.app.house, { personId }, { id: derivedId(`${seed} ${name}`), name, version, input });
	if (first.refusal?.key !== 'platform.number-taken') return first;
	// The page was left, changed and sent again: the person means another act than the one done before.
	const again = derivedId(`${seed} ${name} ${JSON.stringify(input)}`);
	return runCommand(locals.app.house, { personId }, { id: again, name, version, input });
}

function refused(data: FormData, refusal: Refusal, field = String(refusal.params['field'] ?? '')): ActionFailure<Refused> {
	return fail(422, { refusal, field, typed: typedIn(data) });
}

/** What was typed in a form, to be given back; beyond twenty thousand characters a text is cut. */
export function typedIn(data: FormData): Readonly<Record<string, string>> {
	// What may be chosen several times comes back with all its values, a line each.
	const texts = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
	return Object.fromEntries(
		[...Map.groupBy(texts, ({ name }) => name)].map(([name, all]) => [
			name,
			all
				.map(({ value }) => value)
				.join('\n')
				.slice(0, LONGEST_GIVEN_BACK),
		]),
	);
}

/** Reads a typed day as `readTypedDate` does; refuses as well a day ahead of today where what is told has been done (`past`). */
export function dayOf(text: string, now: CalendarDate, lean: Lean): CalendarDate | Refusal {
	const read = readTypedDate(text, now, lean);
	return !isRefusal(read) && lean === 'past' && read > now ? refuse('platform.date-ahead', { day: read, today: now }) : read;
}

/** Reads a form that was posted. A day or a number that is not understood is thrown and caught by `act`. */
function formOf(data: FormData, seed: Id): TypedForm {
	const text = (name: string) => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
	function read<T>(name: string, answer: T | Refusal): T {
		if (isRefusal(answer)) throw new NotRead(name, answer);
		return answer;
	}
	const day = (name: string, lean: Lean = 'near') => read(name, dayOf(text(name), today(), lean));
	return {
		text,
		all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
		day,
		dayOrNone: (name, lean = 'future') => (text(name).trim() ? day(name, lean) : null),
		count: (name) => (text(name).trim() ? read<number>(name, readTypedCount(text(name))) : null),
		francs: (name) => (text(name).trim() ? read<number>(name, readTypedFrancs(text(name))) : null),
		euroCents: (name) => (text(name).trim() ? read<number>(name, readTypedEuros(text(name))) : null),
		must: (value, refusal) => {
			if (refusal) throw new NotRead(String(refusal.params['field'] ?? ''), refusal);
			return value;
		},
		place: (name) => {
			const place = readWrittenPlace(text(name));
			if (!place && text(name).trim()) throw new NotRead(name, refuse('ui.no-such-place', { letters: shownBack(text(name)) }));
			if (!place) throw new NotRead(name, refuse('platform.missing', { field: name }));
			return { placeScheme: place.scheme, placeCode: place.code };
		},
		id: (what) => derivedId(`${seed} ${what}`),
	};
}
