/** A word that was typed, without accents or capitals: whether a word of the directory begins so, and those it is most like. */
export type AskedWord = Readonly<{ typed: string; isKnown: boolean; near: readonly Readonly<{ word: string; likeness: number }>[] }>;

/** What the directory is asked for: a question for its index, and the words that were read otherwise than typed. */
export type AskedWords = Readonly<{ question: string; readAs: readonly string[]; unread: readonly string[] }>;

const SHORT = 2;
// Of words about as near as the nearest, none is left out.
const ABOUT_AS_NEAR = 0.1;

/**
 * Reads typed words in the directory's own. A word that begins one of its words is taken as typed; another stands for the
 * nearest ones; one that is like none finds nothing. Words of one or two letters count only when there are no others:
 * they are joints of a name ("b’i"), or a whole acronym.
 */
export function readWords(asked: readonly AskedWord[]): AskedWords {
	const long = asked.filter(({ typed }) => typed.length > SHORT);
	if (long.length === 0) return { question: asked.map(({ typed }) => typed).join(' & '), readAs: [], unread: [] };
	const read = long.map((word) => ({ ...word, nearest: word.isKnown ? [] : nearestOf(word) }));
	return {
		question: read.map(({ typed, nearest }) => (nearest.length > 0 ? `(${nearest.join(' | ')})` : `${typed}:*`)).join(' & '),
		readAs: [...new Set(read.flatMap(({ nearest }) => nearest))],
		unread: read.filter(({ isKnown, nearest }) => !isKnown && nearest.length === 0).map(({ typed }) => typed),
	};
}

function nearestOf({ near }: AskedWord): readonly string[] {
	const best = Math.max(0, ...near.map(({ likeness }) => likeness));
	return near.filter(({ likeness }) => likeness >= best - ABOUT_AS_NEAR).map(({ word }) => word);
}
