import { buildIfStale } from './build.ts';
import { faultsOfFiles } from './limits.ts';
import { runScript } from './spoken.ts';
import { faultsOfWeight } from './weight.ts';

/** One thing that every change must hold. `faults` says in text what is wrong, or nothing. */
export type Check = Readonly<{ name: string; faults: () => Promise<string> }>;

/** What every change must hold, the quickest to tell first. */
export const CHECKS: readonly Check[] = [
	{ name: 'messages are complete in three languages', faults: script('tools/compile-words.ts', '--check') },
	{ name: 'files are short and named', faults: async () => faultsOfFiles().join('\n') },
	{ name: 'format', faults: script('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
	{
		name: 'imports go down',
		faults: script('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', '.dependency-cruiser.js'),
	},
	{ name: 'nothing unused', faults: script('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints') },
	{ name: 'lint', faults: script('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.') },
	{ name: 'types', faults: script('node_modules/svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings') },
	{ name: 'pages are light', faults: weight },
];

/** Runs all checks, saying each, and the faults of those that fail. Returns how many held and how many did not. */
export async function runChecks(): Promise<Readonly<{ passed: number; failed: number }>> {
	let failed = 0;
	// A fresh clone has neither the types of its routes nor its words: every check after this one reads them.
	const unprepared = await script('node_modules/@sveltejs/kit/svelte-kit.js', 'sync')();
	if (unprepared) console.log(unprepared);
	for (const { name, faults } of CHECKS) {
		const begun = Date.now();
		const found = (await faults().catch((failure: unknown) => String(failure))).trim();
		console.log(`${found ? '✗' : '✓'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
		if (!found) continue;
		failed += 1;
		console.log(found.replaceAll(/^/gm, '    '));
	}
	return { passed: CHECKS.length - failed, failed };
}

function script(...args: string[]): () => Promise<string> {
	return async () => {
		const { code, said } = await runScript(args);
		return code === 0 ? '' : said || `${args[0]} ended with ${code}`;
	};
}

async function weight(): Promise<string> {
	await buildIfStale();
	return (await faultsOfWeight()).join('\n');
}
