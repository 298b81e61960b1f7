import { daysBetween, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Scores, Section } from '../../coaching-schema.ts';
import { visitScore } from './visit-score.ts';

/** A visit that was held, with its checklist and its scores as they stand. */
export type ScoredVisit = Readonly<{
	id: string;
	heldOn: CalendarDate;
	familyId: string;
	version: number;
	sections: readonly Section[];
	scores: Scores;
}>;

/** One dot of a series: the visit, its day, its value, and the version of the checklist it was scored with. */
export type Dot = Readonly<{ visitId: string; on: CalendarDate; percent: number; familyId: string; version: number }>;

/** The score of one section over the visits, or of all (`sectionId` is then empty). */
export type Series = Readonly<{ sectionId: string; title: string; dots: readonly Dot[] }>;

/** A dot in a drawing, and whether a line leads to it from the one before: not where the checklist changed. */
export type Drawn = Dot & Readonly<{ x: number; y: number; isJoined: boolean }>;

/**
 * The series of an organisation's visits, in the order of their days: the whole first, then each section under its latest title.
 * A section that a visit's checklist does not have, or that does not apply, has no dot there.
 */
export function visitSeries(visits: readonly ScoredVisit[]): readonly Series[] {
	const scored = visits
		.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn))
		.map((visit) => ({ visit, score: visitScore(visit.sections, visit.scores) }));
	const latestFirst = scored.toReversed().flatMap(({ visit }) => visit.sections);
	const known = [...Map.groupBy(latestFirst, ({ id }) => id).values()].flatMap(([latest]) => (latest ? [latest] : []));
	return [{ id: '', title: '' }, ...known].map(({ id: sectionId, title }) => ({
		sectionId,
		title,
		dots: scored.flatMap(({ visit: { id, heldOn, familyId, version }, score }) => {
			const percent = sectionId === '' ? score.percent : score.sections.find((section) => section.id === sectionId)?.percent;
			return typeof percent === 'number' ? [{ visitId: id, on: heldOn, percent, familyId, version }] : [];
		}),
	}));
}

/** The room of a drawing, in its own units. */
type Room = Readonly<{ width: number; height: number }>;

/** Places dots in a drawing: days from left to right over the span given, percent from the bottom up. One day alone stands in the middle. */
export function drawnDots(dots: readonly Dot[], [first, last]: readonly [CalendarDate, CalendarDate], { width, height }: Room): readonly Drawn[] {
	const days = daysBetween(first, last);
	return dots.map((dot, at) => ({
		...dot,
		x: days > 0 ? Math.round((width * daysBetween(first, dot.on)) / days) : width / 2,
		y: Math.round(height * (1 - dot.percent / 100)),
		isJoined: isSameChecklist(dots[at - 1], dot),
	}));
}

function isSameChecklist(before: Dot | undefined, dot: Dot): boolean {
	return before?.familyId === dot.familyId && before.version === dot.version;
}
