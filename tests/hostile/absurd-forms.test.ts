import { afterAll, describe, expect, it } from 'vitest';
import { asSuperuser } from '../support/embedded.ts';
import { forget, startProgram } from '../support/program.ts';
import { faultsSaid, formsOf, plain, readable, type Form } from './forms.ts';
import { cookieOf, personAt, type Person } from './sign-in.ts';

const program = await startProgram();
const cookies = { alice: await cookieOf(program, 'alice'), cyprien: await cookieOf(program, 'cyprien') };

afterAll(async () => {
	await program.stop();
	forget(program.dataFolder);
});

const ABSURD: Readonly<Record<string, string>> = {
	'nothing but spaces': '   ',
	'a million characters': 'mu'.repeat(500_000),
	'a negative count': '-5',
	'more than there are people': '99999999999999999999',
	'the year 3016': '12/11/3016',
	'a day that does not exist': '30/02/2026',
	'a year before Christ': '-0044-03-15',
	'right-to-left marks': 'Abarimyi \u202Eibmuragi\u202C \u200Fz',
	'a script': '<script>alert(1)</script>',
	'a closing tag': '"></textarea></form><img src=x onerror=alert(1)>',
	'a formula': '=HYPERLINK("http://exemple.bi";"ici")',
	'a formula in disguise': '\t@SUM(1+1)*cmd|calc',
	'a command for databases': `Robert'); drop table gens;--`,
	'a character of nothing': 'avant\u0000après',
	'half a character': 'avant\uD83Daprès',
	'signs and letters of elsewhere': '🥭 Ntahomvukiye — « J.-Bosco » ñ ж 中 ﷽',
};

const WHAT_A_PROGRAM_SAYS =
	/\b(?:platform|needs|training|registry|people|programme|access|page|ui|reports|indicators)\.[a-z][a-z-]{3,}\b|\[object|undefined|NaN|\bat \w+ \(|violates|syntax error/;
// A new account is answered with the paper of its code.
const A_CODE = /\b[A-Z2-9]{5}-[A-Z2-9]{5}\b/;
// What the program gives back of a text that is too long for anybody to have typed it.
const GIVEN_BACK = 20_000;

async function pagesOfAlice(): Promise<readonly string[]> {
	const one = async (table: string, where = 'true') =>
		String((await asSuperuser(program.dataFolder, `select id from ${table} where ${where} order by id limit 1`))[0]?.['id']);
	const [programme] = await asSuperuser(program.dataFolder, `select id from programme.programmes where code = 'demonstration'`);
	const organisation = await one('registry.organisations', `published_on is null`);
	return [
		...[
			'/organisations/nouvelle',
			`/organisations/${organisation}`,
			`/organisations/${organisation}/corriger`,
			`/organisations/${organisation}/histoire`,
			`/organisations/${organisation}/contacts`,
			`/organisations/importer/${await one('registry.imports')}/ligne/5`,
			'/besoins/nouveau',
			'/besoins?onglet=a-classer',
		],
		`/besoins/groupes/${await one('needs.groups', 'decision is null')}`,
		`/besoins/groupes/${await one('needs.groups', 'decision is not null')}`,
		...['/formations/nouvelle', `/formations/${await one('training.sessions', "state = 'planned'")}?onglet=places&organisation=${organisation}`],
		...[
			`/formations/${await one('training.sessions', "state = 'held'")}?onglet=pratiques`,
			'/comptes/nouveau',
			`/conduite/${String(programme?.['id'])}`,
		],
	];
}

function filled({ boxes }: Form): Record<string, string> {
	const usual = (name: string) =>
		/on$|date|from|until/i.test(name) ? '12/11/2026' : /seats|women|men|year|amount|count/i.test(name) ? '3' : 'Quelques mots';
	return Object.fromEntries(boxes.map(({ name, kind, held, choices }) => [name, held || (kind === 'typed' ? usual(name) : (choices[0] ?? ''))]));
}

function addressOf(page: string, action: string): string {
	if (!action.startsWith('?')) return action || page;
	return `${page.split('?')[0] ?? ''}${action}`;
}

async function faultsAt(person: Person, page: string, words: RegExp): Promise<readonly string[]> {
	const faults: string[] = [];
	let offered = await formsAt(person, page);
	if (offered.length === 0) return [`${page}: no form is shown`];
	for (const { action, boxes } of offered)
		for (const { name } of boxes.filter(({ kind }) => kind === 'typed'))
			for (const [what, value] of Object.entries(ABSURD)) {
				const form = offered.find((other) => other.action === action);
				// What was accepted may have ended what the form is for.
				if (!form) continue;
				const response = await person.fill(addressOf(page, action), { ...filled(form), [name]: value });
				const html = await response.text();
				const accepted = response.status === 303 || (response.status === 200 && A_CODE.test(readable(html)));
				if (accepted) offered = await formsAt(person, page);
				else if (response.status !== 422) faults.push(`${page} ${action} ${name}: ${what}: ${response.status}`);
				else faults.push(...faultsOf(html, value, words).map((fault) => `${page} ${action} ${name}: ${what}: ${fault}`));
			}
	return faults;
}

async function formsAt(person: Person, page: string): Promise<readonly Form[]> {
	return formsOf(await (await person.read(page)).text()).filter(({ boxes }) => boxes.some(({ kind }) => kind === 'typed'));
}

function faultsOf(html: string, typed: string, words: RegExp): readonly string[] {
	const said = faultsSaid(html);
	const text = readable(html);
	// A browser writes line ends its own way, and half a character as a sign of its own.
	const kept = typed.slice(0, GIVEN_BACK).toWellFormed();
	return [
		...(said.length === 0 ? ['nothing is said'] : []),
		...said.filter((sentence) => !words.test(sentence)).map((sentence) => `not in her language: ${sentence}`),
		...said.filter((sentence) => sentence.length > 600).map(() => 'the sentence has no end'),
		...(WHAT_A_PROGRAM_SAYS.test(text) ? [`the program speaks of itself: ${WHAT_A_PROGRAM_SAYS.exec(text)?.[0]}`] : []),
		...(plain(html).includes(kept) ? [] : ['what was typed is lost']),
		...(html.includes('<script>alert(1)') || html.includes('<img src=x') ? ['what was typed became part of the page'] : []),
	];
}

const FRENCH = /\b(des|contient|le|la|les|l’|un|une|de|d’|ne|n’|est|il|elle|au|plus|choisissez|écrivez|à|ce|cette|vous|pas|entre|jour|mot)\b/i;
// Kirundi, with the French beneath where no native reader has passed.
const KIRUNDI =
	/\b(amezi|hano|banza|inomero|\w*nditse|\w*ndika|\w*hitamwo|ni|si|iyi|iri|uyu|aha|mu|ku|canke|na|nta|rirebire|\w*kenewe|ibi|iki|hari|izi|umusi|birenze|uri|ya|wa|ca|va|rya|bwa|kw|vy|ivy)\b|n’|y’|w’|c’|v’/i;

describe('absurd input in the office', () => {
	it.each([
		['fr', FRENCH],
		['rn', KIRUNDI],
	])('is answered in words of the person, and nothing typed is lost (%s)', async (language, words) => {
		const alice = personAt(program.address, cookies.alice, language);
		const faults: string[] = [];
		for (const page of await pagesOfAlice()) faults.push(...(await faultsAt(alice, page, words)));
		expect(faults).toEqual([]);
	});

	it('is answered in words of a leader too', async () => {
		const cyprien = personAt(program.address, cookies.cyprien);
		expect(await faultsAt(cyprien, '/besoins/nouveau', FRENCH)).toEqual([]);
	});

	it('at the door, tells in words, and keeps the name', async () => {
		const stranger = personAt(program.address);
		const faults: string[] = [];
		for (const [what, value] of Object.entries(ABSURD)) {
			const response = await stranger.fill('/entrer', { userName: value, password: value });
			const html = await response.text();
			if (response.status >= 500 || faultsSaid(html).length === 0 || WHAT_A_PROGRAM_SAYS.test(readable(html)))
				faults.push(`${what}: ${response.status}`);
		}
		expect(faults).toEqual([]);
	});

	it('written down, is shown as text and nothing else', async () => {
		const alice = personAt(program.address, cookies.alice);
		for (const page of ['/organisations', '/besoins?onglet=tous', '/formations', '/bureau', '/comptes']) {
			const html = await (await alice.read(page)).text();
			expect(html).not.toMatch(/<script>alert\(1\)|<img src=x/);
			expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
		}
	});
});
