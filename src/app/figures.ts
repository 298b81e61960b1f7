import { error, type RequestEvent } from '@sveltejs/kit';
import type { Id } from '#kernel/ids.ts';
import { widestLevel, type Indicator, type Level } from '#capabilities/indicators/index.ts';
import type { Counted } from '#capabilities/indicators/server/counting.ts';
import {
	needsAnswered,
	organisationsSupported,
	peopleTrained,
	type NeedsAnswered,
	type PeopleTrained,
} from '#capabilities/indicators/server/figures.ts';
import { participationStanding, type ParticipationStanding } from '#capabilities/indicators/server/standing.ts';
import { codedRows, countRows, type CodedRow } from '#capabilities/indicators/server/rows.ts';
import { groupHeadings } from '#capabilities/needs/server/reads.ts';
import { personNames } from '#capabilities/people/server/reads.ts';
import { listPartners } from '#capabilities/programme/server/reads.ts';
import { organisationNames } from '#capabilities/registry/server/reads.ts';
import { sessionNames } from '#capabilities/training/server/reads.ts';
import type { Visitor } from '#platform/access/door/visitor.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { CurrentProgramme } from './standing.ts';

/** The figures of a period, at the widest level a person may read. */
export type Figures = Readonly<{
	'needs-answered': NeedsAnswered;
	'organisations-supported': number;
	'people-trained': PeopleTrained;
	standing: ParticipationStanding;
}>;

/** A row under a figure: coded for whoever may not see the record, with names where she may. */
export type FigureRow = CodedRow &
	Readonly<{ organisationName: string | undefined; personName: string | undefined; activityName: string | undefined; heading: string | undefined }>;

/** The level a person reads figures at. Refuses (403) when she may read none. */
export async function levelOf({ locals }: Pick<RequestEvent, 'locals'>, visitor: Visitor, programme: CurrentProgramme): Promise<Level> {
	const partners = await locals.app.readers.as(visitor.personId, (reading) => listPartners(reading, programme.id));
	const own = visitor.roles.filter(({ scopeKind }) => scopeKind === 'organisation').map(({ scopeId }) => scopeId);
	const inProgramme = await locals.app.readers.as(visitor.personId, (reading) => organisationNames(reading, own));
	const level = widestLevel(visitor.roles, {
		programmeId: programme.id,
		partnerIds: partners.map(({ id }) => id),
		organisationIds: [...inProgramme.keys()],
	});
	if (!level) error(403, 'not-permitted');
	return level;
}

/** Computes all figures of a period; nothing is kept, so a change counts at once. */
export async function computeFigures(reading: Reading, counted: Counted): Promise<Figures> {
	return {
		'needs-answered': await needsAnswered(reading, counted),
		'organisations-supported': await organisationsSupported(reading, counted),
		'people-trained': await peopleTrained(reading, counted),
		standing: await participationStanding(reading, counted),
	};
}

/**
 * Opens an indicator down to its rows under the rights of whoever reads: those she may see with their names, and how many
 * there are that she may not. A donor reads all rows coded: names only by a grant of verification.
 */
export async function openFigure(
	{ locals }: Pick<RequestEvent, 'locals'>,
	{ factKind }: Indicator,
	{ visitor, counted }: Readonly<{ visitor: Visitor; counted: Counted }>,
): Promise<{ rows: readonly FigureRow[]; unseen: number }> {
	const { readers } = locals.app;
	const total = await readers.asFigures((reading) => countRows(reading, factKind, counted));
	if (readsCoded(visitor, counted.programmeId)) {
		const rows = await readers.asFigures((reading) => codedRows(reading, factKind, counted));
		return {
			rows: rows.map((row) => ({ ...row, organisationName: undefined, personName: undefined, activityName: undefined, heading: undefined })),
			unseen: 0,
		};
	}
	const rows = await readers.as(visitor.personId, async (reading) => withNames(reading, await codedRows(reading, factKind, counted)));
	return { rows, unseen: total - rows.length };
}

function readsCoded({ roles }: Visitor, programmeId: Id): boolean {
	return roles.some(({ role, scopeId }) => role === 'donor' && scopeId === programmeId) && !roles.some(({ role }) => role === 'coordinator');
}

async function withNames(reading: Reading, rows: readonly CodedRow[]): Promise<readonly FigureRow[]> {
	const ids = (of: (row: CodedRow) => Id | null) => [...new Set(rows.flatMap((row) => of(row) ?? []))];
	const organisations = await organisationNames(
		reading,
		ids((row) => row.organisationId),
	);
	const persons = await personNames(
		reading,
		ids((row) => row.personId),
	);
	const sessions = await sessionNames(
		reading,
		ids((row) => row.activityId),
	);
	const headings = await groupHeadings(
		reading,
		ids((row) => row.groupId),
	);
	return rows.map((row) => ({
		...row,
		organisationName: organisations.get(row.organisationId),
		personName: row.personId ? persons.get(row.personId) : undefined,
		activityName: row.activityId ? sessions.get(row.activityId) : undefined,
		heading: row.groupId ? headings.get(row.groupId) : undefined,
	}));
}
