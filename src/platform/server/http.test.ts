import { request, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type Handler, type Listening } from './http.ts';

const PAGE = '<p>Amahoro, « Ngozi »</p>'.repeat(200);
const page: Handler = (_request, response) => {
	response.writeHead(200, { 'content-type': 'text/html', etag: '"a"' });
	response.write(PAGE.slice(0, 100));
	response.end(PAGE.slice(100));
};

let listening: Listening | undefined;
afterEach(async () => {
	await listening?.close();
	listening = undefined;
});

describe('a page', () => {
	it('comes whole, compressed for those who can read it so', async () => {
		await serve(page);
		const zipped = await ask({ 'accept-encoding': 'br, gzip' });
		expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', etag: 'W/"a"' });
		expect(gunzipSync(zipped.body).toString()).toBe(PAGE);
		expect(zipped.body.length).toBeLessThan(500);
		const plain = await ask({});
		expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, PAGE]);
	});

	it('is left alone when it is small, compressed already, or a picture', async () => {
		const answers: readonly [IncomingHttpHeaders, string][] = [
			[{ 'content-type': 'application/json', 'content-length': '2' }, '{}'],
			[{ 'content-type': 'text/css', 'content-encoding': 'br' }, 'x'.repeat(2000)],
			[{ 'content-type': 'image/png' }, 'x'.repeat(2000)],
		];
		for (const [headers, body] of answers) {
			await serve((_request, response) => response.writeHead(200, headers).end(body));
			const answer = await ask({ 'accept-encoding': 'gzip' });
			expect([answer.headers['content-encoding'], answer.body.toString()]).toEqual([headers['content-encoding'], body]);
			await listening?.close();
		}
	});

	it('keeps browsers careful', async () => {
		await serve(page);
		const { headers } = await ask({});
		expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY' });
		expect(headers['strict-transport-security']).toBeUndefined();
	});
});

describe('whoever asks', () => {
	const told: Handler = ({ headers }, response) => response.end([headers['x-forwarded-proto'], headers['x-forwarded-for'], headers.host].join(' '));
	const claims = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'osc.example', host: 'localhost' };

	it('is not believed about protocol, address and host', async () => {
		await serve(told);
		expect((await ask(claims)).body.toString()).toBe('http 127.0.0.1 localhost');
	});

	it('is believed when he is the trusted proxy', async () => {
		await serve(told, true);
		const { body, headers } = await ask(claims);
		expect(body.toString()).toBe('https 203.0.113.9 osc.example');
		expect(headers['strict-transport-security']).toBeDefined();
	});

	it('gets nothing under a foreign host name from a program that serves this machine alone', async () => {
		await serve(told);
		expect((await ask({ host: 'evil.example' })).status).toBe(421);
		expect((await ask({ host: '127.0.0.1:4780' })).status).toBe(200);
	});

	it('is refused a body larger than any exchange with a phone', async () => {
		await serve(told);
		expect((await ask({ 'content-length': '1000001' }, '/api/sync')).status).toBe(413);
	});

	it('learns plainly that the port is taken', async () => {
		await serve(told);
		await expect(listen({ port: listening?.port ?? 0, host: undefined, behindProxy: false, handler: told })).rejects.toThrow(
			/already taken|déjà pris/,
		);
	});
});

async function serve(handler: Handler, behindProxy = false): Promise<void> {
	listening = await listen({ port: 0, host: undefined, behindProxy, handler });
}

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>;

function ask(headers: Record<string, string>, path = '/'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asking = request({ host: '127.0.0.1', port: listening?.port, path, headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
		});
		asking.on('error', reject);
		if (headers['content-length']) asking.flushHeaders();
		else asking.end();
	});
}
