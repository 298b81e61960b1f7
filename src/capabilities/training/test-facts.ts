import type { Fact, FactGone } from '#platform/commands/fact.ts';
import { ofActivity } from './activity-facts.ts';
import type { Enrolment, Session } from './schema.ts';
import { scores, type Score } from './test-schema.ts';

type Tested = Readonly<{ outOf: number; scores: readonly Pick<Score, 'id' | 'moment' | 'points'>[] }>;

/**
 * "A person knew more after than before": the gain in hundredths of the test's points, on the session's last day. It stands when both
 * her papers are known, and may be negative.
 */
export function gainTold(
	session: Session,
	place: Pick<Enrolment, 'id' | 'personId' | 'organisationId'>,
	{ outOf, scores: given }: Tested,
): Fact | FactGone {
	const told = { kind: 'training.test-gain', key: `${session.id} ${place.personId}` };
	const at = (moment: Score['moment']) => given.find((score) => score.moment === moment);
	const [before, after] = [at('before')?.points ?? null, at('after')?.points ?? null];
	const source = at('after');
	if (before === null || after === null || !source) return { ...told, gone: true };
	return {
		...{ ...ofActivity(session), ...told, organisationId: place.organisationId, personId: place.personId, occurredOn: session.lastOn },
		...{ amount: Math.round(((after - before) * 100) / outOf), source: scores.name, sourceId: source.id },
	};
}
