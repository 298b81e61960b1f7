import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { legalActs, organisations, scans } from '../schema.ts';
import { attachScan, LARGEST_SCAN, strikeScan } from './attach-scan.ts';

const standing = anOrganisation();
const line = { scopeId: standing.id, organisationId: standing.id, struck: false };
const act = { id: newId(), ...line, kind: 'recognition', number: '530/12', actedOn: '2014-03-12', authority: '' } as never;
const actId = (act as { id: string }).id;
const asked = {
	...{ id: newId(), organisationId: standing.id, actId, name: 'agrement.jpg', type: 'image/jpeg', bytes: 120_000 },
	...{ digest: 'c'.repeat(64), addedOn: '2026-03-01' },
};
const kept = (given: object = {}) => {
	const { actId: lineId, ...scan } = asked;
	return { ...scan, ...line, lineId, ...given } as never;
};
const over = (rows: readonly never[], given: object = {}) =>
	judged(attachScan, { ...asked, ...given }, [[organisations, standing], [legalActs, act], ...rows.map((row) => [scans, row] as const)]);

describe('a scan of a legal act', () => {
	it('is kept under its act', async () => {
		expect(rowsInto(scans, await over([]))).toMatchObject([{ lineId: actId, type: 'image/jpeg', struck: false }]);
	});

	it('is kept once, unless it was struck out', async () => {
		expect(verdictOf(await over([kept({ id: newId() })]))).toBe('registry.scan-twice');
		expect(verdictOf(await over([kept({ id: newId(), struck: true })]))).toBe('applied');
	});

	it('stands beside nine others at most', async () => {
		const many = Array.from({ length: 10 }, (_, at) => kept({ id: newId(), digest: String(at).repeat(64) }));
		expect(verdictOf(await over(many))).toBe('registry.scans-many');
	});

	it('is neither too large nor of another kind', async () => {
		await expect(over([], { bytes: LARGEST_SCAN + 1 })).rejects.toThrow();
		await expect(over([], { type: 'text/html' })).rejects.toThrow();
	});

	it('is struck out and restored', async () => {
		const strike = (struck: boolean, before: object = {}) =>
			judged(strikeScan, { organisationId: standing.id, scanId: asked.id, struck }, [[scans, kept(before)]]);
		expect(rowsInto(scans, await strike(true))).toMatchObject([{ struck: true }]);
		expect(rowsInto(scans, await strike(false, { struck: true }))).toMatchObject([{ struck: false }]);
	});
});
