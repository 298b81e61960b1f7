import { immutable } from '$app/manifest';
import type { Language } from '#kernel/language.ts';

/**
 * The header by which a browser fetches the words of a language together with the first script of a page: without it, it learns only
 * once that script runs that it needs them. Returns nothing in development, where no file is built.
 */
export function earlyWords(language: Language): string | undefined {
	const file = immutable.find(({ path }) => path.includes(`/words-${language}.`));
	return file && `</${file.path.replace(/^\//, '')}>; rel="modulepreload"`;
}
