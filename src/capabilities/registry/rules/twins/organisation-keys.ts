import { bonesOf, comparedPhone, sounded } from '#kernel/spelling.ts';
import { comparedAct, type ComparedOrganisation, type Named } from './organisation-likeness.ts';
import { acronymLetters, organisationWords, tellingOf } from './organisation-words.ts';

/** The most keys one organisation has. */
export const MOST_KEYS = 14;

const LONGEST_ACRONYM = 8;

/**
 * The keys under which a twin of an organisation meets it, the most telling first: its acts, its telephones, its whole name anywhere,
 * and within its commune the bones of its telling words and its acronym. At most fourteen.
 */
export function organisationKeys(organisation: ComparedOrganisation): readonly string[] {
	const { names, place, acts, phones } = organisation;
	const keys = [
		...acts.map(({ number }) => comparedAct(number)).map((act) => act && `act ${act}`),
		...phones.map(comparedPhone).map((phone) => phone && `tel ${phone}`),
		...names.slice(0, 3).flatMap((named) => namedKeys(named, place)),
	];
	return [...new Set(keys.filter((key) => key !== ''))].slice(0, MOST_KEYS);
}

function namedKeys({ name, acronym }: Named, place: string): readonly string[] {
	const { words, joined } = organisationWords(name);
	const telling = words.filter(({ weight }) => weight === 1).map(({ word }) => word);
	const bones = telling.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(bonesOf);
	const short = acronymLetters(acronym) || (joined.length <= LONGEST_ACRONYM ? joined : initialsOf(name));
	return [
		joined && `in ${place} ${bonesOf(joined)}`,
		joined.length > 5 ? `start ${place} ${sounded(joined).slice(0, 6)}` : '',
		...bones.slice(0, 2).map((bone) => `word ${place} ${bone}`),
		short && `short ${place} ${short}`,
		`all ${place} ${words
			.filter(({ weight }) => weight > 0.3)
			.map(({ word }) => bonesOf(word))
			.sort()
			.join(' ')}`,
		// Everywhere in the country, a name of one word is no key: too many bear it.
		telling.length >= 2 ? `name ${telling.map(sounded).sort().join(' ')}` : '',
	];
}

function initialsOf(name: string): string {
	const words = tellingOf(name);
	return words.length >= 3 ? words.map((word) => word.charAt(0)).join('') : '';
}
