import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createGzip, type Gzip } from 'node:zlib';

const COMPRESSIBLE = /^(text\/(html|css|plain|javascript)|application\/(json|javascript|manifest\+json)|image\/svg\+xml)\b/;
// Below this a packet is a packet.
const WORTH = 600;

/** Makes a response compress itself when the browser can read it so and its kind gains from it. Built assets are compressed already. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
	if (request.method === 'HEAD' || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return;
	const plain = { writeHead: response.writeHead.bind(response), write: response.write.bind(response), end: response.end.bind(response) };
	let gzip: Gzip | undefined;

	response.writeHead = ((status: number, ...rest: unknown[]) => {
		const headers = rest.find((each) => each !== null && typeof each === 'object') as OutgoingHttpHeaders | undefined;
		for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
		response.statusCode = status;
		if (gains(response)) gzip = throughGzip(response, plain);
		return plain.writeHead(status);
	}) as ServerResponse['writeHead'];

	response.write = ((chunk: Uint8Array | string, ...rest: never[]) => {
		if (!response.headersSent) response.writeHead(response.statusCode);
		return gzip ? gzip.write(chunk) : plain.write(chunk, ...rest);
	}) as ServerResponse['write'];

	response.end = ((...given: never[]) => {
		if (!response.headersSent) response.writeHead(response.statusCode);
		if (!gzip) return plain.end(...given);
		const [chunk] = given as unknown[];
		if (typeof chunk === 'string' || chunk instanceof Uint8Array) gzip.end(chunk);
		else gzip.end();
		return response;
	}) as ServerResponse['end'];
}

function gains(response: ServerResponse): boolean {
	if (response.hasHeader('content-encoding') || response.hasHeader('content-range')) return false;
	if (response.statusCode === 204 || response.statusCode === 304 || !COMPRESSIBLE.test(String(response.getHeader('content-type') ?? '')))
		return false;
	const length = response.getHeader('content-length');
	return length === undefined || Number(length) >= WORTH;
}

function throughGzip(response: ServerResponse, plain: Pick<ServerResponse, 'write' | 'end'>): Gzip {
	response.removeHeader('content-length');
	response.setHeader('content-encoding', 'gzip');
	response.appendHeader('vary', 'accept-encoding');
	const etag = response.getHeader('etag');
	if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
	const gzip = createGzip({ level: 5 });
	gzip.on('data', (chunk: Buffer) => {
		if (plain.write(chunk)) return;
		gzip.pause();
		response.once('drain', () => gzip.resume());
	});
	gzip.on('drain', () => response.emit('drain'));
	gzip.on('end', () => plain.end());
	response.on('close', () => gzip.destroy());
	return gzip;
}
