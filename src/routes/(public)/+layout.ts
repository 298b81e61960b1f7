import { loadWords } from '#platform/messages/load-words.ts';
import type { LayoutLoad } from './$types';

// Public pages are whole without script: none is sent.
export const csr = false;

/** The words of the reader's language. */
export const load: LayoutLoad = async ({ data }) => ({ ...data, words: await loadWords(data.language) });
