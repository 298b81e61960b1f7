import type { Totals } from '../activity-schema.ts';
import type { Attendance } from '../schema.ts';
import { wasThere } from './half-days.ts';
import { cameByTotals } from './totals.ts';

type Marked = Pick<Attendance, 'personId' | 'mark'>;

/** How many persons came to a session: those marked there, each once, or the numbers of its fullest half-day when it is discreet. */
export function personsWhoCame(marks: readonly Marked[], counted: readonly Totals[]): number {
	const { women, men } = cameByTotals(counted);
	return new Set(marks.filter(({ mark }) => wasThere(mark)).map(({ personId }) => personId)).size + women + men;
}
