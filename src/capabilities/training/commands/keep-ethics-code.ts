import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, addOrPut, defineCommand, put, scope, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { organisations } from '../../registry/index.ts';
import { codeAdopted, codeChecked } from '../activity-facts.ts';
import { codeChecks, ethicsCodes, ORGANS, type CodeCheck, type EthicsCode } from '../activity-schema.ts';
import { FINDINGS, sessions } from '../schema.ts';

const evidence = paragraph(3, 1000);

/**
 * Writes that an organisation adopted an ethics code: the day, who adopted it, the paper that shows it, the workshop it comes from.
 * Refuses a workshop that the organisation's programme does not hold, and a code adopted on the same day.
 */
export const adoptCode = defineCommand({
	name: 'training.adopt-code',
	version: 1,
	place: 'office',
	permission: 'training.keep-commitments',
	input: v.object({ id, organisationId: id, sessionId: v.nullable(id), adoptedOn: day, organ: v.picklist(ORGANS), evidence }),
	scope: ({ organisationId }) => scope(organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId, sessionId }) {
		return {
			home: await records.find(organisations, organisationId),
			session: sessionId ? await records.find(sessions, sessionId) : undefined,
			others: await records.list(ethicsCodes, { organisationId, struck: false }),
		};
	},

	decide({ home, session, others }, asked) {
		if (typeof home !== 'object') return refuse('platform.not-permitted');
		if (asked.sessionId && (typeof session !== 'object' || session.programmeId !== home.programmeId)) return refuse('platform.not-permitted');
		if (others.some(({ adoptedOn }) => adoptedOn === asked.adoptedOn)) return refuse('training.code-adopted-twice', { on: asked.adoptedOn });
		const partnerScopeId = typeof session === 'object' ? session.scopeId : home.partnerId;
		const code: EthicsCode = { ...asked, scopeId: home.id, partnerScopeId, struck: false };
		return { writes: [add(ethicsCodes, code)], facts: [codeAdopted(code, home)] };
	},
});

/** Strikes out a code that was written by mistake, or puts it back. */
export const strikeCode = defineCommand({
	name: 'training.strike-code',
	version: 1,
	place: 'office',
	permission: 'training.keep-commitments',
	input: v.object({ codeId: id, struck: v.boolean() }),
	scope: ({ codeId }) => scopeOf(ethicsCodes, codeId),
	locks: ({ codeId }) => [[ethicsCodes, codeId]],

	async gather(records, { codeId }) {
		const code = await records.find(ethicsCodes, codeId);
		return { code, home: typeof code === 'object' ? await records.find(organisations, code.organisationId) : undefined };
	},

	decide({ code, home }, { struck }) {
		if (typeof code !== 'object' || typeof home !== 'object') return refuse('platform.not-permitted');
		const after = { ...code, struck };
		return { writes: [put(ethicsCodes, after)], facts: [codeAdopted(after, home)] };
	},
});

/** Writes whether an organisation holds to its code, and what shows it. Refuses a day before the code was adopted, and one struck out. */
export const checkCode = defineCommand({
	name: 'training.check-code',
	version: 1,
	place: 'office',
	permission: 'training.check-practice',
	input: v.object({ id, codeId: id, checkedOn: day, finding: v.picklist(FINDINGS), evidence }),
	scope: ({ codeId }) => scopeOf(ethicsCodes, codeId),
	locks: ({ codeId }) => [[ethicsCodes, codeId]],

	async gather(records, { codeId, checkedOn }) {
		const code = await records.find(ethicsCodes, codeId);
		const [before] = await records.list(codeChecks, { codeId, checkedOn });
		return { code, before, home: typeof code === 'object' ? await records.find(organisations, code.organisationId) : undefined };
	},

	decide({ code, before, home }, { id, ...found }) {
		if (typeof code !== 'object' || typeof home !== 'object' || code.struck) return refuse('platform.not-permitted');
		if (found.checkedOn < code.adoptedOn) return refuse('training.code-checked-before', { adopted: code.adoptedOn });
		const { scopeId, organisationId, partnerScopeId } = code;
		const check: CodeCheck = { id: before?.id ?? id, scopeId, organisationId, partnerScopeId, ...found };
		return { writes: [addOrPut(codeChecks, before, check)], facts: [codeChecked(check, home)] };
	},
});
