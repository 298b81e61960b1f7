import { describe, expect, it } from 'vitest';
import { sendCommand } from './sent-command.ts';

const command = { id: 'x', name: 'training.type-in-sheet', input: {} };
const answering = (status: number, body: unknown) => () => Promise.resolve(new Response(JSON.stringify(body), { status }));

describe('sending a typed sheet', () => {
	it('tells what was done, and what was refused with its reason', async () => {
		expect(await sendCommand(command, answering(200, { outcome: 'applied' }))).toEqual({ became: 'applied' });
		const refusal = { refused: true, key: 'training.row-twice', params: { number: 3 } };
		expect(await sendCommand(command, answering(200, { outcome: 'refused', refusal }))).toEqual({ became: 'refused', refusal });
	});

	it('says that nothing is known without network, without session and when the house is full', async () => {
		const broken = () => Promise.reject(new TypeError('offline'));
		expect(await sendCommand(command, broken)).toMatchObject({ became: 'unknown', refusal: { key: 'training.not-sent' } });
		expect(await sendCommand(command, answering(401, {}))).toMatchObject({ became: 'unknown', refusal: { key: 'training.sign-in-again' } });
		expect(await sendCommand(command, answering(500, {}))).toMatchObject({ became: 'unknown', refusal: { key: 'training.not-sent' } });
		expect(await sendCommand(command, answering(200, { outcome: 'held' }))).toMatchObject({ became: 'unknown' });
	});
});
