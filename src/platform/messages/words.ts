import { eurosInDigits, francsInDigits, numberInDigits } from '#kernel/amount-words.ts';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { dateInWords, type DateStyle } from '#kernel/date-words.ts';
import type { EuroCents, Francs } from '#kernel/francs.ts';
import type { Language } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { MessageKey, MessageParams } from '#words/keys.ts';
import type { Catalog, Message, Params } from './catalog.ts';

/** A run of words, bold or not. */
export type Run = Readonly<{ text: string; bold: boolean }>;

/** What a part shows: plain text, a message as runs, or a refusal. */
export type Wording = string | Saying | Refusal;

/** A message to show: its runs, and the French to set beneath when the Kirundi must not stand alone. */
export type Saying = Readonly<{ runs: readonly Run[]; beneath: readonly Run[] | undefined }>;

type Given<K extends MessageKey> = MessageParams[K] extends undefined ? [] : [params: MessageParams[K]];

/** The words of one language. Called with a key it gives plain text; Kirundi that must not stand alone bears its French in brackets. */
export type Words = {
	<K extends MessageKey>(key: K, ...given: Given<K>): string;
	readonly language: Language;
	/** The same message as runs, for the screen: labels and titles set the French beneath rather than in brackets. */
	say<K extends MessageKey>(key: K, ...given: Given<K>): Saying;
	/** The runs of a key made from stored words; the key itself when nobody wrote it. */
	saySomething(key: string, params?: Params): Saying;
	/** Whether a message has this key: for keys made from stored words. */
	knows(key: string): key is MessageKey;
	/** The sentence of a refusal; a plain neutral one when nobody wrote it. */
	refusal(refusal: Refusal): string;
	/** The runs of a refusal, for the screen. */
	sayRefusal(refusal: Refusal): Saying;
	date(day: CalendarDate | string, style?: DateStyle): string;
	number(value: number): string;
	francs(amount: Francs | number): string;
	euros(cents: EuroCents | number): string;
};

/** Makes the words of a catalog: one function, and the shapes of dates, numbers and amounts in the same language. */
export function makeWords(catalog: Catalog): Words {
	const { language } = catalog;
	const say = (key: string, params: Params = {}): Saying => ({
		runs: runsOf(find(catalog.messages, key) ?? key, params),
		beneath: find(catalog.beneath, key) === undefined ? undefined : runsOf(find(catalog.beneath, key) ?? '', params),
	});
	const sayRefusal = (refusal: Refusal) => say(find(catalog.messages, refusal.key) === undefined ? 'platform.refused' : refusal.key, refusal.params);
	const words = (key: MessageKey, params?: Params) => flat(say(key, params));

	return Object.assign(words, {
		language,
		say,
		sayRefusal,
		saySomething: say,
		knows: (key: string): key is MessageKey => find(catalog.messages, key) !== undefined,
		refusal: (refusal: Refusal) => flat(sayRefusal(refusal)),
		date: (day: CalendarDate | string, style: DateStyle = 'medium') => dateInWords(day as CalendarDate, language, style),
		number: (value: number) => numberInDigits(value, language),
		francs: (amount: Francs | number) => francsInDigits(amount as Francs, language),
		euros: (cents: EuroCents | number) => eurosInDigits(cents as EuroCents, language),
	}) as Words;
}

function find(messages: Readonly<Record<string, Message>>, key: string): Message | undefined {
	return Object.hasOwn(messages, key) ? messages[key] : undefined;
}

function runsOf(message: Message, params: Params): Run[] {
	const text = typeof message === 'string' ? message : message(params);
	// The two marks that the compiler sets around bold words.
	const pieces = text.split(/[\u0001\u0002]/);
	return pieces.map((piece, index) => ({ text: piece, bold: index % 2 === 1 })).filter((run) => run.text !== '');
}

function flat({ runs, beneath }: Saying): string {
	const text = runs.map((run) => run.text).join('');
	return beneath ? `${text} (${beneath.map((run) => run.text).join('')})` : text;
}
