import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { visitor } from '../access/visitors.ts';
import { forget, startProgram } from '../support/program.ts';
import { cookieOf } from './sign-in.ts';

const program = await startProgram();
const alice = visitor(program.address, newId(), await cookieOf(program, 'alice'));

afterAll(async () => {
	await program.stop();
	forget(program.dataFolder);
});

describe('an address with the character of nothing', () => {
	it.each(['/annuaire?q=%00', '/annuaire?q=kayanza%00', '/programmes/%00', '/api/places?q=%00', '/besoins?mot=%00', '/organisations?province=%00'])(
		'%s is answered as any other that leads to nothing',
		async (address) => {
			expect((await alice.ask(address)).status).toBeLessThan(500);
		},
	);
});

describe('an absurd command', () => {
	const usual = { name: 'needs.express-need', version: 1, input: {} };
	it.each([
		['half a version', { ...usual, version: 1.5 }],
		['a version nobody counts to', { ...usual, version: 1e12 }],
		['a name with the character of nothing', { ...usual, name: 'needs\u0000' }],
		['a name with half a character', { ...usual, name: 'needs\ud800' }],
	])('with %s is refused in a sentence', async (_, sent) => {
		const { status, text } = await alice.post('/api/commands', { id: newId(), ...sent });
		expect([status, JSON.parse(text)]).toMatchObject([200, { outcome: 'refused', refusal: { key: 'platform.unknown-command' } }]);
	});
});
