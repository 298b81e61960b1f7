import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import { memoryOf, signIn, type Program } from './program.ts';
import { atMost, told, type Result } from './result.ts';

const LINES = 5_000;
const BEGINNINGS = [
	'Abarimyi',
	'Abavyeyi',
	'Urunani',
	'Dusasirane',
	'Twiyungunganye',
	'Association des jeunes',
	'Groupement des femmes',
	'Ishirahamwe',
];
const ENDS = ['b’i', 'de', 'du', 'ba', 'bo', 'ya'];

/**
 * Measures a list of 5 000 lines from the file to the registry, as a browser does it: given, read apart, its faulty lines left
 * out, and all others registered at once. Misspelt communes, French dates, telephones in several forms, one line in fifty wrong.
 */
export async function benchImport(program: Program): Promise<readonly Result[]> {
	const cookie = await signIn(program.base, 'alice', program.password);
	const browse = browser(program.base, cookie);
	const partnerId = /<option value="([0-9a-f-]{36})"/.exec(await browse.text('/organisations/importer'))?.[1] ?? '';
	let most = memoryOf(program.pid);
	const watching = setInterval(() => (most = Math.max(most, memoryOf(program.pid))), 50);
	try {
		return await measured(browse, partnerId, () => most);
	} finally {
		clearInterval(watching);
	}
}

async function measured(browse: Browser, partnerId: string, most: () => number): Promise<readonly Result[]> {
	const began = performance.now();
	const read = await listRead(browse, partnerId);
	const reading = performance.now() - began;
	await browse.post(`${read}?/leave&onglet=to-correct`, { form: newId(), reason: 'Mesure' });
	await browse.post(`${read}?/leave&onglet=to-decide`, { form: newId(), reason: 'Mesure' });
	const finishing = performance.now();
	await browse.post(`${read}?/finish`, { form: newId(), partnerId });
	const finished = performance.now();
	const taken = Number(/(\d+)[^0-9<]*organisations? inscrites?/.exec((await browse.text(read)).replaceAll(/[\u202f\u00a0]/g, ''))?.[1] ?? 0);
	if (taken < LINES * 0.8) throw new Error(`Only ${taken} of ${LINES} lines were registered`);
	return [
		atMost(`import of ${LINES} lines, from the file to the registry`, 60, [(finished - began) / 1000, 's']),
		told('… until its lines are shown', reading / 1000, 's'),
		told('… registering those that are ready, in one transaction', (finished - finishing) / 1000, 's'),
		told('… memory of the program at its most (RSS of its Node process)', most(), 'MiB'),
	];
}

type Browser = Readonly<{
	text: (path: string) => Promise<string>;
	post: (path: string, fields: Readonly<Record<string, string>>) => Promise<void>;
	give: (path: string, form: FormData) => Promise<string>;
	goesTo: (path: string) => Promise<string | undefined>;
}>;

function browser(base: string, cookie: string): Browser {
	const ask = (path: string, more: RequestInit = {}) =>
		fetch(`${base}${path}`, { redirect: 'manual', ...more, headers: { cookie, origin: base, 'accept-language': 'fr', accept: 'text/html' } });
	const located = (response: Response) => response.headers.get('location') ?? undefined;
	return {
		text: async (path) => (await ask(path)).text(),
		post: async (path, fields) => {
			const response = await ask(path, { method: 'POST', body: new URLSearchParams(fields) });
			// Nothing to leave out is said with a refusal, and is no fault of the measurement.
			if (response.status !== 303 && !path.includes('leave')) throw new Error(`${path}: ${response.status}`);
		},
		give: async (path, form) => located(await ask(path, { method: 'POST', body: form })) ?? '',
		goesTo: async (path) => located(await ask(path)),
	};
}

async function listRead(browse: Browser, partnerId: string): Promise<string> {
	const form = new FormData();
	form.set('form', newId());
	form.set('partnerId', partnerId);
	form.set('placeScheme', '2025');
	form.set('kindByDefault', 'association');
	form.set('list', new File([aList()], 'mesure.csv', { type: 'text/csv' }));
	let address = await browse.give('/organisations/importer', form);
	while (address.includes('/lecture/')) {
		await new Promise((resolve) => setTimeout(resolve, 100));
		address = (await browse.goesTo(address)) ?? address;
	}
	if (!/importer\/[0-9a-f-]{36}$/.test(address)) throw new Error(`The list was not read: ${address}`);
	return address;
}

function aList(): string {
	const communes = readFileSync(join(import.meta.dirname, '../../programmes/places/communes-2025.csv'), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(',').slice(0, 2));
	const lines = Array.from({ length: LINES }, (_, at) => {
		const [, name = ''] = communes[at % communes.length] ?? [];
		const commune = at % 10 === 3 ? name.replace('a', 'aa') : name;
		const day = at % 50 === 7 ? '31/02/2014' : `${1 + (at % 28)}/${1 + (at % 12)}/${2001 + (at % 20)}`;
		const phone = at % 3 === 0 ? `79${String(100_000 + at)}` : `+257 71 ${String(10 + (at % 90))} ${String(10 + (at % 80))} 33`;
		const title = `${BEGINNINGS[at % BEGINNINGS.length]} ${ENDS[at % ENDS.length]} ${name} ${at}`;
		return [title, commune, 10 + (at % 60), 5 + (at % 40), `530/${at}`, day, `Personne Inventée ${at}`, phone, 'gouvernance'].join(';');
	});
	return ['Nom;Commune;Femmes;Hommes;Numéro agrément;Date agrément;Responsable;Téléphone;Thèmes', ...lines].join('\r\n');
}
