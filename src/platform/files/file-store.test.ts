import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { fileStoreIn } from './file-store.ts';
import { kindOfBytes } from './kind-of-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
const store = fileStoreIn(folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the file store', () => {
	it('gives back what was kept, and nothing under another id', async () => {
		const id = newId();
		await store.keep(id, new Uint8Array([1, 2, 3]));
		expect(await store.find(id)).toEqual(new Uint8Array([1, 2, 3]));
		expect(await store.find(newId())).toBeUndefined();
	});

	it('keeps the last of two under one id, and no half of either', async () => {
		const id = newId();
		await Promise.all([store.keep(id, new Uint8Array(5_000).fill(1)), store.keep(id, new Uint8Array(5_000).fill(2))]);
		const kept = await store.find(id);
		expect(new Set(kept).size).toBe(1);
		expect(readdirSync(join(folder, id.slice(-2)))).toEqual([id]);
	});

	it('lets go of what was refused', async () => {
		const id = newId();
		await store.keep(id, new Uint8Array([1]));
		await store.drop(id);
		expect(await store.find(id)).toBeUndefined();
		await store.drop(id);
	});

	it('makes no path of what is no id', async () => {
		await expect(store.find('../../../etc/passwd')).rejects.toThrow();
	});
});

describe('the kind of a file', () => {
	it('is told by its bytes, not by its name', () => {
		expect(kindOfBytes(new TextEncoder().encode('%PDF-1.7 …'))).toBe('application/pdf');
		expect(kindOfBytes(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
		expect(kindOfBytes(new TextEncoder().encode('<script>alert(1)</script>'))).toBeUndefined();
		expect(kindOfBytes(new Uint8Array())).toBeUndefined();
	});
});
