import type { Id } from '#kernel/ids.ts';
import type { Section } from '../../coaching-schema.ts';
import brought from '../../instruments/visit-checklist.json' with { type: 'json' };

/** A checklist before anybody keeps it. */
export type DraftChecklist = Readonly<{ name: string; credit: string; sections: readonly Section[] }>;

/** The checklist that the program brings, to start one's own from. Takes what makes an id from words; its sections follow one another. */
export function broughtChecklist(idOf: (what: string) => Id): DraftChecklist {
	return {
		...{ name: brought.name, credit: brought.credit },
		sections: brought.sections.map(({ title, weight, points }) => ({
			...{ id: idOf(`section ${title}`), title, weight },
			points: points.map(({ words, anchors }) => ({ id: idOf(`point ${words}`), words, anchors: anchorsOf(anchors) })),
		})),
	};
}

function anchorsOf([none = '', some = '', all = '']: readonly string[]): Section['points'][number]['anchors'] {
	return [none, some, all];
}
