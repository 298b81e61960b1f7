import { refuse, type Refusal } from '#kernel/refusal.ts';

/** A command on its way: its id was minted here, so that it happens once however often it is sent. */
export type OnItsWay = Readonly<{ id: string; name: string; input: unknown }>;

/** What became of it: done, refused with the reason, or unknown (no network, no session): then it may be sent again. */
export type Sent = Readonly<{ became: 'applied' } | { became: 'refused' | 'unknown'; refusal: Refusal }>;

/** Sends a command of an office page. Takes how to fetch, for tests. Never throws: what cannot be sent is told as a refusal. */
export async function sendCommand({ id, name, input }: OnItsWay, send: typeof fetch = fetch): Promise<Sent> {
	const unsent = (key: 'training.not-sent' | 'training.sign-in-again'): Sent => ({ became: 'unknown', refusal: refuse(key) });
	try {
		const answer = await send('/api/commands', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ id, name, version: 1, input }),
		});
		if (answer.status === 401) return unsent('training.sign-in-again');
		if (!answer.ok) return unsent('training.not-sent');
		const { outcome, refusal } = (await answer.json()) as { outcome: string; refusal?: Refusal };
		if (outcome === 'applied') return { became: 'applied' };
		return { became: outcome === 'refused' ? 'refused' : 'unknown', refusal: refusal ?? refuse('platform.not-carried-out') };
	} catch {
		return unsent('training.not-sent');
	}
}
