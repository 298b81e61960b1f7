import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { Fact, FactGone } from '#platform/commands/fact.ts';
import { codeChecks, declarations, ethicsCodes, links, totals, type CodeCheck, type EthicsCode, type Link, type Totals } from './activity-schema.ts';
import { cameByTotals } from './rules/totals.ts';
import type { Session } from './schema.ts';

/** What the facts of a session say alike: whose programme, whose partner, where, on what. */
export function ofActivity(session: Session) {
	return {
		programmeId: session.programmeId,
		partnerId: session.scopeId,
		scopeId: session.scopeId,
		groupId: session.groupId,
		activityId: session.id,
		placeScheme: session.placeScheme,
		placeCode: session.placeCode,
		theme: session.theme,
	};
}

/**
 * "Women came to a discreet session", and "men": one fact for each sex with their number, on the first day, without a name. They are
 * participations and never unique persons: nobody knows whether they came elsewhere too.
 */
export function attendedByTotals(session: Session, counted: readonly Totals[]): readonly (Fact | FactGone)[] {
	const came = cameByTotals(counted);
	const kind = 'training.attended-by-totals';
	return (['F', 'M'] as const).map((sex) => {
		const key = `${session.id} ${sex}`;
		const amount = sex === 'F' ? came.women : came.men;
		const [source] = counted;
		if (amount === 0 || !source) return { kind, key, gone: true };
		return { ...ofActivity(session), kind, key, occurredOn: session.firstOn, sex, amount, source: totals.name, sourceId: source.id };
	});
}

type Step = Readonly<{ id: Id; on: CalendarDate | null }>;

/** "What a session declared was verified", or "published": it stands while that step stands. */
export function standingTold(session: Session, step: 'verified' | 'published', { id, on }: Step): Fact | FactGone {
	const told = { kind: `training.${step}`, key: session.id };
	return on ? { ...ofActivity(session), ...told, occurredOn: on, source: declarations.name, sourceId: id } : { ...told, gone: true };
}

type Home = Readonly<{ id: Id; programmeId: Id; partnerId: Id; placeScheme: Session['placeScheme']; placeCode: string }>;

function ofOrganisation({ id, programmeId, partnerId, placeScheme, placeCode }: Home) {
	return { programmeId, partnerId, scopeId: id, organisationId: id, placeScheme, placeCode, theme: 'ethics' };
}

/** "An organisation adopted an ethics code"; gone when it was written by mistake. */
export function codeAdopted(code: EthicsCode, home: Home): Fact | FactGone {
	const told = { kind: 'training.code-adopted', key: code.id };
	if (code.struck) return { ...told, gone: true };
	return { ...ofOrganisation(home), ...told, occurredOn: code.adoptedOn, activityId: code.sessionId, source: ethicsCodes.name, sourceId: code.id };
}

/** "Whether an organisation holds to its code was looked at": 2 when applied, 1 partly, 0 not. */
export function codeChecked(check: CodeCheck, home: Home): Fact {
	const amount = { applied: 2, partly: 1, not: 0 }[check.finding];
	const told = { kind: 'training.code-checked', key: `${check.codeId} ${check.checkedOn}` };
	return { ...ofOrganisation(home), ...told, occurredOn: check.checkedOn, amount, source: codeChecks.name, sourceId: check.id };
}

/** "Two organisations made a link", counted once for the two; gone when it was written by mistake. */
export function linkMade(link: Link, session: Session): Fact | FactGone {
	const told = { kind: 'training.link-made', key: link.id };
	if (link.struck) return { ...told, gone: true };
	return { ...ofActivity(session), ...told, organisationId: link.oneId, occurredOn: link.madeOn, source: links.name, sourceId: link.id };
}
