import { addDays, daysBetween, type CalendarDate } from '#kernel/calendar-date.ts';

/** What is known of an organisation that may be visited. */
export type Visited = Readonly<{
	organisationId: string;
	name: string;
	/** Its visits held: the last score, the one before, the day of the last. */
	percent: number | null;
	percentBefore: number | null;
	lastOn: CalendarDate | null;
	overdue: number;
	plannedFor: CalendarDate | null;
}>;

/** How much a visit is needed: four parts of ten at most, and their sum. */
export type VisitNeed = Readonly<{ low: number; fallen: number; overdue: number; since: number; total: number }>;

const MOST = 10;
const NEVER_SCORED = 5;
const PERCENT_LOST_A_POINT = 3;
const POINTS_EACH_OVERDUE = 3;
const DAYS_A_POINT = 30;
// How soon a visit is proposed: from so many points on, in so many days.
const SOON = [
	{ from: 20, days: 7 },
	{ from: 12, days: 21 },
	{ from: 0, days: 42 },
];

/**
 * How much an organisation needs a visit today. A low score counts a point for each ten percent that lack (five when it was never
 * scored), a fallen score one for each three percent lost, each commitment past its day three, each thirty days without a visit one.
 */
export function visitNeed({ percent, percentBefore, lastOn, overdue }: Visited, today: CalendarDate): VisitNeed {
	const lost = percent === null || percentBefore === null ? 0 : percentBefore - percent;
	const low = percent === null ? NEVER_SCORED : upTo((100 - percent) / 10);
	const fallen = upTo(lost / PERCENT_LOST_A_POINT);
	const late = upTo(overdue * POINTS_EACH_OVERDUE);
	const since = lastOn === null ? MOST : upTo(Math.floor(daysBetween(lastOn, today) / DAYS_A_POINT));
	return { low, fallen, overdue: late, since, total: low + fallen + late + since };
}

function upTo(points: number): number {
	return Math.max(0, Math.min(MOST, Math.round(points)));
}

/** Orders organisations by need of a visit, each with its working; those to which one is planned come after, by their day. */
export function whereNext<V extends Visited>(organisations: readonly V[], today: CalendarDate): readonly (V & { need: VisitNeed })[] {
	return organisations
		.map((organisation) => ({ ...organisation, need: visitNeed(organisation, today) }))
		.sort(
			(one, other) =>
				(one.plannedFor ?? '').localeCompare(other.plannedFor ?? '') ||
				other.need.total - one.need.total ||
				(one.lastOn ?? '').localeCompare(other.lastOn ?? '') ||
				one.name.localeCompare(other.name),
		);
}

/** The day proposed for the next visit: within a week, three or six as the need is great, and never on a Saturday or Sunday. */
export function proposedDay({ total }: Pick<VisitNeed, 'total'>, today: CalendarDate): CalendarDate {
	const day = addDays(today, SOON.find(({ from }) => total >= from)?.days ?? 42);
	const weekday = new Date(day).getUTCDay();
	return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
