import { runChecks } from './checks.ts';
import { testSources } from './test-runs.ts';

// What the build runs: quick enough to run before every commit.
const held = await runChecks();
const tested = await testSources(['unit']);
const failed = held.failed + tested.failed;
console.log(`\n${held.passed + tested.passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
