import type { Language } from '#kernel/language.ts';
import { makeWords, type Words } from './words.ts';

/** Fetches the words of one language, and no other: for the universal `load` of a layout. */
export async function loadWords(language: Language): Promise<Words> {
	const { catalog } = await imported(language);
	return makeWords(catalog);
}

function imported(language: Language) {
	if (language === 'rn') return import('#words/rn.ts');
	return language === 'en' ? import('#words/en.ts') : import('#words/fr.ts');
}
