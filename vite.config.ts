import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { groupsOfChunks } from './tools/chunks.ts';
import { wordsPlugin } from './tools/compile-words.ts';

export default defineConfig({
	plugins: [
		wordsPlugin(),
		sveltekit({
			adapter: adapter(),
			compilerOptions: { runes: true },
			// Without network every field page is the one page that was kept: its assets must not depend on its address.
			paths: { relative: false },
			// The page registers the service worker itself, where it is wanted.
			serviceWorker: { register: false },
			csp: {
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// Widths of bars are written on the server as style attributes, which can run nothing.
					'style-src-attr': ['unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'worker-src': ['self'],
					'manifest-src': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
					'base-uri': ['none'],
				},
			},
		}),
	],
	// The oldest phones that animators carry run Chrome 90.
	build: { target: 'chrome90', cssTarget: 'chrome90' },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// Svelte does not say that these do nothing by being there: a page that takes one of them would carry them all.
					treeshake: { moduleSideEffects: [{ test: /\/svelte\/src\/(reactivity\/|.*\/custom-element\.js$)/, sideEffects: false }] },
					output: { codeSplitting: { groups: groupsOfChunks } },
				},
			},
		},
	},
	server: { port: 4780 },
});
