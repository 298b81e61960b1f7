import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { SCAN_TYPES } from '../../registry/index.ts';
import { sessions, sheetScans } from '../schema.ts';

const LARGEST = 5 * 1024 * 1024;
const MOST_SCANS = 30;

/** Keeps the photograph or scan of a signed sheet. Its bytes are in the file store already. Refuses the same page twice. */
export const attachSheetScan = defineCommand({
	name: 'training.attach-sheet-scan',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({
		...{ id, sessionId: id, name: line(1, 120), type: v.picklist(SCAN_TYPES) },
		bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST)),
		...{ digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), addedOn: day },
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		return { session: await records.find(sessions, sessionId), others: await records.list(sheetScans, { sessionId, retired: '' }) };
	},

	decide({ session, others }, scan) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.discreet) return refuse('training.no-names');
		if (others.some(({ digest }) => digest === scan.digest)) return refuse('training.scan-twice');
		if (others.length >= MOST_SCANS) return refuse('training.scans-many', { most: MOST_SCANS });
		return { writes: [add(sheetScans, { ...scan, scopeId: session.scopeId, retired: '' })] };
	},
});

/** Retires a scan with the reason, such as another sheet's page; with no reason, puts it back. It is never lost. */
export const retireSheetScan = defineCommand({
	name: 'training.retire-sheet-scan',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({ sessionId: id, scanId: id, retired: v.union([v.literal(''), line(3, 200)]) }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, scanId }) {
		return { before: await records.find(sheetScans, scanId), others: await records.list(sheetScans, { sessionId, retired: '' }) };
	},

	decide({ before, others }, { sessionId, retired }) {
		if (typeof before !== 'object' || before.sessionId !== sessionId) return refuse('platform.not-permitted');
		const again = others.some(({ id, digest }) => id !== before.id && digest === before.digest);
		if (retired === '' && again) return refuse('training.scan-twice');
		return { writes: [put(sheetScans, { ...before, retired })] };
	},
});
