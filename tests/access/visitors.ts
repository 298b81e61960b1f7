import { hashOfCode, newCode } from '#platform/access/door/codes.ts';
import { newId, type Id } from '#kernel/ids.ts';

/** Everything an answer says: its status, its head and its bytes. */
export type Answer = Readonly<{ status: number; head: string; location: string; bytes: Uint8Array; text: string }>;

/** Somebody at the door of a running program: what she asks, in her own name. */
export type Visitor = Readonly<{
	id: Id;
	ask: (path: string) => Promise<Answer>;
	post: (path: string, body: unknown) => Promise<Answer>;
	/** Sends a command; returns its refusal's key, or `applied`. */
	command: (name: string, input: unknown, id?: Id) => Promise<string>;
}>;

/** Makes a visitor from her cookie; without one she is a stranger. */
export function visitor(address: string, id: Id, cookie = ''): Visitor {
	async function answer(path: string, more: RequestInit = {}): Promise<Answer> {
		const headers = { cookie, origin: address, ...(more.headers as Record<string, string>) };
		const response = await fetch(`${address}${path}`, { redirect: 'manual', ...more, headers });
		const bytes = new Uint8Array(await response.arrayBuffer());
		const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
		return { status: response.status, head, location: response.headers.get('location') ?? '', bytes, text: new TextDecoder().decode(bytes) };
	}
	const post = (path: string, body: unknown) =>
		answer(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	return {
		id,
		ask: (path) => answer(path),
		post,
		async command(name, input, number = newId()) {
			const { status, text } = await post('/api/commands', { id: number, name, version: 1, input });
			if (status !== 200) return String(status);
			const outcome = JSON.parse(text) as { outcome: string; refusal?: { key: string } };
			return outcome.refusal?.key ?? outcome.outcome;
		},
	};
}

/** Comes in with a one-time code and a new password. Returns the cookie. */
export async function enterWithCode(address: string, userName: string, code: string): Promise<string> {
	const response = await fetch(`${address}/entrer/code`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ userName, code, password: 'quatre mots de tous les jours' }),
	});
	const cookie = response.headers.getSetCookie().find((line) => line.includes('session_token'));
	if (!cookie) throw new Error(`${userName} did not come in: ${response.status}`);
	return cookie.split(';')[0] ?? '';
}

type Wanted = Readonly<{ fullName: string; role: string; scopeId: Id }>;

/** Opens an account by the command, and comes in with the code on its paper. */
export async function newcomer(address: string, by: Visitor, { fullName, role, scopeId }: Wanted): Promise<Visitor> {
	const [id, code, userName] = [newId(), newCode(), `u${newId().slice(-10)}`];
	const ofOrganisation = role === 'leader' || role === 'member';
	const done = await by.command(ofOrganisation ? 'access.open-member-account' : 'access.open-team-account', {
		...{ id, roleId: newId(), codeId: newId(), codeHash: hashOfCode(code) },
		...{ scopeId, fullName, userName, language: 'fr', role, openedOn: '2026-02-01' },
	});
	if (done !== 'applied') throw new Error(`No account for ${fullName}: ${done}`);
	return visitor(address, id, await enterWithCode(address, userName, code));
}
