import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { practiceChecked } from '../facts.ts';
import { enrolments, FINDINGS, practices, sessions } from '../schema.ts';

/**
 * Writes what became of a training in one organisation, with what shows it.
 * Refuses before six months have passed, for a session that was not held, and for an organisation that sent nobody.
 */
export const checkPractice = defineCommand({
	name: 'training.check-practice',
	version: 1,
	place: 'office',
	permission: 'training.check-practice',
	input: v.object({ id, sessionId: id, organisationId: id, checkedOn: day, finding: v.picklist(FINDINGS), evidence: paragraph(3, 2000) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, organisationId }) {
		const [before] = await records.list(practices, { sessionId, organisationId });
		return {
			session: await records.find(sessions, sessionId),
			before,
			sent: await records.list(enrolments, { sessionId, organisationId, withdrawn: false }),
		};
	},

	decide({ session, before, sent }, { id, sessionId, organisationId, ...found }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state !== 'held') return refuse('training.not-held-yet', { code: session.code });
		if (sent.length === 0) return refuse('training.sent-nobody');
		if (found.checkedOn < session.checkOn) return refuse('training.practice-too-early', { from: session.checkOn });
		const practice = { id: before?.id ?? id, scopeId: organisationId, sessionId, organisationId, partnerScopeId: session.scopeId, ...found };
		return { writes: [addOrPut(practices, before, practice)], facts: [practiceChecked(session, practice)] };
	},
});
