import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const framework = ['*.config.{js,ts}', 'src/routes/**', 'tests/support/{cluster-for-run,build-first}.ts'];

export default defineConfig(
	{ ignores: ['build/', 'data/', '.svelte-kit/', 'node_modules/', 'src/words.generated/', 'test-results/', 'playwright-report/', '**/*.mjs'] },
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		files: ['**/*.{ts,svelte}'],
		languageOptions: {
			parserOptions: { parser: ts.parser, projectService: true, extraFileExtensions: ['.svelte'], tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportDefaultDeclaration', message: 'Named exports only (STYLE, Writing).' },
				{ selector: 'TSEnumDeclaration', message: 'No enum (STYLE, Writing).' },
			],
			'max-lines-per-function': ['error', { max: 50 }],
			'max-params': ['error', 3],
			'no-console': 'off',
			'prefer-const': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			// Both misread what the compiler says and how lines are broken.
			'svelte/no-unused-svelte-ignore': 'off',
			'svelte/no-useless-mustaches': 'off',
			'svelte/require-each-key': 'error',
			'svelte/no-at-html-tags': 'error',
		},
	},
	{ files: framework, rules: { 'no-restricted-syntax': 'off' } },
	// A test's body is a list of sentences, and may be long.
	{ files: ['**/*.test.ts', '**/*.spec.ts', 'tests/**'], rules: { 'max-lines-per-function': 'off' } },
	// Svelte writes to what it watches.
	{ files: ['**/*.svelte', '**/*.svelte.ts'], rules: { 'prefer-const': 'off' } },
);
