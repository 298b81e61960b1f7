import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scopeOf } from '#platform/commands/command.ts';
import type { Records } from '#platform/commands/records.ts';
import { day, id, type Row, type Table } from '#platform/commands/table.ts';
import { persons } from '../../people/index.ts';
import { organisations } from '../../registry/index.ts';
import { MOST_ROWS } from '../rules/typed-sheet/sheet.ts';
import { isChange, writtenRow, type RowStands, type WrittenRow } from '../rules/written-row.ts';
import { attendance, enrolments, sessions, typedSheets, type Session } from '../schema.ts';
import { sheetRow, type SheetRowInput } from '../sheet-row.ts';

/**
 * Types a paper sheet into a session: people met, their places, functions and marks, all or nothing. What it changed is kept
 * under its id, so that it can be put back. Refuses with the row and the reason (`writtenRow`), and a session that was cancelled.
 * The session and its places are locked: of two who type the same sheet at once, the second sees what the first wrote.
 */
export const typeInSheet = defineCommand({
	name: 'training.type-in-sheet',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({ id, sessionId: id, on: day, rows: v.pipe(v.array(sheetRow), v.minLength(1), v.maxLength(MOST_ROWS)) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId, rows }) => [[sessions, sessionId], ...rows.map(({ enrolmentId }) => [enrolments, enrolmentId] as const)],

	async gather(records, { sessionId, rows }) {
		return {
			session: await records.find(sessions, sessionId),
			organisations: await found(
				records,
				organisations,
				rows.map(({ organisationId }) => organisationId),
			),
			persons: await found(
				records,
				persons,
				rows.map(({ person }) => person.id),
			),
			enrolments: await records.list(enrolments, { sessionId }),
			marks: await records.list(attendance, { sessionId }),
		};
	},

	decide(gathered, { id, sessionId, on, rows }) {
		const { session } = gathered;
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (session.discreet) return refuse('training.no-names');
		const again = rows.find((row, at) => rows.findIndex((other) => isSameRow(other, row)) < at);
		if (again) return refuse('training.row-twice', { number: again.number, name: again.person.fullName });
		const written: WrittenRow[] = [];
		for (const row of rows) {
			const one = writtenRow(standsFor(gathered, session, row), row, on);
			if (isRefusal(one)) return one;
			if (isChange(one.change) || one.writes.length > 0) written.push(one);
		}
		const changes = written.map(({ change }) => change).filter(isChange);
		const kept = { id, scopeId: session.scopeId, sessionId, typedOn: on, rows: changes, putBack: false };
		return {
			writes: [...written.flatMap(({ writes }) => writes), ...(changes.length > 0 ? [add(typedSheets, kept)] : [])],
			events: written.flatMap(({ events }) => events),
			facts: written.flatMap(({ facts }) => facts),
		};
	},
});

type Gathered = Readonly<{
	organisations: ReadonlyMap<string, NonNullable<RowStands['organisation']>>;
	persons: ReadonlyMap<string, NonNullable<RowStands['known']>>;
	enrolments: readonly NonNullable<RowStands['before']>[];
	marks: RowStands['marks'];
}>;

function standsFor({ organisations: all, persons: met, enrolments: places, marks }: Gathered, session: Session, row: SheetRowInput): RowStands {
	const personId = row.person.id;
	return {
		session,
		organisation: all.get(row.organisationId),
		known: met.get(personId),
		before: places.find((place) => place.personId === personId),
		marks: marks.filter((mark) => mark.personId === personId),
	};
}

function isSameRow(one: SheetRowInput, other: SheetRowInput): boolean {
	return one.enrolmentId === other.enrolmentId || one.person.id === other.person.id;
}

async function found<R extends Row>(records: Records, table: Table<R>, ids: readonly string[]): Promise<ReadonlyMap<string, R>> {
	const rows = await Promise.all([...new Set(ids)].map((each) => records.find(table, each)));
	return new Map(rows.flatMap((row) => (typeof row === 'object' ? [[row.id, row]] : [])));
}
