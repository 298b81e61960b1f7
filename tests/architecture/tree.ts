import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The files of the project that fit a pattern, with their text. */
export function filesOf(pattern: string): readonly Readonly<{ path: string; text: string }>[] {
	return globSync(pattern, { cwd: ROOT })
		.sort()
		.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(ROOT, path), 'utf8') }));
}
