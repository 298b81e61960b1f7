import { calendarDate } from '#kernel/calendar-date.ts';
import type { PageLoad } from './$types';

/** The parts and their states, beside each other, to be looked at and checked in three themes. */
export const load: PageLoad = () => ({ today: calendarDate('2018-03-14') });
