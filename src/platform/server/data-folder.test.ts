import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { holdDataFolder, holderOf } from './data-folder.ts';
import { markOfProcess } from './process-life.ts';

const folder = mkdtempSync(join(tmpdir(), 'shigikira-lock-'));
const lock = join(folder, 'shigikira.lock');
afterEach(() => rmSync(lock, { force: true }));

describe('a data folder', () => {
	it('is held by one program until it lets go, and leaves nothing behind', () => {
		const held = holdDataFolder(folder);
		expect(() => holdDataFolder(folder)).toThrow(/already running|tourne déjà/);
		expect(holderOf(folder)).toBe(process.pid);
		held.letGo();
		expect(holderOf(folder)).toBeUndefined();
		expect(readdirSync(folder)).toEqual([]);
	});

	it.each([
		['whose holder has ended', JSON.stringify({ pid: 4_000_000, mark: 'x' })],
		['whose holder’s number another process bears by now', JSON.stringify({ pid: process.pid, mark: 'another boot' })],
		['that was cut short', ''],
		['that is no lock', '[]'],
	])('is taken over from a lock %s', (_what, content) => {
		writeFileSync(lock, content);
		const held = holdDataFolder(folder);
		expect(holderOf(folder)).toBe(process.pid);
		held.letGo();
	});

	it('is created for its owner’s eyes only', () => {
		const made = join(folder, 'sub', 'données');
		holdDataFolder(made).letGo();
		expect(statSync(made).mode & 0o077).toBe(0);
		rmSync(join(folder, 'sub'), { recursive: true });
	});
});

describe('the mark of a process', () => {
	it('stays, and is of that process alone', () => {
		expect(markOfProcess(process.pid)).toBe(markOfProcess(process.pid));
		expect(markOfProcess(process.pid)).not.toBe(markOfProcess(process.ppid));
		expect(markOfProcess(4_000_000)).toBeUndefined();
	});
});
