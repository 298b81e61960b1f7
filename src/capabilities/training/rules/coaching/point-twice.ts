import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Section } from '../../coaching-schema.ts';

/** Refuses sections in which a point stands twice, by its words or by its number, and sections of one number; nothing otherwise. */
export function pointTwice(sections: readonly Section[]): Refusal | undefined {
	const points = sections.flatMap((section) => section.points);
	const seen = new Set<string>(sections.map(({ id }) => id));
	if (seen.size < sections.length) return refuse('training.coaching-section-twice');
	for (const { id, words } of points) {
		const plain = words.toLocaleLowerCase('fr');
		if (seen.has(id) || seen.has(plain)) return refuse('training.coaching-point-twice', { words });
		seen.add(id).add(plain);
	}
	return undefined;
}
