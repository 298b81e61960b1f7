import type { Language } from '#kernel/language.ts';
import type { Catalog } from './catalog.ts';
import { makeWords, type Words } from './words.ts';

type Fetched = Promise<{ catalog: Catalog }>;

/** Fetches the words of one language, and no other: for the universal `load` of a layout. */
export async function loadWords(language: Language): Promise<Words> {
	const { catalog } = await whole(language);
	return makeWords(catalog);
}

/** Fetches the words that field pages say, in one language: a phone carries these and no more. */
export async function loadFieldWords(language: Language): Promise<Words> {
	const { catalog } = await carried(language);
	return makeWords(catalog);
}

function whole(language: Language): Fetched {
	if (language === 'rn') return import('#words/rn.ts');
	return language === 'en' ? import('#words/en.ts') : import('#words/fr.ts');
}

function carried(language: Language): Fetched {
	if (language === 'rn') return import('#words/field-rn.ts');
	return language === 'en' ? import('#words/field-en.ts') : import('#words/field-fr.ts');
}
