import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { partners, placeScheme } from '../../programme/index.ts';
import { importLines, imports, MOST_LINES, readLine } from '../import-schema.ts';
import { kind } from '../schema.ts';

/** What a list was taken for: the field of each column, the kind of those it does not say, the division its places are of. */
export const matching = {
	columns: v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.minLength(1), v.maxLength(60)),
	kindByDefault: v.nullable(kind),
	placeScheme,
};

/**
 * Keeps a list that was read, line by line, to be looked at and corrected: nothing of it is registered yet.
 * The same list read again by the same partner is the same import, and changes nothing.
 */
export const beginImport = defineCommand({
	name: 'registry.begin-import',
	version: 1,
	place: 'office',
	permission: 'registry.import',
	input: v.object({
		...{ id, partnerId: id, fileName: line(1, 200), digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), readOn: day },
		head: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(60)),
		...matching,
		notes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(20)),
		lines: v.pipe(v.array(readLine), v.minLength(1), v.maxLength(MOST_LINES)),
	}),
	scope: ({ partnerId }) => scope(partnerId),
	locks: ({ partnerId }) => [[partners, partnerId]],

	async gather(records, { id, partnerId }) {
		return { partner: await records.find(partners, partnerId), before: await records.find(imports, id) };
	},

	decide({ partner, before }, { lines, ...list }) {
		if (typeof partner !== 'object') return refuse('platform.not-permitted');
		if (typeof before === 'object') return before.partnerId === list.partnerId ? { writes: [] } : refuse('platform.not-permitted');
		const { partnerId: scopeId } = list;
		return {
			writes: [
				add(imports, { ...list, scopeId, programmeId: partner.programmeId, doneOn: null, setAside: false }),
				...lines.map((read) => add(importLines, { ...read, ...UNTOUCHED, scopeId, importId: list.id })),
			],
		};
	},
});

const UNTOUCHED = { corrected: 0, leftBecause: '', decided: '', sameAsId: null, taken: false } as const;
