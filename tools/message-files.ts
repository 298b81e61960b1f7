import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LANGUAGES, type Language } from '../src/kernel/language.ts';

/** A message as it is written in a file of one language. */
export type Written = Readonly<{ text: string; confidence?: string; careful?: boolean; file: string }>;

/** All messages by key and language, and what was wrong with the files, in sentences. */
export type Collected = Readonly<{ messages: ReadonlyMap<string, Partial<Record<Language, Written>>>; faults: readonly string[] }>;

/** Collects the messages of every part of the program. Takes the project's folder; returns them by full key ("needs.title"). */
export function collectMessages(root: string): Collected {
	const messages = new Map<string, Partial<Record<Language, Written>>>();
	const faults: string[] = [];
	for (const file of messageFiles(join(root, 'src'))) {
		const language = LANGUAGES.find((each) => file.endsWith(`/${each}.json`)) ?? 'fr';
		const shown = relative(root, file);
		for (const [name, written] of Object.entries(readFile(file, shown, faults))) {
			const key = `${prefixOf(shown)}.${name}`;
			const fault = faultOf(name, written, language);
			if (fault) faults.push(`${shown}: "${name}" ${fault}.`);
			if (typeof written?.text !== 'string') continue;
			const entry = messages.get(key) ?? {};
			if (entry[language]) faults.push(`${shown}: "${name}" is also written in ${entry[language].file}.`);
			messages.set(key, { ...entry, [language]: { ...written, file: shown } });
		}
	}
	return { messages, faults };
}

/** The keys that code refuses with, and the file of each: every refusal must have its sentence. */
export function refusalKeys(root: string): ReadonlyMap<string, string> {
	return keysIn(
		sources(root).filter(({ file }) => file.endsWith('.ts')),
		/\brefuse\(\s*'([^']+)'|'(platform\.[a-z-]+)'/g,
	);
}

/** The keys that some files or folders say: those written whole, and the beginnings of those made from parts. */
export function keysSaidIn(root: string, places: readonly string[]): Readonly<{ whole: ReadonlySet<string>; beginnings: readonly string[] }> {
	const said = sources(root).filter(({ file }) => places.some((place) => file.startsWith(place)));
	const whole = keysIn(said, /['"`]([a-z-]+\.[a-z0-9-]+)['"`]/g);
	return { whole: new Set(whole.keys()), beginnings: [...keysIn(said, /["`]([a-z-]+\.[a-z0-9-]*)\$?\{/g).keys()] };
}

function sources(root: string): readonly { file: string; text: string }[] {
	const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => `src/${file.replaceAll('\\', '/')}`);
	const written = files.filter(
		(file) => /\.(ts|svelte)$/.test(file) && !/(\.test|\/builders)\.ts$/.test(file) && !file.startsWith('src/words.generated'),
	);
	return written.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

function keysIn(read: readonly { file: string; text: string }[], shape: RegExp): ReadonlyMap<string, string> {
	return new Map(read.flatMap(({ file, text }) => [...text.matchAll(shape)].map((found) => [found[1] ?? found[2] ?? '', file] as const)));
}

function messageFiles(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names
		.filter((name) => /(^|\/)messages\/(.+\/)?(fr|rn|en)\.json$/.test(name.replaceAll('\\', '/')))
		.sort()
		.map((name) => join(folder, name));
}

// src/capabilities/needs/messages/fr.json → needs; src/platform/messages/words/fr.json → platform; src/routes/messages/… → page.
function prefixOf(file: string): string {
	const folders = file.replaceAll('\\', '/').split('/');
	const owner = folders[folders.indexOf('messages') - 1] ?? '';
	return owner === 'routes' ? 'page' : owner;
}

function readFile(file: string, shown: string, faults: string[]): Record<string, Omit<Written, 'file'>> {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Omit<Written, 'file'>>;
	} catch (fault) {
		faults.push(`${shown}: is not JSON (${fault instanceof Error ? fault.message : String(fault)}).`);
		return {};
	}
}

function faultOf(name: string, written: Omit<Written, 'file'> | null, language: Language): string | undefined {
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return 'is not a name in small letters, figures and hyphens';
	if (typeof written?.text !== 'string' || written.text.trim() === '') return 'has no text';
	if (language !== 'fr' && written.careful !== undefined) return 'is marked careful here: that mark belongs to fr.json, and holds for every language';
	if (language === 'rn' && !['low', 'medium', 'high', 'reviewed'].includes(written.confidence ?? ''))
		return 'has no confidence (low, medium, high or reviewed)';
	const unwanted = language === 'fr' ? /\b(erreur|invalide|veuillez|synchronis\w*)/i.exec(written.text) : null;
	return unwanted ? `says "${unwanted[0]}", a word the guide keeps out` : undefined;
}
