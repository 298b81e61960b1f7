import { describe, expect, it } from 'vitest';
import { capabilities } from '#app/capabilities.ts';
import { catalog as en } from '#words/en.ts';
import { catalog as fr } from '#words/fr.ts';
import { catalog as rn } from '#words/rn.ts';
import { filesOf } from './tree.ts';

const commands = [...capabilities.commands.values()];
const sources = filesOf('src/{capabilities/*,platform/access}/commands/*.ts');
const tests = sources.filter(({ path }) => path.endsWith('.test.ts'));

describe('every command', () => {
	it.each(commands.map(({ name, permission }) => [name, permission]))('%s has a permission that some role gives', (_, permission) => {
		expect(capabilities.permissions.get(permission)?.length).toBeGreaterThan(0);
	});

	it.each(sources.filter((source) => !tests.includes(source)).map(({ path, text }) => [path, text]))('of %s is tested beside it', (path, text) => {
		const beside = tests.find((test) => test.path === path.replace(/\.ts$/, '.test.ts'));
		const made = [...text.matchAll(/export const (\w+) = /g)]
			.map(([, name = '']) => name)
			.filter((name) =>
				/define|adding[A-Z]|say[A-Z]|marking[A-Z]|touching[A-Z]|handOut|openAccount/.test(
					text.split(`export const ${name} = `)[1]?.slice(0, 40) ?? '',
				),
			);
		expect(made.length).toBeGreaterThan(0);
		for (const name of made) expect(beside?.text).toContain(name);
	});

	it('has a name of its capability and a verb', () => {
		for (const { name } of commands) expect(name).toMatch(/^[a-z-]+\.[a-z]+-[a-z-]+$/);
	});

	it('reads in its input who owns what it writes, from a record or a scope', () => {
		for (const command of commands) expect(typeof command.scope).toBe('function');
	});
});

describe('every refusal', () => {
	const keys = filesOf('src/**/*.ts')
		.filter(({ path }) => !/\.test\.ts$|builders\.ts$|words\.generated/.test(path))
		.flatMap(({ path, text }) => [...text.matchAll(/refuse\(\s*'([a-z-]+\.[a-z-]+)'/g)].map(([, key = '']) => [key, path] as const));

	it.each(keys)('%s (%s) is a sentence in French, Kirundi and English', (key) => {
		for (const { messages } of [fr, rn, en]) expect(messages[key as keyof typeof messages]).toBeTruthy();
	});
});

describe('every table of a capability', () => {
	it.each([...capabilities.tables.values()].map((table) => [table.name, table] as const))(
		'%s has an id and a scope that owns each row',
		(_, table) => {
			expect([...table.columns.keys()]).toEqual(expect.arrayContaining(['id', 'scopeId']));
		},
	);
});
