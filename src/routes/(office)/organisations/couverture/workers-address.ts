import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Place } from '#kernel/place.ts';
import { writtenPlace } from '#kernel/typed-place.ts';

/** The address of the organisations at work in a commune on a day, on a theme or on any. */
export function workersAddress(commune: Place, day: CalendarDate, theme = ''): string {
	return `/organisations?${new URLSearchParams({ commune: writtenPlace(commune), ...(theme && { theme }), jour: day }).toString()}`;
}
