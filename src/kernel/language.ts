/** The three languages of the screens: French, Kirundi, English. */
export const LANGUAGES = ['fr', 'rn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Tells whether a text names one of the three languages. */
export function isLanguage(text: unknown): text is Language {
	return LANGUAGES.includes(text as Language);
}
