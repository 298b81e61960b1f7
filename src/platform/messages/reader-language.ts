import { isLanguage, type Language } from '#kernel/language.ts';

/** The cookie that keeps the chosen language. Scripts of field pages read it too, so it is not HttpOnly. */
export const LANGUAGE_COOKIE = 'langue';

/** What tells the language of a reader, strongest first. */
export type LanguageSigns = Readonly<{ asked?: string | null; kept?: string | null | undefined; accepted?: string | null }>;

/**
 * Finds the reader's language: asked in the address (`?langue=rn`), kept in the cookie, else what the browser accepts.
 * French when nothing says otherwise.
 */
export function readerLanguage({ asked, kept, accepted }: LanguageSigns): Language {
	if (isLanguage(asked)) return asked;
	if (isLanguage(kept)) return kept;
	const wanted = (accepted ?? '')
		.split(',')
		.map(preference)
		.filter(({ weight }) => weight > 0);
	const best = wanted.sort((a, b) => b.weight - a.weight).find(({ language }) => isLanguage(language));
	return isLanguage(best?.language) ? best.language : 'fr';
}

/** The language kept on this device, for pages that no server rendered. Takes `document.cookie` and the page's `lang`. */
export function languageOnDevice(cookies: string, pageLanguage: string): Language {
	const kept = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`).exec(cookies)?.[1];
	return readerLanguage({ kept, asked: null, accepted: pageLanguage });
}

function preference(part: string): { language: string; weight: number } {
	const [tag = '', ...options] = part.trim().split(';');
	const quality = /^\s*q=([\d.]+)/.exec(options.join(';'))?.[1];
	return { language: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 };
}
