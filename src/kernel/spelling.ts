const MARKS = /\p{M}/gu;

/** A text as two spellings of it are compared: small letters and figures without accents, with single spaces for all else. */
export function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(MARKS, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

// What Burundian and French spellings exchange without another word being meant, in the order in which it is replaced.
const HEARD: readonly (readonly [RegExp, string])[] = [
	[/ph/g, 'f'],
	[/chr/g, 'kr'],
	[/qu|ck|q/g, 'k'],
	[/cy(?=[aeiou])/g, 'c'],
	[/ch/g, 'sh'],
	[/c/g, 'k'],
	// "Ndihokubwayo" and "Ndihokubgayo", "Nkurunziza" and "Nkulunziza" are one name each.
	[/bg/g, 'bw'],
	[/l/g, 'r'],
	// A nasal before a consonant is often left out: "Twiyungunganye", "Twiyunguganye".
	[/[nm](?=[bcdfgkpstvz])/g, ''],
	[/([tdgkr])h/g, '$1'],
	[/y(?![aeiou])/g, 'i'],
	[/(.)\1+/g, '$1'],
];

/** A folded word as it is heard: spellings that Kirundi and French exchange become one. */
export function sounded(word: string): string {
	return HEARD.reduce((said, [spelling, sound]) => said.replace(spelling, sound), word);
}

/** The bones of a folded word: its first letter and the consonants it is heard with. Two words that may be one have one. */
export function bonesOf(word: string): string {
	const said = sounded(word);
	return said.slice(0, 1) + said.slice(1).replace(/[aeiouyw ]/g, '');
}

const FORGOTTEN = 0.8;
const ANOTHER_VOWEL = 1.2;
const ANOTHER_LETTER = 1.6;

/**
 * How close two words are, from 0 to 1. A letter left out, doubled or exchanged with its neighbour is a slip of the hand; one
 * letter written for another is more, since "Abahuza" and "Abahuzi", "Ndayisaba" and "Ndayisaga" are different words.
 */
export function closeness(one: string, other: string): number {
	if (one === other) return 1;
	const longest = Math.max(one.length, other.length);
	// However they are laid over each other, this much is missing.
	if (Math.abs(one.length - other.length) * FORGOTTEN > longest / 2) return 0;
	return Math.max(0, 1 - cost(one, other) / longest);
}

function cost(one: string, other: string): number {
	let [older, before]: [readonly number[], readonly number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at * FORGOTTEN)];
	for (let i = 1; i <= one.length; i += 1) {
		const row = [i * FORGOTTEN];
		for (let j = 1; j <= other.length; j += 1) {
			const [a, b] = [one.charAt(i - 1), other.charAt(j - 1)];
			const straight = (before[j - 1] ?? 0) + (a === b ? 0 : written(a, b));
			const crossed = i > 1 && j > 1 && a === other.charAt(j - 2) && b === one.charAt(i - 2) ? (older[j - 2] ?? 0) + FORGOTTEN : Infinity;
			row.push(Math.min(straight, crossed, (before[j] ?? 0) + FORGOTTEN, (row[j - 1] ?? 0) + FORGOTTEN));
		}
		[older, before] = [before, row];
	}
	return before[other.length] ?? 0;
}

function written(a: string, b: string): number {
	return 'aeiouy'.includes(a) && 'aeiouy'.includes(b) ? ANOTHER_VOWEL : ANOTHER_LETTER;
}

/** A telephone number as two ways of writing it are compared: its last eight figures; nothing when it has fewer. */
export function comparedPhone(phone: string): string {
	const figures = phone.replace(/\D/g, '');
	return figures.length < 8 ? '' : figures.slice(-8);
}
