import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchAttendanceGrid } from './bench/attendance-grid.ts';
import { benchCommands } from './bench/commands.ts';
import { benchDirectory } from './bench/directory.ts';
import { benchFieldPage } from './bench/field-page.ts';
import { benchFigures } from './bench/figures.ts';
import { benchImport } from './bench/importing.ts';
import { startProgram, temporaryFolder } from './bench/program.ts';
import { atMost, told, type Result } from './bench/result.ts';
import { benchSessions } from './bench/sessions.ts';
import { benchTwins } from './bench/twins.ts';
import { buildIfStale } from './build.ts';
import { weighPages } from './weight.ts';

const ROOT = join(import.meta.dirname, '..');
const PORT = 4790;

// Measures what DESIGN section 6 budgets, prints it, and keeps it in bench/results.json.
await buildIfStale();
const results: Result[] = [];
// Each is said as soon as it is measured: a measurement that breaks costs no other.
function keep(...measured: readonly Result[]): void {
	results.push(...measured);
	for (const { name, value, unit, budget, holds } of measured)
		console.log(`${holds === false ? '✗' : holds ? '✓' : ' '} ${name}: ${value} ${unit}${budget ? ` (${budget})` : ''}`);
}
const house = await temporaryFolder();
try {
	const cold = await startProgram(house.path, PORT);
	keep(told('start on an empty data folder to first page, pages built', cold.firstPageMs / 1000, 's'));
	await cold.stop();
	const warm = await startProgram(house.path, PORT);
	keep(atMost('warm start to first page', 3, [warm.firstPageMs / 1000, 's']));
	await new Promise((resolve) => setTimeout(resolve, 3_000));
	keep(...(await benchCommands(warm)));
	keep(...(await benchFieldPage(warm)));
	keep(...(await benchAttendanceGrid(warm)));
	keep(...(await benchSessions(warm, house.path)));
	keep(...(await benchDirectory(warm, house.path)));
	// Last: the program goes on looking for twins of what was imported.
	keep(...(await benchImport(warm)));
	await warm.stop();
} finally {
	await house.remove();
}
const counting = await temporaryFolder();
try {
	keep(...(await benchFigures(counting.path, join(ROOT, 'migrations'))));
} finally {
	await counting.remove();
}
const twins = await temporaryFolder();
try {
	keep(...(await benchTwins(twins.path, ROOT)));
} finally {
	await twins.remove();
}
for (const { page, script, style, most } of await weighPages()) {
	const name = `first load of ${page}, script and style`;
	keep(most === undefined ? told(name, script + style, 'kB gzipped') : atMost(name, most, [script + style, 'kB gzipped']));
}

mkdirSync(join(ROOT, 'bench'), { recursive: true });
writeFileSync(
	join(ROOT, 'bench/results.json'),
	`${JSON.stringify({ date: new Date().toISOString(), commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT }).toString().trim(), machine: `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`, results }, null, '\t')}\n`,
);
