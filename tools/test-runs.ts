import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './spoken.ts';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test-results');

/** How many tests passed and how many did not. A test that was skipped did not pass. */
export type Count = Readonly<{ passed: number; failed: number }>;

/** Runs the tests of the named Vitest projects, aloud. A run that ends without telling its count is one failure. */
export async function testSources(projects: readonly string[]): Promise<Count> {
	const results = join(RESULTS, `vitest-${projects.join('-')}.json`);
	makeRoomFor(results);
	const named = projects.flatMap((project) => ['--project', project]);
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${results}`];
	const { code } = await runScript(['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...named, ...reporters], { aloud: true });
	const told = read(results) as { numPassedTests?: number; numTotalTests?: number; numFailedTestSuites?: number } | undefined;
	const passed = told?.numPassedTests ?? 0;
	const failed = (told?.numTotalTests ?? 0) - passed;
	return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Runs the journeys in a real browser, aloud. */
export async function testJourneys(): Promise<Count> {
	if (globSync('tests/journeys/**/*.spec.ts', { cwd: ROOT }).length === 0) return { passed: 0, failed: 0 };
	const results = join(RESULTS, 'journeys.json');
	makeRoomFor(results);
	const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: results };
	const { code } = await runScript(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], { aloud: true, environment });
	const { stats } = (read(results) ?? {}) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } };
	const failed = stats ? stats.unexpected + stats.skipped : 0;
	return { passed: stats ? stats.expected + stats.flaky : 0, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function makeRoomFor(results: string): void {
	mkdirSync(RESULTS, { recursive: true });
	rmSync(results, { force: true });
}

function read(file: string): unknown {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
}
