import type { Database } from '#platform/server/database.ts';

/** Loads the programmes that come with the program, and the demonstration when wanted; returns lines for the terminal. Stands in until the capabilities bring theirs. */
export async function loadProgrammes(_wanted: Readonly<{ database: Database; empty: boolean; demonstration: boolean }>): Promise<readonly string[]> {
	return [];
}
