import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const NAMELESS = /^(utils?|helpers?|common|shared|misc|lib|core|services?|manager|handler|types|constants)$/;
const FRAMEWORK = /^(\+.*|app\.d|hooks\.server|service-worker|index)$/;

/** Returns, in sentences, which source files are longer than STYLE allows, are named as it forbids, or skip a test. */
export function faultsOfFiles(): readonly string[] {
	const files = globSync(['src/**/*.{ts,svelte,css}', 'tests/**/*.ts', 'tools/**/*.{ts,mjs}', 'bench/**/*.ts'], {
		cwd: ROOT,
		exclude: ['src/words.generated/**', '**/.svelte-kit/**'],
	});
	return files.sort().flatMap((file) => [...faultsOfLength(file), ...faultsOfName(file), ...faultsOfSkipping(file)]);
}

function faultsOfSkipping(file: string): readonly string[] {
	if (!/\.(test|spec)\.ts$/.test(file)) return [];
	const skipped = /\b(it|test|describe)\.(skip|only|todo|fixme)\b/.exec(readFileSync(join(ROOT, file), 'utf8'));
	return skipped ? [`${file}: "${skipped[0]}" leaves a promise untested.`] : [];
}

function faultsOfLength(file: string): readonly string[] {
	const lines = readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1;
	const most = mostLines(file);
	return lines > most ? [`${file} has ${lines} lines; at most ${most} are allowed.`] : [];
}

function mostLines(file: string): number {
	if (/\.(test|spec)\.ts$/.test(file)) return 400;
	// A style sheet is a list of parts, not a piece of reasoning.
	if (file.endsWith('.css')) return 600;
	return file.endsWith('.svelte') ? 200 : 300;
}

function faultsOfName(file: string): readonly string[] {
	const parts = file.split('/');
	const name = basename(file).replace(/(\.store|\.property)?(\.test|\.spec)?(\.svelte)?\.(ts|mjs|css|svelte)$/, '');
	const empty = [...parts.slice(0, -1), name].filter((part) => NAMELESS.test(part));
	const faults = empty.map((part) => `${file}: "${part}" names nothing (STYLE, Names).`);
	const well = file.endsWith('.svelte') ? /^[A-Z][A-Za-z0-9]*$/ : /^[a-z0-9]+(-[a-z0-9]+)*$/;
	return FRAMEWORK.test(name) || well.test(name)
		? faults
		: [...faults, `${file}: write its name ${file.endsWith('.svelte') ? 'LikeThis' : 'like-this'}.`];
}
