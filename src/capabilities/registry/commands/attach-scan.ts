import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { legalActs, organisations, SCAN_TYPES, scans } from '../schema.ts';

/** The largest scan that is kept, in bytes: a page photographed by a phone. */
export const LARGEST_SCAN = 5 * 1024 * 1024;
const MOST_SCANS = 10;

/** Keeps a photograph or a scan of a legal act. Its bytes are in the file store already. Refuses the same page twice. */
export const attachScan = defineCommand({
	name: 'registry.attach-scan',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({
		...{ id, organisationId: id, actId: id, name: line(1, 120), type: v.picklist(SCAN_TYPES) },
		bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_SCAN)),
		...{ digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), addedOn: day },
	}),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId, actId }) {
		return { act: await records.find(legalActs, actId), others: await records.list(scans, { organisationId, lineId: actId, struck: false }) };
	},

	decide({ act, others }, { actId, ...scan }) {
		if (typeof act !== 'object' || act.organisationId !== scan.organisationId) return refuse('platform.not-permitted');
		if (others.some(({ digest }) => digest === scan.digest)) return refuse('registry.scan-twice');
		if (others.length >= MOST_SCANS) return refuse('registry.scans-many', { most: MOST_SCANS });
		return { writes: [add(scans, { ...scan, lineId: actId, scopeId: scan.organisationId, struck: false })] };
	},
});

/** Strikes a scan out that shows something else, or restores it. */
export const strikeScan = defineCommand({
	name: 'registry.strike-scan',
	version: 1,
	place: 'office',
	permission: 'registry.keep-history',
	input: v.object({ organisationId: id, scanId: id, struck: v.boolean() }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId, scanId }) {
		return { before: await records.find(scans, scanId), others: await records.list(scans, { organisationId, struck: false }) };
	},

	decide({ before, others }, { organisationId, struck }) {
		if (typeof before !== 'object' || before.organisationId !== organisationId) return refuse('platform.not-permitted');
		const again = others.some(({ id, lineId, digest }) => id !== before.id && lineId === before.lineId && digest === before.digest);
		if (!struck && again) return refuse('registry.scan-twice');
		return { writes: [put(scans, { ...before, struck })] };
	},
});
