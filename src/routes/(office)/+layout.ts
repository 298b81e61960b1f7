import { loadWords } from '#platform/messages/load-words.ts';
import type { LayoutLoad } from './$types';

/** The words of the reader's language, and of no other. */
export const load: LayoutLoad = async ({ data }) => ({ ...data, words: await loadWords(data.language) });
