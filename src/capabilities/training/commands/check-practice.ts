import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { moment } from '../after-schema.ts';
import { practiceChecked } from '../facts.ts';
import { firstLookDay } from '../rules/half-days.ts';
import { enrolments, FINDINGS, practices, sessions } from '../schema.ts';

/**
 * Writes what became of a training in one organisation, three or six months later, with what shows it; each is a finding of its own.
 * Refuses before so many months have passed, for a session that was not held, and for an organisation that sent nobody.
 */
export const checkPractice = defineCommand({
	name: 'training.check-practice',
	version: 1,
	place: 'office',
	permission: 'training.check-practice',
	input: v.object({
		...{ id, sessionId: id, organisationId: id, checkedOn: day, finding: v.picklist(FINDINGS), evidence: paragraph(3, 2000) },
		// What was asked before there were two moments was asked after six months.
		moment: v.optional(moment, 6),
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, organisationId, moment: asked }) {
		const [before] = await records.list(practices, { sessionId, organisationId, moment: asked });
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
		const from = found.moment === 6 ? session.checkOn : firstLookDay(session.lastOn);
		if (found.checkedOn < from) return refuse('training.practice-too-early', { from });
		const practice = { id: before?.id ?? id, scopeId: organisationId, sessionId, organisationId, partnerScopeId: session.scopeId, ...found };
		return { writes: [addOrPut(practices, before, practice)], facts: [practiceChecked(session, practice)] };
	},
});
