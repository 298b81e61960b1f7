import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, openScope, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line, paragraph } from '#platform/commands/words.ts';
import { PLATFORM_SCOPE } from '#platform/access/roles.ts';
import { roles } from '#platform/access/schema.ts';
import { programmes } from '../schema.ts';

const shape = {
	id,
	code: v.pipe(v.string(), v.trim(), v.regex(/^[a-z0-9-]{3,60}$/)),
	name: line(3, 160),
	country: line(2, 80),
	donor: line(2, 120),
	startsOn: day,
	endsOn: day,
	endAsPrinted: v.optional(v.nullable(line(0, 80)), null),
	closed: v.optional(v.boolean(), false),
	demonstration: v.optional(v.boolean(), false),
	budgetCents: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null),
	vision: v.optional(paragraph(0, 2000), ''),
	aims: v.optional(paragraph(0, 4000), ''),
	targets: v.optional(line(0, 300), ''),
};

/**
 * Opens a programme: its face, its scope, and the person who opened it as its coordinator.
 * Refuses an end before the start, and a code that another programme bears.
 */
export const openProgramme = defineCommand({
	name: 'programme.open-programme',
	version: 1,
	place: 'office',
	permission: 'programme.open',
	input: v.object({ ...shape, coordinatorRoleId: id }),
	scope: () => scope(PLATFORM_SCOPE),

	async gather(records, { id, code }) {
		return { sameCode: await records.list(programmes, { code }), before: await records.find(programmes, id) };
	},

	decide({ sameCode, before }, { coordinatorRoleId, ...face }, { personId }) {
		if (face.endsOn < face.startsOn) return refuse('programme.end-before-start', { start: face.startsOn, end: face.endsOn });
		if (before || sameCode.length > 0) return refuse('programme.code-taken', { code: face.code });
		return {
			writes: [
				openScope(face.id, 'programme', PLATFORM_SCOPE),
				add(programmes, { ...face, scopeId: face.id }),
				add(roles, { id: coordinatorRoleId, scopeId: face.id, accountId: personId, role: 'coordinator', givenOn: face.startsOn, endedOn: null }),
			],
		};
	},
});
