import { daysBetween, type CalendarDate } from '#kernel/calendar-date.ts';
import { CRITERIA } from '../choices.ts';
import { type Criterion, type Group, type Need, type Weights } from '../schema.ts';

/** The highest mark of a criterion; a part of the score is its mark times its weight. */
export const BEST_MARK = 3;

/** What holds while a programme has set nothing of its own. */
export const USUAL_WEIGHTS: Weights = { organisations: 3, urgency: 3, 'women-and-youth': 2, age: 1, aims: 2, feasibility: 2 };

/** One part of a score, with its working: what was counted or judged, the mark it gives, its weight, their product. */
export type ScorePart = Readonly<{ criterion: Criterion; counted: number | null; mark: number; weight: number; value: number }>;

/** A group's score: its parts in the order of the criteria, their sum, and the most that the weights allow. */
export type Score = Readonly<{ parts: readonly ScorePart[]; sum: number; most: number }>;

type Voice = Pick<Need, 'organisationId' | 'expressedOn' | 'urgency' | 'touched'>;
type Judged = Pick<Group, 'aimsMark' | 'feasibilityMark'>;
type Circumstance = Readonly<{ weights: Weights; today: CalendarDate }>;
type Counted = Readonly<{ counted: number | null; mark: number }>;

const URGENCY_MARK = { 'this-week': 3, 'these-months': 2, 'can-wait': 1 } as const;

/**
 * The score of a group. Takes its marks that were judged, all its needs in any order, the weights and today.
 * Each criterion gives 0 to 3; what nobody said or judged gives 0.
 */
export function groupScore(group: Judged, voices: readonly Voice[], { weights, today }: Circumstance): Score {
	const marks: Readonly<Record<Criterion, Counted>> = {
		organisations: byOrganisations(voices),
		urgency: byUrgency(voices),
		'women-and-youth': byWomenAndYouth(voices),
		age: byAge(voices, today),
		aims: judged(group.aimsMark),
		feasibility: judged(group.feasibilityMark),
	};
	const parts = CRITERIA.map((criterion) => {
		const { counted, mark } = marks[criterion];
		return { criterion, counted, mark, weight: weights[criterion], value: mark * weights[criterion] };
	});
	const heaviest = CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0);
	return { parts, sum: parts.reduce((sum, { value }) => sum + value, 0), most: heaviest * BEST_MARK };
}

// Every two organisations give a mark more; from five on it is the best.
function byOrganisations(voices: readonly Voice[]): Counted {
	const counted = organisationsOf(voices);
	return { counted, mark: Math.min(BEST_MARK, Math.ceil(counted / 2)) };
}

// The rounded mean of those who said how pressing it is: a sum of whole numbers, so their order does not matter.
function byUrgency(voices: readonly Voice[]): Counted {
	const said = voices.flatMap(({ urgency }) => (urgency ? [URGENCY_MARK[urgency]] : []));
	if (said.length === 0) return { counted: null, mark: 0 };
	const sum = said.reduce<number>((total, mark) => total + mark, 0);
	return { counted: said.length, mark: Math.round(sum / said.length) };
}

// The share of organisations in percent: up to a third gives 1, up to two thirds 2, more 3.
function byWomenAndYouth(voices: readonly Voice[]): Counted {
	const all = organisationsOf(voices);
	if (all === 0) return { counted: null, mark: 0 };
	const some = organisationsOf(voices.filter(({ touched }) => touched.includes('women') || touched.includes('youth')));
	return { counted: Math.round((some * 100) / all), mark: Math.ceil((some * BEST_MARK) / all) };
}

// In days since the first word: one month, three months, six months.
function byAge(voices: readonly Voice[], today: CalendarDate): Counted {
	const first = firstWord(voices);
	if (!first) return { counted: null, mark: 0 };
	const counted = Math.max(0, daysBetween(first, today));
	return { counted, mark: [30, 90, 180].filter((days) => counted >= days).length };
}

function judged(mark: number | null): Counted {
	return { counted: mark, mark: mark ?? 0 };
}

function organisationsOf(voices: readonly Voice[]): number {
	return new Set(voices.map(({ organisationId }) => organisationId)).size;
}

/** The day of the first word of some needs; `undefined` when there is none. */
export function firstWord(voices: readonly Pick<Need, 'expressedOn'>[]): CalendarDate | undefined {
	return voices.reduce<CalendarDate | undefined>((first, { expressedOn }) => (first && first <= expressedOn ? first : expressedOn), undefined);
}

/** A group as it is put in order: its id, its score, the day of its first word. */
export type Scored = Readonly<{ id: string; sum: number; first: CalendarDate | undefined }>;

/**
 * The groups in the order of their scores, the highest first. Of equal scores the one whose first word is older goes first; of
 * equal days, the one with the smaller id: two persons who count find the same order.
 */
export function orderByScore<G extends Scored>(groups: readonly G[]): readonly G[] {
	return [...groups].sort((a, b) => b.sum - a.sum || compared(a.first ?? '9999', b.first ?? '9999') || compared(a.id, b.id));
}

function compared(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
