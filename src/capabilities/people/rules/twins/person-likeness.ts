import { bonesOf, closeness, comparedPhone, folded, sounded } from '#kernel/spelling.ts';
import { alignedWords, nameLikeness, type WeighedWord } from './aligned-words.ts';
import { likenessFrom, nameWeight, type Likeness, type Reason } from './likeness.ts';

/** A person as she is compared: what is known of her, and where she was met ("2025:BI503", the place of her organisation). */
export type ComparedPerson = Readonly<{
	fullName: string;
	sex: 'F' | 'M';
	birthYear: number | null;
	phone: string;
	organisationId: string;
	place: string;
}>;

// First names that many bear before another: they tell little.
const COMMON = new Set(['jean', 'marie', 'j', 'm']);
const APOSTROPHES = /[’'`ʼ]/g;

/** The words of a person's name, in their order: "Ndayizeye J.-Bosco" is three, and an apostrophe parts nothing. */
export function personWords(fullName: string): readonly WeighedWord[] {
	return folded(fullName.replace(APOSTROPHES, ''))
		.split(' ')
		.filter((word) => word !== '')
		.map((word) => ({ word, heard: sounded(word), weight: word.length === 1 ? 0.4 : COMMON.has(word) ? 0.6 : 1 }));
}

// An initial stands for any name that begins with it.
function personWordLikeness(one: WeighedWord, other: WeighedWord): number {
	if (one.word === other.word) return 1;
	const [short, long] = one.word.length < other.word.length ? [one.word, other.word] : [other.word, one.word];
	if (short.length <= 3 && long.length > short.length) return long.startsWith(short) ? 0.85 : 0;
	if (one.heard === other.heard) return 0.97;
	// Whoever writes a name down hears how it begins; and most pairs of words end here.
	if (one.heard.charAt(0) !== other.heard.charAt(0)) return 0;
	const close = closeness(one.heard, other.heard);
	// Of short names, one letter more is another name: Jean and Jeanne, Alice and Aline.
	return long.length > 5 && close >= 0.83 ? close : 0;
}

const NAME = { slope: 11, even: 0.76, least: -4 };
const FAR_APART = -4.2;
// A wrong cross on a sheet is rarer than a brother and a sister whose names differ by an ending.
const ANOTHER_SEX = -3.6;

/** How likely two records are of one person, and why. */
export function personLikeness(one: ComparedPerson, other: ComparedPerson): Likeness {
	const name = nameLikeness(alignedWords(personWords(one.fullName), personWords(other.fullName), personWordLikeness));
	return likenessFrom(0, [
		{ key: name > 0.95 ? 'same-name' : name > 0.7 ? 'near-name' : 'other-name', weight: nameWeight(name, NAME) },
		bornWhen(one, other),
		one.sex !== other.sex && { key: 'other-sex', weight: ANOTHER_SEX },
		phones(one, other),
		metWhere(one, other),
	]);
}

function bornWhen({ birthYear: a }: ComparedPerson, { birthYear: b }: ComparedPerson): Reason {
	if (a === null || b === null) return { key: 'year-unknown', weight: -0.2 };
	const apart = Math.abs(a - b);
	if (apart === 0) return { key: 'same-year', weight: 1.2 };
	if (apart === 1) return { key: 'near-year', weight: 0.6 };
	return apart <= 3 ? { key: 'other-year', weight: -1.2 } : { key: 'other-year', weight: FAR_APART };
}

function phones(one: ComparedPerson, other: ComparedPerson): Reason | false {
	const [a, b] = [comparedPhone(one.phone), comparedPhone(other.phone)];
	if (a === '' || b === '') return false;
	return a === b ? { key: 'same-phone', weight: 2.2 } : { key: 'other-phone', weight: -0.5 };
}

function metWhere(one: ComparedPerson, other: ComparedPerson): Reason {
	if (one.organisationId === other.organisationId) return { key: 'same-organisation', weight: 0.8 };
	return one.place === other.place ? { key: 'same-place', weight: 0.1 } : { key: 'other-place', weight: -2.6 };
}

/**
 * The keys under which a person who is met again is found beyond her organisation: her whole name in any order, her longest word in
 * her commune, and her telephone. A key that says nothing is empty.
 */
export function personKeys({ fullName, phone, place }: ComparedPerson): Readonly<Record<'whole' | 'longest' | 'phone', string>> {
	const words = personWords(fullName).map(({ word }) => word);
	const [longest] = words.filter((word) => word.length > 3).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return {
		whole: words.length > 1 ? words.map(sounded).sort().join(' ') : '',
		longest: longest ? `${place} ${bonesOf(longest)}` : '',
		phone: comparedPhone(phone),
	};
}
