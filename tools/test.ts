import { buildIfStale } from './build.ts';
import { runChecks } from './checks.ts';
import { testJourneys, testSources, type Count } from './test-runs.ts';

// Everything, on a machine that has nothing: the checks, rules and laws, stores, whole programs, journeys.
const steps: readonly [string, () => Promise<Count>][] = [
	['Checks', runChecks],
	['Rules, laws and stores', () => testSources(['unit', 'stores'])],
	['Pages', build],
	['Who may see and do what', () => testSources(['access'])],
	['Absurd input', () => testSources(['hostile'])],
	['Starting and stopping', () => testSources(['start'])],
	['Journeys', testJourneys],
];

let passed = 0;
let failed = 0;
for (const [name, step] of steps) {
	console.log(`\n— ${name} —`);
	const count = await step().catch((failure: unknown) => {
		console.error(failure);
		return { passed: 0, failed: 1 };
	});
	passed += count.passed;
	failed += count.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
process.exit();

async function build(): Promise<Count> {
	await buildIfStale();
	return { passed: 1, failed: 0 };
}
