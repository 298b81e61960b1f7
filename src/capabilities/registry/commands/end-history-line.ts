import * as v from 'valibot';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf, type Decision } from '#platform/commands/command.ts';
import { day, id, type Table } from '#platform/commands/table.ts';
import { contradicted } from '../rules/contradicted.ts';
import { TABLE_OF, type Line } from '../history-lines.ts';
import { relisted } from '../rules/listing.ts';
import { directory, organisations, works, type Work } from '../schema.ts';

/** What lasts, and therefore ends. */
export const LASTING = ['work', 'mandate', 'network'] as const;

type Lasting = Line & Readonly<{ untilOn: CalendarDate | null }>;

/** Writes the day on which a work, a mandate or a membership ended. Refuses one that ended already, and a day before it began. */
export const endHistoryLine = defineCommand({
	name: 'registry.end-history-line',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({ organisationId: id, what: v.picklist(LASTING), lineId: id, untilOn: day }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId, what, lineId }) {
		const [listing] = what === 'work' ? await records.list(directory, { organisationId }) : [];
		return {
			organisation: await records.find(organisations, organisationId),
			// Ending reads and writes what the three have in common; the runner checks the whole row against its own table.
			line: await records.find(TABLE_OF[what] as unknown as Table<Lasting>, lineId),
			doing: what === 'work' ? await records.list(works, { organisationId }) : [],
			listing,
		};
	},

	decide({ organisation, line, doing, listing }, { organisationId, what, lineId, untilOn }): Decision {
		if (typeof organisation !== 'object' || typeof line !== 'object' || line.organisationId !== organisationId)
			return refuse('platform.not-permitted');
		if (line.struck) return refuse('registry.struck-already');
		if (line.untilOn) return refuse('registry.ended-already', { on: line.untilOn });
		const ended = { ...line, untilOn };
		const against = contradicted(what, ended as never, []);
		if (against) return against;
		const after = doing.map((work): Work => (work.id === lineId ? { ...work, untilOn } : work));
		return { writes: [put(TABLE_OF[what] as unknown as Table<Lasting>, ended), ...(what === 'work' ? relisted(listing, organisation, after) : [])] };
	},
});
