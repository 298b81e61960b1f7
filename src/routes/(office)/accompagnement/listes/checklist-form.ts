import type { TypedForm } from '#app/form.ts';
import { isId } from '#kernel/ids.ts';

const MOST_SECTIONS = 20;
const MOST_POINTS = 40;
const ANCHORS = [0, 1, 2] as const;

/** The empty places that a form offers beyond what it holds, for whoever has no script to add some. */
export const SPARE = { points: 1, sections: 1, pointsOfNew: 2 } as const;

/**
 * Reads a checklist as its form sends it: "section.0.title", "section.0.point.1.words"… A place left empty is no section and no
 * point; what was there before keeps its id, what is new gets one that follows from the form.
 */
export function typedChecklist(form: TypedForm) {
	const sections = Array.from({ length: MOST_SECTIONS }, (_, at) => typedSection(form, `section.${at}`)).filter(
		({ title, points }) => title.trim() !== '' || points.length > 0,
	);
	return { name: form.text('name'), credit: form.text('credit'), sections };
}

function typedSection(form: TypedForm, name: string) {
	const points = Array.from({ length: MOST_POINTS }, (_, at) => typedPoint(form, `${name}.point.${at}`));
	return {
		...{ id: idOf(form, name), title: form.text(`${name}.title`), weight: form.count(`${name}.weight`) ?? 1 },
		points: points.filter(({ words, anchors }) => words.trim() !== '' || anchors.some((anchor) => anchor.trim() !== '')),
	};
}

function typedPoint(form: TypedForm, name: string) {
	return { id: idOf(form, name), words: form.text(`${name}.words`), anchors: ANCHORS.map((score) => form.text(`${name}.anchor.${score}`)) };
}

function idOf(form: TypedForm, name: string): string {
	const before = form.text(`${name}.id`);
	return isId(before) ? before : form.id(name);
}
