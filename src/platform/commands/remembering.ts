import type { Write } from './command.ts';

/** What a transaction has read so far: by table, then by question. Commands that go together ask many things twice. */
export type Remembered = Map<string, Map<string, Promise<unknown>>>;

/** Answers a question about a table from memory, or asks and remembers. */
export function remembered<Answer>(known: Remembered, about: { table: string; question: string }, ask: () => Promise<Answer>): Promise<Answer> {
	const ofTable = known.get(about.table) ?? new Map<string, Promise<unknown>>();
	known.set(about.table, ofTable);
	// One question always has answers of one kind: the question names what is asked.
	const answer = (ofTable.get(about.question) as Promise<Answer> | undefined) ?? ask();
	ofTable.set(about.question, answer);
	return answer;
}

/** Forgets what some writes may have changed: the tables they touch, and everything when they change who may do what. */
export function forget(known: Remembered, writes: readonly Write[]): void {
	for (const write of writes) {
		if (write.kind === 'scope' || (write.kind === 'put' && write.table.name.startsWith('access.'))) known.clear();
		else known.delete(write.table.name);
	}
}
