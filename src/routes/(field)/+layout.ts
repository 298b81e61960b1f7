import { loadFieldWords } from '#platform/messages/load-words.ts';
import { languageOnDevice } from '#platform/messages/reader-language.ts';
import { showKeptTheme } from '#ui/theme.ts';
import type { LayoutLoad } from './$types';

// Field pages are made on the phone, from its own records: no server renders them or answers for them.
export const ssr = false;

/** The words of the language kept on this phone. */
export const load: LayoutLoad = async () => {
	const language = languageOnDevice(document.cookie, document.documentElement.lang);
	document.documentElement.lang = language;
	showKeptTheme();
	return { words: await loadFieldWords(language) };
};
