import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLACE_SCHEMES } from '#kernel/place.ts';
import { everyPlace } from '../../../../../tests/support/gazetteer.ts';
import { findPlace } from './find-place.ts';
import { gazetteerOf } from './gazetteer.ts';

const sources = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'));
const said = sources.flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/'registry\.(import-[a-z-]+)'/g)]);
// Made from parts: why no commune was found, and of which division it is.
const NOT_FOUND = ['unknown', 'ambiguous', 'contradicted', 'province-only', 'missing'];
const made = [...NOT_FOUND.map((kind) => `import-place-${kind}`), ...PLACE_SCHEMES.map((scheme) => `import-place-of-${scheme}`)];
const keys = new Set([...said.map(([, key]) => key), ...made].filter((key) => key !== 'import-place'));

describe('the sentences of the import', () => {
	it.each(['fr', 'rn', 'en'])('are all written, and show what stood in the cell: %s', (language) => {
		const file = join(import.meta.dirname, '../../messages', `${language}.json`);
		const written = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { text: string }>;
		expect(keys.size).toBeGreaterThan(20);
		expect([...keys].filter((key) => key === undefined || !(key in written))).toEqual([]);
		for (const key of [...keys].flatMap((each) => each ?? [])) expect(written[key]?.text, key).toMatch(/missing$/.test(key) ? /\S/ : /\{was\}/);
	});

	it('cover every way of not finding a place', () => {
		const gazetteer = gazetteerOf(everyPlace());
		const kindOf = (commune: string, province: string) => findPlace(gazetteer, { commune, province, scheme: '2017' }).kind;
		const met = [kindOf('Atlantis', ''), kindOf('Butaganzwa', ''), kindOf('Giheta', 'Rutana'), kindOf('', 'Gitega'), kindOf('', '')];
		expect(met).toEqual(NOT_FOUND);
	});
});
