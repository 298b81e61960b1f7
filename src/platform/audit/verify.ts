import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { withConnection } from '#platform/server/database.ts';
import { FIRST_LINK, headFrom, headInWords, linkOf, type Line } from './chain.ts';
import { lineColumns } from './sealer.ts';

/**
 * What the verifier found: nothing wrong, or the first thing that is. Of the lines it walked, `unsealed` are too new to be in
 * the chain, and the contents of `erased` were taken away, as the law may ask.
 */
export type Verdict = Readonly<{ sound: boolean; checked: number; unsealed: number; erased: number; head: string; found?: string }>;

type Sealed = Line & Readonly<{ number: number | null; chain: Buffer | null; salt: Buffer | null; content: string | null }>;
type Walk = Readonly<{ checked: number; unsealed: number; erased: number; chain: Buffer; met: boolean; found?: string }>;

const PAGE = 5_000;

/**
 * Walks the whole chain and tells whether a line was altered, added, removed or reordered.
 * Takes the owner's connections and, when it is known, a head printed earlier: only with it can the removal of the newest
 * lines be told, because a shortened chain is a sound chain. Lines of the last second may not be sealed yet.
 */
export async function verifyChain(pool: Pool, printedHead?: string): Promise<Verdict> {
	const printed = printedHead === undefined ? undefined : headFrom(printedHead);
	if (printedHead !== undefined && !printed) {
		const found = 'the head given is not one: it has 64 digits and letters from a to f';
		return { sound: false, checked: 0, unsealed: 0, erased: 0, head: '', found };
	}
	return withConnection(pool, async (client) => {
		// One instant for all pages: what people do meanwhile, and what is sealed of it, is none of this walk's.
		await client.query('begin isolation level repeatable read read only');
		try {
			const { chain, met, found: onTheWay, ...counted } = await walk(client, printed);
			const found = onTheWay ?? (await lostLine(client)) ?? (printed && !met ? CUT : undefined);
			return { sound: found === undefined, ...counted, head: headInWords(chain), ...(found !== undefined && { found }) };
		} finally {
			await client.query('rollback');
		}
	});
}

const CUT = 'the head that was printed is not in the chain: its newest lines were removed, or all of it was written anew';

async function walk(client: PoolClient, printed: Buffer | undefined): Promise<Walk> {
	let [checked, unsealed, erased] = [0, 0, 0];
	let chain: Buffer = FIRST_LINK;
	let met = printed?.equals(chain) ?? false;
	// From the very lowest: a forger is not bound to numbers above zero.
	for (let after: number | null = null; ;) {
		const page = await linesAfter(client, after);
		for (const line of page) {
			if (line.content === null) erased += 1;
			if (line.number === null || line.chain === null) {
				unsealed += 1;
				continue;
			}
			// Numbers are given under a lock that is held until the commit ends, so a line that is committed late has a late
			// number: below the newest sealed line nothing can still wait for its seal.
			const found = unsealed > 0 ? `a line was added before line ${line.number}, or its seal was taken away` : undefined;
			checked += 1;
			chain = linkOf(chain, checked, line);
			const wrong = found ?? wrongWith(line, checked, chain);
			if (wrong) return { checked, unsealed, erased, chain, met, found: wrong };
			met ||= printed?.equals(chain) ?? false;
		}
		const last = page.at(-1);
		if (!last || page.length < PAGE) return { checked, unsealed, erased, chain, met };
		after = last.seq;
	}
}

async function lostLine(client: PoolClient): Promise<string | undefined> {
	const lost = await client.query('select 1 from audit.seals s where not exists (select 1 from audit.lines l where l.seq = s.seq) limit 1');
	return lost.rowCount ? 'a sealed line was removed' : undefined;
}

async function linesAfter(client: PoolClient, seq: number | null): Promise<readonly Sealed[]> {
	const { rows } = await client.query<Sealed>(
		`select ${lineColumns}, s.number, s.chain, c.salt, c.content from audit.lines l
		left join audit.seals s on s.seq = l.seq left join audit.contents c on c.seq = l.seq
		where ($1::bigint is null or l.seq > $1) order by l.seq limit ${PAGE}`,
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
