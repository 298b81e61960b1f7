import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Session } from '../schema.ts';

type Counted = Pick<Session, 'state' | 'firstOn' | 'discreet'> & Readonly<{ enrolled: number; came: number }>;

/** What a row says of the people of a session: seats taken, or those who came; of the reader's organisations when she sees a part. */
export type SessionCount =
	| Readonly<{ key: 'training.came-by-totals'; params: Readonly<{ count: number }> }>
	| Readonly<{ key: 'training.quiet-told'; params: Readonly<Record<string, never>> }>
	| Readonly<{ key: 'training.seats-taken' | 'training.seats-taken-yours'; params: Readonly<{ count: number }> }>
	| Readonly<{ key: 'training.came-of' | 'training.came-of-yours'; params: Readonly<{ came: number; enrolled: number }> }>;

/** Takes a session, today and whether its reader sees all of it; returns what its row counts, nothing when it was cancelled. */
export function sessionCount({ state, firstOn, discreet, enrolled, came }: Counted, today: CalendarDate, isWhole: boolean): SessionCount | undefined {
	if (state === 'cancelled') return undefined;
	// Numbers of a discreet session are for its team; nobody has a seat by name.
	if (discreet) return isWhole ? { key: 'training.came-by-totals', params: { count: came } } : { key: 'training.quiet-told', params: {} };
	if (state === 'planned' && firstOn > today) {
		return { key: isWhole ? 'training.seats-taken' : 'training.seats-taken-yours', params: { count: enrolled } };
	}
	return { key: isWhole ? 'training.came-of' : 'training.came-of-yours', params: { came, enrolled } };
}
