import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const stores = ['src/**/*.store.test.ts', 'tests/**/*.test.ts'];

// Two cores: one program at a time.
const wholePrograms = { fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
	plugins: [svelte({ configFile: false })],
	test: {
		// Two cores, and others may work on them.
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/twins/**/*.test.ts'],
					exclude: ['**/*.store.test.ts'],
				},
			},
			{
				extends: true,
				test: {
					name: 'stores',
					include: stores,
					exclude: ['tests/start/**', 'tests/access/**', 'tests/hostile/**', 'tests/architecture/**', 'tests/twins/**'],
					globalSetup: ['tests/support/cluster-for-run.ts'],
					testTimeout: 30_000,
					hookTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					// Starts and kills whole programs, one after the other.
					name: 'start',
					include: ['tests/start/**/*.test.ts'],
					...wholePrograms,
				},
			},
			{ extends: true, test: { name: 'access', include: ['tests/access/**/*.test.ts'], ...wholePrograms } },
			{ extends: true, test: { name: 'hostile', include: ['tests/hostile/**/*.test.ts'], ...wholePrograms } },
		],
	},
});
