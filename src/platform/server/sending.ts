import type { Duplex } from 'node:stream';
import type { ClientBase } from 'pg';

/**
 * Lets the statements that a connection is given in one moment travel together. Each packet wakes PostgreSQL, and with a
 * dozen statements a command the waking cost Node a third of its time.
 */
export function sendTogether(client: ClientBase): void {
	// pg holds its stream back while it writes one statement, and lets go at the end of each: we let go when the
	// moment is over, with all that it set going: three packets for a command instead of five.
	const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
	const letGo = stream.uncork.bind(stream);
	stream.uncork = () => setImmediate(letGo);
}
