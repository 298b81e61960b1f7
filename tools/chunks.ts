type Graph = Readonly<{ getModuleInfo: (id: string) => Readonly<{ importers: readonly string[] }> | null }>;

// In the order in which they take their modules: each draws in what its own modules need and nobody before took.
const CHUNKS = ['start', 'framework', 'everywhere', 'field', 'office'] as const;
type Chunk = (typeof CHUNKS)[number];

// Kit fills its payload before it fetches itself: what stands here must run first, and without the rest.
const START = /\/kit\/src\/runtime\/client\/payload\.js$|preload-helper/;
const APART = /\/kit\/src\/runtime\/client\/(entry|client-entry)\.js$|\/client-optimized\/app\.js$/;
const FRAMEWORK = /\/kit\/src\/runtime\/client\/client-entry\.js$/;
const FIELD = /\/src\/routes\/\(field\)\/(.*\/)?\+(page|layout|error)\.(svelte|ts)$/;
const OFFICE = /\/src\/routes\/\(office\)\/(.*\/)?\+(page|layout|error)\.(svelte|ts)$/;
// What makes a page a sheet of paper must not come to pages that are none.
const PAPER = /\/src\/ui\/paper\.css$/;
const SHARED_BY = 3;

/**
 * How modules stand together in the files of the browser: a few files rather than a hundred small ones, which pack worse, are read
 * one after the other, and are each named in the list of routes that every phone carries. The framework stands apart from what is
 * ours, and changes less often; what only pages of the office share never comes to a phone's field pages.
 */
export const groupsOfChunks = CHUNKS.map((chunk, place) => ({
	name: (module: string, graph: Graph) => (chunkOf(module, graph) === chunk ? chunk : null),
	priority: CHUNKS.length - place,
}));

function chunkOf(module: string, graph: Graph): Chunk | undefined {
	if (START.test(module)) return 'start';
	if (APART.test(module) || PAPER.test(module)) return undefined;
	const above = importersOf(module, graph);
	if (above.some((one) => FRAMEWORK.test(one))) return 'framework';
	const offices = above.filter((one) => OFFICE.test(one)).length;
	if (above.some((one) => FIELD.test(one))) return offices > 0 ? 'everywhere' : 'field';
	// What a field page fetches only when it is asked for must not bring the office with it.
	return offices >= SHARED_BY && !above.some((one) => one.includes('/src/routes/(field)/')) ? 'office' : undefined;
}

function importersOf(module: string, graph: Graph): readonly string[] {
	const seen = new Set([module]);
	for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer);
	return [...seen].map((one) => one.replaceAll('\\', '/'));
}
