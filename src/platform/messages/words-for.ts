import type { Language } from '#kernel/language.ts';
import { catalog as en } from '#words/en.ts';
import { catalog as fr } from '#words/fr.ts';
import { catalog as rn } from '#words/rn.ts';
import { makeWords, type Words } from './words.ts';

const ALL: Readonly<Record<Language, Words>> = { fr: makeWords(fr), rn: makeWords(rn), en: makeWords(en) };

/** The words of a language, on the server only: it holds the three catalogs, which no phone should carry. */
export function wordsFor(language: Language): Words {
	return ALL[language];
}
