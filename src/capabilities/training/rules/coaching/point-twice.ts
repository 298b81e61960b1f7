import type { Section } from '../../coaching-schema.ts';

/** What stands twice in some sections: a point, by its words or its number, or a section by its number. */
export type Twice = Readonly<{ what: 'section' } | { what: 'point'; words: string }>;

/** Finds what stands twice in sections; nothing when all is told once. */
export function twiceIn(sections: readonly Section[]): Twice | undefined {
	const seen = new Set<string>(sections.map(({ id }) => id));
	if (seen.size < sections.length) return { what: 'section' };
	for (const { id, words } of sections.flatMap(({ points }) => points)) {
		const plain = words.toLocaleLowerCase('fr');
		if (seen.has(id) || seen.has(plain)) return { what: 'point', words };
		seen.add(id).add(plain);
	}
	return undefined;
}
