import type { Id } from '#kernel/ids.ts';
import type { Write } from './command.ts';
import type { Row } from './table.ts';

/** A question about a table, in words that no other question has, and whether a row as it becomes may change its answer. */
export type Question = Readonly<{ table: string; words: string; concerns: (row: Row) => boolean }>;

/** What a transaction has read so far, by table and question. Commands that go together ask many things twice. */
export type Memory = Map<string, Map<string, Readonly<{ question: Question; answer: Promise<unknown> }>>>;

/** Answers a question from memory, or asks and remembers. */
export function remembered<Answer>(memory: Memory, question: Question, ask: () => Promise<Answer>): Promise<Answer> {
	const ofTable = memory.get(question.table) ?? new Map<string, Readonly<{ question: Question; answer: Promise<unknown> }>>();
	memory.set(question.table, ofTable);
	// One question always has answers of one kind: its words say what is asked.
	const known = ofTable.get(question.words)?.answer as Promise<Answer> | undefined;
	const answer = known ?? ask();
	if (!known) ofTable.set(question.words, { question, answer });
	return answer;
}

/** Forgets the answers that some writes may change: all of them, when they change who may do what. */
export function forget(memory: Memory, writes: readonly Write[]): void {
	for (const write of writes) {
		if (write.kind === 'scope' || (write.kind === 'put' && write.table.name.startsWith('access.'))) memory.clear();
		if (write.kind !== 'put') continue;
		const ofTable = memory.get(write.table.name);
		for (const [words, { question }] of ofTable ?? []) if (question.concerns(write.row)) ofTable?.delete(words);
	}
}

/** Asks about one record, with all who ask the same (`what`) of other records at this moment. */
export type AsksTogether = <Answer>(
	what: string,
	id: Id,
	ask: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Answer>>,
) => Promise<Answer | undefined>;

/** Lets questions of one moment that differ only by the record go to PostgreSQL as one. */
export function askingTogether(): AsksTogether {
	const open = new Map<string, Waiting>();
	return async <Answer>(what: string, id: Id, ask: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Answer>>) => {
		const waiting: Waiting = open.get(what) ?? opened(what, ask);
		waiting.ids.push(id);
		// What is asked under one name is answered in one kind.
		return (await waiting.found).get(id) as Answer | undefined;
	};

	function opened(what: string, ask: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, unknown>>): Waiting {
		const ids: Id[] = [];
		const waiting = { ids, found: whenThisMomentIsOver(() => open.delete(what)).then(() => ask(ids)) };
		open.set(what, waiting);
		return waiting;
	}
}

type Waiting = Readonly<{ ids: Id[]; found: Promise<ReadonlyMap<Id, unknown>> }>;

function whenThisMomentIsOver(close: () => void): Promise<void> {
	return new Promise((resolve) =>
		process.nextTick(() => {
			close();
			resolve();
		}),
	);
}
