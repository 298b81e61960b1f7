import { createContext } from 'svelte';
import type { Words } from './words.ts';

const [read, provide] = createContext<Words>();

/** Gives words to all parts below. Called by the layout of an area, once, while it is made. */
export function provideWords(words: Words): void {
	provide(words);
}

/** The words of the reader's language. Called while a part is made; the layout above has provided them. */
export function useWords(): Words {
	return read();
}
