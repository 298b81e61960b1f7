import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { asSuperuser } from '../support/embedded.ts';
import { forget, newDataFolder, startProgram } from '../support/program.ts';
import { faultsSaid, formsOf, readable } from './forms.ts';
import { cookieOf, personAt } from './sign-in.ts';

const dataFolder = newDataFolder();
let program = await startProgram({ dataFolder });

afterAll(async () => {
	await program.stop();
	forget(dataFolder);
});

const ROOT = join(import.meta.dirname, '../..');

/** A raw request: what `fetch` would forbid. Returns status and headers. */
function raw(
	path: string,
	options: Readonly<{ method?: string; headers?: Record<string, string>; body?: string }> = {},
): Promise<{ status: number; head: string }> {
	return new Promise((resolve, reject) => {
		const asked = request(`${program.address}${path}`, { method: options.method ?? 'GET', headers: options.headers ?? {} }, (answer) => {
			answer.resume();
			resolve({ status: answer.statusCode ?? 0, head: JSON.stringify(answer.headers) });
		});
		asked.on('error', reject);
		asked.end(options.body);
	});
}

async function tellsAtDoor(userName: string, password: string): Promise<Readonly<{ status: number; said: string }>> {
	const response = await personAt(program.address).fill('/entrer', { userName, password });
	return { status: response.status, said: faultsSaid(await response.text()).join() };
}

describe('the door', () => {
	it('tells a wrong name and a wrong password in the same words', async () => {
		const name = await tellsAtDoor('personne.ici', 'un mot de passe');
		const password = await tellsAtDoor('evariste', 'un mot de passe');
		expect(name).toEqual(password);
		expect(name.said).not.toBe('');
	});

	it('makes a name that fails wait, a restart or not', async () => {
		for (let tries = 0; tries < 6; tries += 1) await tellsAtDoor('domitille', `faux ${tries}`);
		const waits = await tellsAtDoor('domitille', 'encore faux');
		expect(waits.said).not.toBe((await tellsAtDoor('quelqu.un', 'faux')).said);
		await program.stop();
		program = await startProgram({ dataFolder });
		expect((await tellsAtDoor('domitille', 'toujours faux')).said).toBe(waits.said);
		const right = /emonstration: .* · (\S+)/.exec(program.said())?.[1] ?? '';
		expect((await tellsAtDoor('domitille', right)).said).toBe(waits.said);
	});

	it('gives a cookie that scripts and other sites do not reach', async () => {
		const password = /emonstration: .* · (\S+)/.exec(program.said())?.[1] ?? '';
		const response = await personAt(program.address).fill('/entrer', { userName: 'alice', password });
		const cookie = response.headers.getSetCookie().find((line) => line.includes('session_token')) ?? '';
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Strict/i);
		expect(cookie).toMatch(/Path=\//i);
	});

	it('lets the people of the demonstration in from this machine only', async () => {
		const behind = await startProgram({ environment: { TRUST_PROXY: '1' } });
		try {
			const password = /emonstration: .* · (\S+)/.exec(behind.said())?.[1] ?? '';
			const from = (address: string) =>
				fetch(`${behind.address}/entrer`, {
					method: 'POST',
					redirect: 'manual',
					headers: { origin: behind.address.replace('http:', 'https:'), 'x-forwarded-for': address, 'x-forwarded-proto': 'https' },
					body: new URLSearchParams({ userName: 'alice', password }),
				});
			expect((await from('41.79.0.1')).headers.getSetCookie().join()).not.toContain('session_token');
			const here = await from('127.0.0.1');
			expect(here.headers.getSetCookie().join()).toMatch(/session_token.*Secure/i);
			expect(here.headers.get('strict-transport-security')).toBeTruthy();
		} finally {
			await behind.stop();
			forget(behind.dataFolder);
		}
	});

	it('puts out at once whoever’s account is closed, on every way in', async () => {
		const cyprien = personAt(program.address, await cookieOf(program, 'cyprien'));
		expect((await cyprien.read('/bureau')).status).toBe(200);
		const [account] = await asSuperuser(dataFolder, `select id from access.accounts where user_name = 'cyprien'`);
		const alice = personAt(program.address, await cookieOf(program, 'alice'));
		const closed = { id: newId(), name: 'access.close-account', version: 1, input: { accountId: account?.['id'], closedOn: '2026-11-23' } };
		expect(await (await alice.send('/api/commands', JSON.stringify(closed))).json()).toMatchObject({ outcome: 'applied' });
		expect((await cyprien.read('/bureau')).status).toBe(303);
		expect((await cyprien.send('/api/sync', JSON.stringify({ p: 1, d: newId(), e: 1 }))).status).toBe(401);
		expect((await cyprien.send('/api/commands', JSON.stringify({ id: newId(), name: 'x.y', version: 1, input: {} }))).status).toBe(401);
		await expect(cookieOf(program, 'cyprien')).rejects.toThrow(/not let in/);
	});

	it('ends a session at once when its person ends it from another', async () => {
		const [lost, kept] = [
			personAt(program.address, await cookieOf(program, 'beatrice')),
			personAt(program.address, await cookieOf(program, 'beatrice')),
		];
		const forms = formsOf(await (await kept.read('/moi')).text()).filter(({ action }) => action.includes('end'));
		const others = forms.map(({ boxes }) => boxes.find(({ name }) => name === 'sessionId')?.held ?? '').filter(Boolean);
		expect(others.length).toBeGreaterThan(0);
		for (const sessionId of others) await kept.fill('/moi?/end', { sessionId });
		expect((await lost.read('/bureau')).status).toBe(303);
		// Its phone receives and sends nothing more, and is given no new lane; what it holds stays behind its PIN.
		expect((await lost.send('/api/sync', JSON.stringify({ p: 1, d: newId(), e: 1 }))).status).toBe(401);
		expect((await lost.send('/api/sync/lane', '{}')).status).toBe(401);
		expect((await kept.read('/bureau')).status).toBe(200);
	});
});

describe('what comes from elsewhere', () => {
	it('is refused when another site sends it', async () => {
		const cookie = await cookieOf(program, 'alice');
		const elsewhere = { cookie, origin: 'https://mechant.example', 'content-type': 'application/x-www-form-urlencoded' };
		expect((await raw('/besoins/nouveau', { method: 'POST', headers: elsewhere, body: 'words=x' })).status).toBe(403);
		expect((await raw('/api/commands', { method: 'POST', headers: { ...elsewhere, 'content-type': 'application/json' }, body: '{}' })).status).toBe(
			403,
		);
		expect(
			(await raw('/api/commands', { method: 'POST', headers: { cookie, origin: program.address, 'content-type': 'text/plain' }, body: '{}' })).status,
		).toBe(403);
		expect(
			(
				await raw('/api/sync', {
					method: 'POST',
					headers: { cookie, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
					body: '{}',
				})
			).status,
		).toBe(403);
	});

	it('is not served under a foreign name of this machine', async () => {
		expect((await raw('/', { headers: { host: 'mechant.example' } })).status).toBe(421);
	});

	it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('with the method %s changes nothing', async (method) => {
		const { status } = await raw('/besoins', { method, headers: { cookie: await cookieOf(program, 'alice'), origin: program.address } });
		expect([204, 400, 403, 404, 405, 501]).toContain(status);
	});

	it.each([
		'/..%2f..%2fpackage.json',
		'/%2e%2e/%2e%2e/etc/passwd',
		'/.env',
		'/package.json',
		'/_app/../../package.json',
		'/%00',
		'/%ff',
		'/data/postgres/PG_VERSION',
	])('finds nothing at %s', async (path) => {
		const { status } = await raw(path);
		expect([400, 404]).toContain(status);
	});
});

describe('an address with signs of nothing', () => {
	const SIGNS = ['%00', 'a%00b', '%E2%80%AE', '%ED%A0%BD', '%uD83D', '%F0%9F%92'];

	it.each(['/annuaire?q=', '/api/places?q=', '/besoins?mot=', '/organisations?province=', '/formations?mot=', '/comptes?mot=', '/entrer?vers=/'])(
		'reads at %s as if they were not there',
		async (path) => {
			const alice = personAt(program.address, await cookieOf(program, 'alice'));
			for (const sign of SIGNS) {
				expect((await alice.read(`${path}${sign}`)).status, sign).toBe(200);
				expect((await alice.read(`${path}x&${sign}=${sign}`)).status, sign).toBe(200);
			}
		},
	);

	it('finds in the directory what is found without them', async () => {
		const found = async (asked: string) => readable(await (await personAt(program.address).read(`/annuaire?q=${asked}`)).text());
		expect(await found('asso%00ciation%E2%80%AE')).toBe(await found('association'));
	});

	it.each(['/programmes/', '/besoins/', '/organisations/', '/formations/', '/indicateurs/', '/conduite/', '/pieces/'])(
		'is no page of ours under %s',
		async (path) => {
			const alice = personAt(program.address, await cookieOf(program, 'alice'));
			for (const sign of SIGNS) expect([400, 404], sign).toContain((await alice.read(`${path}${sign}`)).status);
		},
	);
});

describe('every page', () => {
	it('runs only what is ours, and says so to the browser', async () => {
		const alice = personAt(program.address, await cookieOf(program, 'alice'));
		for (const path of ['/', '/annuaire', '/entrer', '/terrain', '/bureau', '/besoins', '/indicateurs', '/moi', '/nulle-part']) {
			const response = await alice.read(path);
			const [html, { headers }] = [await response.text(), response];
			const policy = headers.get('content-security-policy') ?? '';
			expect(policy, path).toMatch(/script-src [^;]*'self'/);
			expect(policy, path).toMatch(/default-src 'none'/);
			expect(
				policy.split(';').find((part) => part.trim().startsWith('script-src ')),
				path,
			).not.toMatch(/unsafe|\*|https?:/);
			expect(headers.get('x-content-type-options'), path).toBe('nosniff');
			expect(headers.get('x-frame-options'), path).toBe('DENY');
			expect(headers.get('referrer-policy'), path).toBe('same-origin');
			expect(
				[...html.matchAll(/(?:src|href|action)="((?:https?:)?\/\/[^"]*)"/g)]
					.map(([, found = '']) => found)
					// Ours, in full, as a page of the directory names its own address.
					.filter((found) => !found.startsWith(`${program.address}/`)),
				path,
			).toEqual([]);
			expect(readable(html), path).not.toMatch(/node_modules|\.ts:\d+|Error:/);
		}
		for (const path of ['/bureau', '/besoins', '/moi']) expect((await alice.read(path)).headers.get('cache-control')).toBe('private, no-store');
	});

	it('asks nothing of another machine, in any script or style', () => {
		const files = globSync('build/client/**/*.{js,css}', { cwd: ROOT });
		expect(files.length).toBeGreaterThan(10);
		const asked = files.flatMap((file) =>
			[...readFileSync(join(ROOT, file), 'utf8').matchAll(/https?:\/\/[\w.-]+/g)]
				.map(([address]) => address)
				.filter((address) => !NAMES_ONLY.test(address)),
		);
		expect(asked).toEqual([]);
	});
});

// Names of vocabularies and pages that explain an error: nothing is ever asked there.
const NAMES_ONLY = /^https?:\/\/(www\.w3\.org|svelte\.dev|kit\.svelte\.dev|localhost|a|sveltekit-prerender)$/;
