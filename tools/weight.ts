import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILD = join(import.meta.dirname, '../build');
const BUILT_FROM = join(import.meta.dirname, '../.svelte-kit/output/client/.vite/manifest.json');
const KB = 1000;
const MOST: Readonly<Record<string, number>> = { '(field)': 100, '(public)': 45 };
const MOST_STYLE = 14;

type Options = Readonly<{ csr?: boolean }>;
type Node = Readonly<{ imports: readonly string[]; stylesheets: readonly string[]; universal?: Options; server?: Options }>;
type Route = Readonly<{ id: string; page: Readonly<{ layouts: readonly (number | undefined)[]; leaf: number }> | null }>;
type Manifest = Readonly<{
	client: Readonly<{ imports: readonly string[]; stylesheets: readonly string[] }>;
	nodes: readonly (() => Promise<Node>)[];
	routes: readonly Route[];
}>;

/** The first load of one page: its script, with the words of the heaviest language, and its style, gzipped, in kB; and how much its area may have. */
export type Weight = Readonly<{ page: string; script: number; style: number; most: number | undefined }>;

/** Weighs the first load of every page of the build that stands in `build`. */
export async function weighPages(): Promise<readonly Weight[]> {
	const { manifest } = (await import(pathToFileURL(join(BUILD, 'server/manifest-full.js')).href)) as { manifest: Manifest & { _?: Manifest } };
	const { client, nodes } = manifest._ ?? manifest;
	const routes = (manifest._ ?? manifest).routes;
	return Promise.all(
		routes.flatMap(({ id, page }) => {
			if (!page) return [];
			const numbers = [...page.layouts, page.leaf].filter((number) => number !== undefined);
			return [Promise.all(numbers.map((number) => (nodes[number] as () => Promise<Node>)())).then((parts) => weighOne(id, parts, client))];
		}),
	);
}

/** Returns, in sentences, which pages are heavier than DESIGN section 6 allows. */
export async function faultsOfWeight(): Promise<readonly string[]> {
	return (await weighPages()).flatMap(({ page, script, style, most }) => [
		...(most !== undefined && script + style > most
			? [`${page} weighs ${(script + style).toFixed(1)} kB at first; at most ${most} kB are allowed.`]
			: []),
		...(style > MOST_STYLE ? [`${page} has ${style.toFixed(1)} kB of style; at most ${MOST_STYLE} kB are allowed.`] : []),
	]);
}

function weighOne(page: string, parts: readonly Node[], client: Manifest['client']): Weight {
	// The innermost part that says so decides whether the page has script at all.
	const scripted = parts.reduce((before, { universal, server }) => universal?.csr ?? server?.csr ?? before, true);
	const scripts = scripted ? [...client.imports, ...parts.flatMap(({ imports }) => imports)] : [];
	const styles = [...client.stylesheets, ...parts.flatMap(({ stylesheets }) => stylesheets)];
	const area = /^\/(\([a-z]+\))/.exec(page)?.[1] ?? '';
	const words = scripted ? heaviestWords(area) : 0;
	return { page, script: weigh(scripts) + words, style: weigh(styles), most: MOST[area] };
}

// Words are fetched when the language is known: a page has one catalog, a field page the smaller one.
function heaviestWords(area: string): number {
	const built = JSON.parse(readFileSync(BUILT_FROM, 'utf8')) as Record<string, { file: string }>;
	const files = ['fr', 'rn', 'en'].map((language) => built[`src/words.generated/${area === '(field)' ? 'field-' : ''}${language}.ts`]?.file);
	return Math.max(...files.map((file) => weigh(file ? [file] : [])));
}

function weigh(files: readonly string[]): number {
	const bytes = [...new Set(files)].map((file) => gzipSync(readFileSync(join(BUILD, 'client', file)), { level: 9 }).length);
	return bytes.reduce((sum, each) => sum + each, 0) / KB;
}

if (process.argv[1] === import.meta.filename) {
	for (const { page, script, style, most } of await weighPages()) {
		console.log(`${(script + style).toFixed(1).padStart(7)} kB (style ${style.toFixed(1)})${most ? ` ≤ ${most}` : ''}  ${page}`);
	}
}
