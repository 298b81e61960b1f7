import type { CalendarDate } from '#kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { readTypedDate } from '#kernel/typed-date.ts';
import { today } from './form.ts';
import type { CurrentProgramme } from './standing.ts';

/** The first and the last day that figures are counted over. */
export type Period = Readonly<{ from: CalendarDate; to: CalendarDate }>;

/** What an address asks for: a period, or what was typed with the refusal of each day that makes none. */
export type AskedPeriod = Readonly<{ typed: Typed; period: Period | undefined; refusals: Readonly<{ du?: Refusal; au?: Refusal }> }>;

type Typed = Readonly<{ du: string; au: string }>;

/**
 * Takes an address and the programme whose life stands for a day that was not asked for; returns the period.
 * Refuses, day by day, what is no day, and a last day that comes before the first: no figure may stand under another period
 * than the one that was typed.
 */
export function askedPeriod(url: URL, { startsOn, endsOn }: Pick<CurrentProgramme, 'startsOn' | 'endsOn'>, now = today()): AskedPeriod {
	const typed = { du: url.searchParams.get('du') ?? '', au: url.searchParams.get('au') ?? '' };
	const read = (text: string, otherwise: CalendarDate) => (text.trim() === '' ? otherwise : readTypedDate(text, now));
	const [from, to] = [read(typed.du, startsOn), read(typed.au, endsOn < now ? endsOn : now)];
	if (isRefusal(from) || isRefusal(to)) {
		return { typed, period: undefined, refusals: { ...(isRefusal(from) && { du: from }), ...(isRefusal(to) && { au: to }) } };
	}
	if (from > to) return { typed, period: undefined, refusals: { au: refuse('indicators.period-reversed', { from, to }) } };
	return { typed, period: { from, to }, refusals: {} };
}
