import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const sheets = readdirSync(import.meta.dirname)
	.filter((name) => name.endsWith('.css'))
	.map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }));
const tokens = sheets.find(({ name }) => name === 'tokens.css')?.text ?? '';

/** The declarations of the first block that follows a selector, without the space around them. */
function block(selector: string, after = ''): string[] {
	const start = tokens.indexOf(selector, tokens.indexOf(after));
	const inside = tokens.slice(tokens.indexOf('{', start) + 1, tokens.indexOf('}', start));
	return inside
		.split(';')
		.map((line) => line.trim())
		.filter(Boolean);
}

describe('the tokens', () => {
	it('give the system that asks for contrast the sun theme, and the one that asks for dark the dark theme', () => {
		expect(block(':root:not([data-theme])', '(prefers-contrast: more)')).toEqual(block(":root[data-theme='sun']"));
		expect(block(':root:not([data-theme])', '(prefers-color-scheme: dark)')).toEqual(block(":root[data-theme='dark']"));
		expect(block(":root[data-theme='dark']").length).toBeGreaterThan(20);
	});
});

describe('the style sheets', () => {
	it.each(sheets)('$name runs on Chrome 90: no nesting, no :has(), no light-dark(), no layers or containers', ({ text }) => {
		expect(text).not.toMatch(/:has\(|light-dark\(|color-mix\(|@layer|@container|\d(d|s|l)vh\b|(^|\s)&/);
	});

	it('are light: 14 kB gzipped at most, all together', () => {
		expect(gzipSync(sheets.map(({ text }) => text).join('\n')).length).toBeLessThan(14_000);
	});
});
