// The floors of STYLE: imports go down, never up or sideways. If an import is refused, the code is on the wrong floor.
const TESTS = '\\.(test|spec)\\.ts$|/builders\\.ts$';
const WORDS = '^src/words\\.generated/';
const DECISIONS = '^src/capabilities/[^/]+/(schema|access|records|facts|manifest|index)\\.ts$|^src/capabilities/[^/]+/(rules|commands|reactions)/';

// Who may know whom: everyone knows those who come before it on this line; what answers needs knows needs.
const ORDER = ['programme', 'people', 'registry', 'needs'];
const EVERYONES = ['programme', 'people', 'registry'];
const ANSWERS = ['training', 'equipment', 'exchanges', 'micro-projects', 'advocacy', 'capacity'];

const within = (folder) => `^src/${folder}/`;
const door = (names) => (names.length > 0 ? [`^src/capabilities/(${names.join('|')})/index\\.ts$`] : []);

function mayKnow(capability) {
	if (ORDER.includes(capability)) return ORDER.slice(0, ORDER.indexOf(capability));
	return ANSWERS.includes(capability) ? ORDER : EVERYONES;
}

function floor(name, below) {
	return {
		name: `${name}-imports-down`,
		severity: 'error',
		from: { path: within(name), pathNot: TESTS },
		to: { path: '^(src|tests|tools)/', pathNot: [within(name), WORDS, ...below] },
	};
}

const CAPABILITIES = [...ORDER, ...ANSWERS, ...['manuals', 'accountability', 'complaints', 'savings', 'credit', 'indicators', 'reports']];

export default {
	forbidden: [
		{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
		{ name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^\\$', '^virtual:', '^\\./\\$types'] } },
		floor('kernel', []),
		{ name: 'kernel-needs-nothing', severity: 'error', from: { path: within('kernel'), pathNot: TESTS }, to: { dependencyTypes: ['npm', 'core'] } },
		floor('platform', [within('kernel')]),
		floor('ui', [within('kernel'), within('platform/messages')]),
		...CAPABILITIES.map((capability) =>
			floor(`capabilities/${capability}`, [within('kernel'), within('platform'), within('ui'), ...door(mayKnow(capability))]),
		),
		floor('app', [
			within('kernel'),
			within('platform'),
			'^src/capabilities/[^/]+/(manifest|index)\\.ts$',
			'^src/capabilities/[^/]+/(server|device)/',
		]),
		floor('routes', ['^src/(kernel|platform|ui|capabilities|app)/', '^src/app\\.css$']),
		{
			name: 'complaints-are-known-to-nobody',
			severity: 'error',
			from: { path: '^src/', pathNot: ['^src/capabilities/complaints/', '^src/app/', '^src/routes/'] },
			to: { path: within('capabilities/complaints') },
		},
		{
			name: 'decisions-touch-nothing',
			comment: 'No SQL, no storage, no Svelte: what a decision needs is handed to it.',
			severity: 'error',
			from: { path: DECISIONS, pathNot: TESTS },
			to: { path: ['\\.svelte$', '^node_modules/(pg|kysely|idb|svelte|better-auth)/', '/server/', '/device/', '^node:'] },
		},
		{ name: 'decisions-use-no-machine', severity: 'error', from: { path: DECISIONS, pathNot: TESTS }, to: { dependencyTypes: ['core'] } },
		{ name: 'pages-speak-no-sql', severity: 'error', from: { path: within('routes') }, to: { path: '^node_modules/(pg|kysely)/' } },
		{
			name: 'the-phone-carries-no-server',
			severity: 'error',
			from: { path: '/device/', pathNot: TESTS },
			to: { path: ['/server/', '^node_modules/(pg|kysely)/'] },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['^\\.svelte-kit', '^build', '/\\$types', '\\$app/', '\\$env/', '\\$service-worker'] },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
			extensions: ['.ts', '.js', '.svelte', '.json'],
		},
	},
};
