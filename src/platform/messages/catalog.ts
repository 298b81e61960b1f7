import type { Language } from '#kernel/language.ts';

/** What stands in a message. */
export type Params = Readonly<Record<string, unknown>>;

/** One message: a sentence, or what makes it from its parameters. Bold runs from U+0001 to U+0002. */
export type Message = string | ((params: Params) => string);

/** All messages of a language; `beneath` holds the French that stands under Kirundi no native reader has passed yet. */
export type Catalog = Readonly<{
	language: Language;
	messages: Readonly<Record<string, Message>>;
	beneath: Readonly<Record<string, Message>>;
}>;
