import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from './cannot-start.ts';
import { compress } from './http-gzip.ts';
import { correctRequest, isForUs, protect, type Trust } from './http-headers.ts';

/** Answers a request, or calls the third argument when it does not know the address. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** A running server. `close` lets what is being answered end, then cuts. */
export type Listening = Readonly<{ port: number; close: () => Promise<void> }>;

type Wanted = Readonly<{ port: number; host: string | undefined; behindProxy: boolean; handler: Handler }>;

const LARGEST_API_BODY = 1_000_000;
const PATIENCE = 5_000;

/**
 * Serves the handler on a port: on this machine alone unless a host is given. Port 0 takes a free one.
 * Refuses, with a plain sentence, a port that is taken.
 */
export async function listen({ port, host, behindProxy, handler }: Wanted): Promise<Listening> {
	const trust: Trust = { behindProxy, thisMachineOnly: host === undefined };
	const answer = answering(trust, handler);
	const first = await open(answer, port, host ?? '127.0.0.1');
	const taken = (first.address() as AddressInfo).port;
	// A browser may read "localhost" as either address of this machine.
	const second = host === undefined ? await open(answer, taken, '::1').catch(() => undefined) : undefined;
	const servers = second ? [first, second] : [first];
	return {
		port: taken,
		close: async () => {
			await Promise.all(servers.map(close));
		},
	};
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function answering(trust: Trust, handler: Handler): Answer {
	return (request, response) => {
		correctRequest(request, trust);
		protect(request, response);
		if (!isForUs(request, trust)) return refuse(response, 421, 'This address is not served here.');
		if (request.url?.startsWith('/api/') && Number(request.headers['content-length'] ?? 0) > LARGEST_API_BODY) {
			return refuse(response, 413, 'Too much at once.');
		}
		compress(request, response);
		void handler(request, response, () => refuse(response, 404, 'Nothing is here.'));
	};
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(sentence);
}

async function open(answer: Answer, port: number, host: string): Promise<Server> {
	const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 120_000 }, answer);
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch((failure: NodeJS.ErrnoException) => {
		if (failure.code !== 'EADDRINUSE') throw failure;
		throw new CannotStart(
			`Le port ${port} est déjà pris sur cette machine. Choisissez-en un autre avec --port.`,
			`Port ${port} is already taken on this machine. Choose another with --port.`,
		);
	});
	return server;
}

async function close(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeIdleConnections();
	const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
	await closed;
	clearTimeout(cut);
}
