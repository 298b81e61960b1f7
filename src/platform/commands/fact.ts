import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import { columnsOf } from './table.ts';

/** What happened, when, where, for which organisation and need, to whom, how much: what figures are counted from. */
export type Fact = Readonly<{
	kind: string;
	/** Names the happening among its kind: declared again under the same key, a fact replaces the one that stood. */
	key: string;
	occurredOn: CalendarDate;
	programmeId: Id;
	scopeId: Id;
	/** The record it comes from: who sees that record may open the fact. */
	source: string;
	sourceId: Id;
	partnerId?: Id | null;
	organisationId?: Id | null;
	groupId?: Id | null;
	activityId?: Id | null;
	personId?: Id | null;
	sex?: 'F' | 'M' | null;
	birthYear?: number | null;
	placeScheme?: PlaceScheme | null;
	placeCode?: string | null;
	theme?: string | null;
	amount?: number | null;
}>;

/** Says that what was declared under this kind and key no longer stands. */
export type FactGone = Readonly<{ kind: string; key: string; gone: true }>;

/**
 * Says that what happened to a record is counted as another's, where a person told that the two are one; with `null`, as its own
 * again. What is told of a record replaces what stood. Figures of a closed period keep what stood then.
 */
export type SameAs = Readonly<{ id: Id; countedAs: Id | null }>;

/** The fields of a fact, and of one that is gone, with the names of their columns. */
export const factColumns = columnsOf([
	...['kind', 'key', 'gone', 'occurredOn', 'programmeId', 'scopeId', 'source', 'sourceId', 'partnerId', 'organisationId'],
	...['groupId', 'activityId', 'personId', 'sex', 'birthYear', 'placeScheme', 'placeCode', 'theme', 'amount'],
]);
