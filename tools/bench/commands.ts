import { connect, type Socket } from 'node:net';
import { newId } from '#kernel/ids.ts';
import { memoryOf, signIn, type Program } from './program.ts';
import { atLeast, atMost, percentile, told, type Result } from './result.ts';

const SECONDS = 8;
const BATCH = 20;

type Target = Readonly<{ sessionId: string; enrolmentId: string; halfDay: string }>;

/** Measures commands through the whole HTTP path: one at a time and eight at once, then in batches through `/api/sync`. */
export async function benchCommands(program: Program): Promise<readonly Result[]> {
	const cookie = await signIn(program.base, 'alice', program.password);
	const post = poster(program.base, cookie);
	const targets = await targetsOf(post);
	const rest = memoryOf(program.pid);
	await load(1, 2, (at) => single(post, sheetOf(targets, at)));

	const one = await load(1, SECONDS, (at) => single(post, sheetOf(targets, at)));
	const eight = await load(8, SECONDS, (at) => single(post, sheetOf(targets, at)));
	const under = memoryOf(program.pid);
	const device = newId();
	const scopes = (JSON.parse((await post('/api/sync', { p: 1, d: device, e: 1 })).text) as { s: string }).s;
	const batches = await load(8, SECONDS, (at) => batch(post, { device, scopes }, sheetOf(targets, at)));
	const idle = await nothingNew(post, device);
	return [
		told('commands per second, 1 connection', one.perSecond, '/s'),
		told('p95 of a command, 1 connection', one.p95, 'ms'),
		atLeast('commands per second, 8 connections', 700, [eight.perSecond, '/s']),
		atMost('p95 of a command, 8 connections', 60, [eight.p95, 'ms']),
		atLeast(`commands per second in batches of ${BATCH}, 8 connections`, 1500, [batches.perSecond * BATCH, '/s']),
		atMost('sync with nothing new, both bodies', 300, [idle.nothing, 'bytes']),
		atMost('sync with one changed row, both bodies', 1000, [idle.oneRow, 'bytes']),
		atMost('memory of the program at rest (RSS of its Node process)', 160, [rest, 'MiB']),
		atMost('memory of the program under load (RSS of its Node process)', 250, [Math.max(under, memoryOf(program.pid)), 'MiB']),
	];
}

type Post = (path: string, body: unknown) => Promise<Readonly<{ status: number; text: string; sent: number }>>;

function poster(base: string, cookie: string): Post {
	// Requests are written to plain sockets, so that the load takes as little as it can of the cores it shares.
	const { hostname, port } = new URL(base);
	const free: Socket[] = [];
	return async (path, body) => {
		const sent = JSON.stringify(body);
		const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${base}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(sent)}\r\n\r\n`;
		const socket = free.pop() ?? connect(Number(port), hostname).setNoDelay();
		const { status, text } = await answerOn(socket, head + sent);
		free.push(socket);
		return { status, text, sent: Buffer.byteLength(sent) };
	};
}

function answerOn(socket: Socket, asked: string): Promise<Readonly<{ status: number; text: string }>> {
	return new Promise((resolve, reject) => {
		let read: Buffer = Buffer.alloc(0);
		const finish = (done: () => void) => {
			socket.off('data', more).off('error', broken).off('close', broken);
			done();
		};
		const broken = (failure: unknown) => finish(() => reject(failure instanceof Error ? failure : new Error('The program closed the connection')));
		const more = (part: Buffer) => {
			read = read.length > 0 ? Buffer.concat([read, part]) : part;
			const answer = answerIn(read);
			if (answer) finish(() => resolve(answer));
		};
		socket.on('data', more).on('error', broken).on('close', broken);
		socket.write(asked);
	});
}

// Answers are whole when the bytes they announce, or the last chunk, have come.
function answerIn(read: Buffer): Readonly<{ status: number; text: string }> | undefined {
	const end = read.indexOf('\r\n\r\n');
	if (end < 0) return undefined;
	const head = read.toString('latin1', 0, end);
	const status = Number(head.slice(9, 12));
	const announced = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
	const body = read.subarray(end + 4);
	if (announced !== undefined) return body.length >= Number(announced) ? { status, text: body.toString() } : undefined;
	return body.toString('latin1', Math.max(0, body.length - 5)) === '0\r\n\r\n' ? { status, text: unchunked(body) } : undefined;
}

function unchunked(body: Buffer): string {
	const parts: Buffer[] = [];
	for (let at = 0; ;) {
		const line = body.indexOf('\r\n', at);
		const size = Number.parseInt(body.toString('latin1', at, line), 16);
		if (!size) return Buffer.concat(parts).toString();
		parts.push(body.subarray(line + 2, line + 2 + size));
		at = line + 2 + size + 2;
	}
}

async function load(connections: number, seconds: number, act: (connection: number) => Promise<void>): Promise<{ perSecond: number; p95: number }> {
	const latencies: number[] = [];
	const began = performance.now();
	const until = began + seconds * 1000;
	await Promise.all(
		Array.from({ length: connections }, async (_, connection) => {
			while (performance.now() < until) {
				const start = performance.now();
				await act(connection);
				latencies.push(performance.now() - start);
			}
		}),
	);
	return { perSecond: (latencies.length * 1000) / (performance.now() - began), p95: percentile(latencies, 0.95) };
}

// Each connection keeps the sheet of one session, as each animator does: the demonstration has eight.
function sheetOf(targets: readonly Target[], connection: number): readonly Target[] {
	const sessions = [...new Set(targets.map(({ sessionId }) => sessionId))];
	const kept = sessions[connection % sessions.length];
	return targets.filter(({ sessionId }) => sessionId === kept);
}

function mark(targets: readonly Target[]) {
	const target = targets[Math.floor(Math.random() * targets.length)] as Target;
	return { name: 'training.record-attendance', version: 1, input: { id: newId(), ...target, mark: Math.random() < 0.7 ? 'present' : 'absent' } };
}

async function single(post: Post, targets: readonly Target[]): Promise<void> {
	const { status, text } = await post('/api/commands', { id: newId(), ...mark(targets) });
	if (status !== 200 || !text.includes('"applied"')) throw new Error(`A command was not applied: ${status} ${text}`);
}

async function batch(post: Post, { device, scopes }: { device: string; scopes: string }, targets: readonly Target[]): Promise<void> {
	const o = Array.from({ length: BATCH }, () => mark(targets)).map(({ name, version, input }) => ({ i: newId(), n: name, v: version, d: input }));
	const { status, text } = await post('/api/sync', { p: 1, d: device, e: 1, c: Number.MAX_SAFE_INTEGER, s: scopes, n: 1, o });
	const applied = text.match(/"applied"/g)?.length;
	if (status !== 200 || applied !== BATCH) throw new Error(`A batch was not applied whole: ${status} ${text.slice(0, 1500)}`);
}

// The people on the lists of the demonstration's sessions, with the half-days of each: as many as a programme has under way.
async function targetsOf(post: Post): Promise<readonly Target[]> {
	const rows = new Map<string, Record<string, unknown>[]>();
	for (let [c, s, more] = [0, '', true]; more;) {
		const { text } = await post('/api/sync', { p: 1, d: newId(), c, s, n: 1000, e: 1 });
		const answer = JSON.parse(text) as { c: number; s?: string; m?: 1; t?: Record<string, Record<string, unknown>[]> };
		for (const [table, found] of Object.entries(answer.t ?? {})) rows.set(table, [...(rows.get(table) ?? []), ...found]);
		[c, s, more] = [answer.c, answer.s ?? s, answer.m === 1];
	}
	const sessions = new Map((rows.get('training.sessions') ?? []).map((row) => [String(row['id']), row['halfDays'] as string[]]));
	return (rows.get('training.enrolments') ?? []).flatMap((row) => {
		const sessionId = String(row['sessionId']);
		return (sessions.get(sessionId) ?? []).map((halfDay) => ({ sessionId, enrolmentId: String(row['id']), halfDay }));
	});
}

async function nothingNew(post: Post, device: string): Promise<{ nothing: number; oneRow: number }> {
	const first = JSON.parse((await post('/api/sync', { p: 1, d: device, e: 1, c: 0, n: 1000 })).text) as { c: number; s: string; m?: 1 };
	let { c } = first;
	for (let more = first.m === 1; more;) {
		const next = JSON.parse((await post('/api/sync', { p: 1, d: device, e: 1, c, s: first.s, n: 1000 })).text) as { c: number; m?: 1 };
		[c, more] = [next.c, next.m === 1];
	}
	const nothing = await post('/api/sync', { p: 1, d: device, e: 1, c, s: first.s });
	await single(post, await targetsOf(post));
	const oneRow = await post('/api/sync', { p: 1, d: device, e: 1, c, s: first.s });
	return { nothing: nothing.sent + Buffer.byteLength(nothing.text), oneRow: oneRow.sent + Buffer.byteLength(oneRow.text) };
}
