import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { FIRST_LINK, headFrom, headInWords, linkOf, type Line } from './chain.ts';
import { lineColumns } from './sealer.ts';

/** What the verifier found: nothing wrong, or the first thing that is. */
export type Verdict = Readonly<{ sound: boolean; checked: number; head: string; found?: string }>;

type Sealed = Line & Readonly<{ number: number | null; chain: Buffer | null; salt: Buffer | null; content: string | null }>;

const PAGE = 5_000;

/**
 * Walks the whole chain and tells whether a line was altered, removed or reordered.
 * Takes the owner's connections and, when it is known, a head printed earlier: only with it can the removal of the newest
 * lines be told, because a shortened chain is a sound chain. Lines of the last second may not be sealed yet.
 */
export async function verifyChain(pool: Pool, printedHead?: string): Promise<Verdict> {
	const printed = printedHead === undefined ? undefined : headFrom(printedHead);
	if (printedHead !== undefined && !printed)
		return { sound: false, checked: 0, head: '', found: 'the head given is not one: it has 64 digits and letters from a to f' };
	let number = 0;
	let chain: Buffer = FIRST_LINK;
	let met = printed?.equals(chain);
	for (let after = 0; ;) {
		const page = await linesAfter(pool, after);
		for (const line of page) {
			if (line.number === null || line.chain === null) continue;
			number += 1;
			chain = linkOf(chain, number, line);
			const wrong = wrongWith(line, number, chain);
			if (wrong) return { sound: false, checked: number, head: headInWords(chain), found: wrong };
			met ||= printed?.equals(chain);
		}
		const last = page.at(-1);
		if (!last || page.length < PAGE) break;
		after = last.seq;
	}
	const head = headInWords(chain);
	const lost = await pool.query('select 1 from audit.seals s where not exists (select 1 from audit.lines l where l.seq = s.seq) limit 1');
	if (lost.rowCount) return { sound: false, checked: number, head, found: 'a sealed line was removed' };
	if (printed && !met)
		return {
			sound: false,
			checked: number,
			head,
			found: 'the head that was printed is not in the chain: its newest lines were removed, or all of it was written anew',
		};
	return { sound: true, checked: number, head };
}

async function linesAfter(pool: Pool, seq: number): Promise<readonly Sealed[]> {
	const { rows } = await pool.query<Sealed>(
		`select ${lineColumns}, s.number, s.chain, c.salt, c.content from audit.lines l
		left join audit.seals s on s.seq = l.seq left join audit.contents c on c.seq = l.seq
		where l.seq > $1 order by l.seq limit ${PAGE}`,
		[seq],
	);
	return rows;
}

function wrongWith(line: Sealed, number: number, chain: Buffer): string | undefined {
	if (line.number !== number) return `a line is missing, was added or changed place at ${number}`;
	if (!line.chain?.equals(chain)) return `line ${number} was altered, or a line before it`;
	if (line.content === null || line.salt === null) return undefined;
	const digest = createHash('sha256').update(line.salt).update(line.content).digest();
	return digest.equals(line.digest) ? undefined : `the content of line ${number} was altered`;
}
