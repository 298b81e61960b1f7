import { calendarDate } from '#kernel/calendar-date.ts';
import type { PageLoad } from './$types';

// The one public page with script: parts are tried here as they behave in the office and on the phone.
export const csr = true;

/** The parts and their states, beside each other, to be looked at and checked in three themes. */
export const load: PageLoad = () => ({ today: calendarDate('2018-03-14') });
