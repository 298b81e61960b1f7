// Runs on whatever Node the machine has, with nothing installed: it brings the packages and Node 24, then hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const WANTED = 24;

/**
 * Installs what is missing, then runs a TypeScript file of the project on Node 24 with the given arguments, and ends as it ends.
 * @param {string} script
 * @param {string[]} args
 * @param {string[]} flags what Node itself is told
 */
export async function run(script, args, flags = []) {
	process.env.INIT_CWD ??= process.cwd();
	process.chdir(root);
	install();
	const file = join(root, script);
	keepCompiled();
	if (Number(process.versions.node.split('.')[0]) >= WANTED) {
		// Node hears flags only at its beginning: it begins anew in the same process, where the system knows how.
		if (flags.length > 0 && process.platform !== 'win32' && process.execve) {
			process.removeAllListeners('warning');
			process.execve(process.execPath, [process.execPath, ...flags, file, ...args]);
		}
		process.argv = [process.execPath, file, ...args];
		await import(pathToFileURL(file).href);
		return;
	}
	const child = spawn(node24(), [...flags, file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	process.on('SIGINT', () => child.kill('SIGINT'));
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	process.on('SIGHUP', () => child.kill('SIGHUP'));
	child.on('error', (failure) => stop(failure.message));
	child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

// Compiled once per version: later starts are quicker, and keep 20 MB less, than with the compiler at hand.
function keepCompiled() {
	process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
	if (typeof module.enableCompileCache === 'function') module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/**
 * Takes a sentence in French and in English and returns the one that the terminal reads.
 * @param {string} french
 * @param {string} english
 */
export function inTerminal(french, english) {
	return (process.env.LC_ALL || process.env.LANG || '').startsWith('fr') ? french : english;
}

function install() {
	if (isInstalled()) return;
	console.log(inTerminal('Installation des paquets (une à deux minutes la première fois)…', 'Installing packages (a minute or two the first time)…'));
	const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	const { status, error } = spawnSync('npm', options, { stdio: 'inherit', shell: process.platform === 'win32' });
	if (status === 0) return;
	stop(
		inTerminal(
			`« npm ci » a échoué${error ? ` (${error.message})` : ''}. Vérifiez que cette machine atteint le registre npm, puis recommencez.`,
			`"npm ci" failed${error ? ` (${error.message})` : ''}. Check that this machine reaches the npm registry, then try again.`,
		),
	);
}

// npm keeps beside the packages a list of what it put there: it must hold what the lock file asks for.
function isInstalled() {
	const there = packagesIn(join(root, 'node_modules', '.package-lock.json'));
	if (!there) return false;
	const wanted = packagesIn(join(root, 'package-lock.json')) ?? {};
	return Object.entries(wanted).every(([path, { version, optional }]) => !path || (there[path] ? there[path].version === version : optional));
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }> | undefined}
 */
function packagesIn(file) {
	if (!existsSync(file)) return undefined;
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

function node24() {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const file = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(file)) return file;
	return stop(
		inTerminal(
			`Il faut Node ${WANTED} ; celui de cette machine est ${process.versions.node}, et il n'y a pas de paquet pour ${process.platform}-${process.arch}.`,
			`Node ${WANTED} is needed; this machine has ${process.versions.node}, and there is no package for ${process.platform}-${process.arch}.`,
		),
	);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}
