import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { postgresProcessesIn } from '#platform/server/process-life.ts';
import { forget, newDataFolder } from '../support/program.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = newDataFolder();
const nowhere = join(folder, 'nowhere');

afterAll(() => forget(folder));

/** Runs a tool and returns its exit code and all it said. */
function tool(...args: readonly string[]): Promise<Readonly<{ code: number | null; said: string }>> {
	const env = { ...process.env, NODE_ENV: '', VITEST: '', LANG: 'C.UTF-8', LC_ALL: '', DATABASE_URL: '', DATA: '' };
	return new Promise((resolve) => {
		const child = execFile(process.execPath, [...args], { cwd: ROOT, env }, (_, out, err) => resolve({ code: child.exitCode, said: out + err }));
	});
}

describe('a tool that reads what is there', () => {
	it.each([
		['audit', ['tools/audit.ts', 'verify', '--data', nowhere]],
		['audit of a folder that holds something else', ['tools/audit.ts', 'verify', '--data', folder]],
		['backup', ['tools/backup.ts', join(folder, 'house.gz'), '--data', nowhere]],
	])('refuses a folder that is no house in a plain sentence, and makes none there: %s', async (_, args) => {
		const { code, said } = await tool(...args);
		expect(code).toBeGreaterThan(0);
		expect(said).toMatch(/^There are no data of Shigikira in .*--data/);
		expect(said).not.toMatch(/\n\s+at /);
		expect([existsSync(nowhere), existsSync(join(folder, 'postgres'))]).toEqual([false, false]);
		expect(postgresProcessesIn(join(nowhere, 'postgres'))).toEqual([]);
	});

	it('says how it is used when it is asked for what it does not know', async () => {
		for (const args of [[], ['verify', '--tail', 'x'], ['mend']]) expect(await tool('tools/audit.ts', ...args)).toMatchObject({ code: 2 });
	});
});
