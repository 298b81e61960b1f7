import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aSession } from '../builders.ts';
import { sessions, sheetScans } from '../schema.ts';
import { attachSheetScan, retireSheetScan } from './attach-sheet-scan.ts';

const session = aSession();
const asked = {
	...{ id: newId(), sessionId: session.id, name: 'fiche-page-1.jpg', type: 'image/jpeg', bytes: 310_000 },
	...{ digest: 'c'.repeat(64), addedOn: '2026-04-12' },
};
const kept = (given: object = {}) => [sheetScans, { ...asked, scopeId: session.scopeId, retired: '', ...given } as never] as const;
const attach = (rows: readonly ReturnType<typeof kept>[], given: object = {}) =>
	judged(attachSheetScan, { ...asked, ...given }, [[sessions, session], ...rows]);
const retire = (retired: string, rows: readonly ReturnType<typeof kept>[]) =>
	judged(retireSheetScan, { sessionId: session.id, scanId: asked.id, retired }, [[sessions, session], ...rows]);

describe('the scan of a signed sheet', () => {
	it('is kept for the team that holds the session', async () => {
		expect(rowsInto(sheetScans, await attach([]))).toMatchObject([{ scopeId: session.scopeId, retired: '' }]);
	});

	it('is kept once, unless it was retired', async () => {
		expect(verdictOf(await attach([kept({ id: newId() })]))).toBe('training.scan-twice');
		expect(verdictOf(await attach([kept({ id: newId(), retired: 'Autre fiche' })]))).toBe('applied');
	});

	it('stands beside twenty-nine others at most', async () => {
		const many = Array.from({ length: 30 }, (_, at) => kept({ id: newId(), digest: String(at).padStart(64, '0') }));
		expect(verdictOf(await attach(many))).toBe('training.scans-many');
	});

	it('is neither too large nor of another kind', async () => {
		await expect(attach([], { bytes: 5 * 1024 * 1024 + 1 })).rejects.toThrow();
		await expect(attach([], { type: 'text/html' })).rejects.toThrow();
	});

	it('is retired with a reason, never without, and put back', async () => {
		expect(rowsInto(sheetScans, await retire('Page d’une autre fiche', [kept()]))).toMatchObject([{ retired: 'Page d’une autre fiche' }]);
		await expect(retire('x', [kept()])).rejects.toThrow();
		expect(rowsInto(sheetScans, await retire('', [kept({ retired: 'Trop vite' })]))).toMatchObject([{ retired: '' }]);
	});

	it('of another session is not touched', async () => {
		expect(verdictOf(await retire('Autre', [kept({ sessionId: newId() })]))).toBe('platform.not-permitted');
	});
});
