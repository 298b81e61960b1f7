import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchCommands } from './bench/commands.ts';
import { benchDirectory } from './bench/directory.ts';
import { benchFieldPage } from './bench/field-page.ts';
import { benchFigures } from './bench/figures.ts';
import { benchImport } from './bench/importing.ts';
import { startProgram, temporaryFolder } from './bench/program.ts';
import { atMost, told, type Result } from './bench/result.ts';
import { benchTwins } from './bench/twins.ts';
import { buildIfStale } from './build.ts';
import { weighPages } from './weight.ts';

const ROOT = join(import.meta.dirname, '..');
const PORT = 4790;

// Measures what DESIGN section 6 budgets, prints it, and keeps it in bench/results.json.
await buildIfStale();
const results: Result[] = [];
const house = await temporaryFolder();
try {
	const cold = await startProgram(house.path, PORT);
	results.push(told('start on an empty data folder to first page, pages built', cold.firstPageMs / 1000, 's'));
	await cold.stop();
	const warm = await startProgram(house.path, PORT);
	results.push(atMost('warm start to first page', 3, [warm.firstPageMs / 1000, 's']));
	await new Promise((resolve) => setTimeout(resolve, 3_000));
	results.push(...(await benchCommands(warm)));
	results.push(...(await benchFieldPage(warm)));
	results.push(...(await benchImport(warm)));
	results.push(...(await benchDirectory(warm, house.path)));
	await warm.stop();
} finally {
	await house.remove();
}
const counting = await temporaryFolder();
try {
	results.push(...(await benchFigures(counting.path, join(ROOT, 'migrations'))));
} finally {
	await counting.remove();
}
const twins = await temporaryFolder();
try {
	results.push(...(await benchTwins(twins.path, ROOT)));
} finally {
	await twins.remove();
}
for (const { page, script, style, most } of await weighPages()) {
	const name = `first load of ${page}, script and style`;
	results.push(most === undefined ? told(name, script + style, 'kB gzipped') : atMost(name, most, [script + style, 'kB gzipped']));
}

for (const { name, value, unit, budget, holds } of results)
	console.log(`${holds === false ? '✗' : holds ? '✓' : ' '} ${name}: ${value} ${unit}${budget ? ` (${budget})` : ''}`);
mkdirSync(join(ROOT, 'bench'), { recursive: true });
writeFileSync(
	join(ROOT, 'bench/results.json'),
	`${JSON.stringify({ date: new Date().toISOString(), commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT }).toString().trim(), machine: `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`, results }, null, '\t')}\n`,
);
