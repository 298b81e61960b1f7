import { closeness, comparedPhone, folded, sounded } from '#kernel/spelling.ts';
import { alignedWords, likenessFrom, nameLikeness, nameWeight, type Likeness, type Reason, type WeighedWord } from '../../../people/index.ts';
import { acronymLetters, mayAbbreviate, organisationWords, type OrganisationWords } from './organisation-words.ts';

/** A name and the acronym beside it. */
export type Named = Readonly<{ name: string; acronym: string }>;

/** A legal act of an organisation, as it is compared. */
export type Act = Readonly<{ kind: string; number: string }>;

/** An organisation as it is compared: the name it bears first, then those it bore; its place as it is written ("2025:BI503"). */
export type ComparedOrganisation = Readonly<{
	names: readonly Named[];
	kind: string;
	place: string;
	colline: string;
	acts: readonly Act[];
	phones: readonly string[];
}>;

const NAME = { slope: 9, even: 0.72, least: -3.2 };

/** How likely two records are of one organisation, and why. */
export function organisationLikeness(one: ComparedOrganisation, other: ComparedOrganisation): Likeness {
	const best = bestNames(one, other);
	return likenessFrom(0, [
		{ key: best.key, weight: nameWeight(best.likeness, NAME) },
		acronyms(one, other, best.likeness),
		...told(best.names),
		places(one, other),
		collines(one, other),
		acts(one, other),
		phones(one, other),
		one.kind !== other.kind && { key: 'other-kind', weight: one.kind === 'network' || other.kind === 'network' ? -1.5 : -0.4 },
	]);
}

type Best = Readonly<{ likeness: number; key: string; names: readonly [OrganisationWords, OrganisationWords] }>;

// Every name one bears or bore is compared with every name of the other.
function bestNames(one: ComparedOrganisation, other: ComparedOrganisation): Best {
	const all = one.names.flatMap((a, i) =>
		other.names.map((b, j) => {
			const names = [organisationWords(a.name), organisationWords(b.name)] as const;
			const likeness = namesAlike(a, b, names);
			const key = i + j > 0 && likeness > 0.7 ? 'former-name' : likeness > 0.98 ? 'same-name' : likeness > 0.7 ? 'near-name' : 'other-name';
			return { likeness, key, names };
		}),
	);
	const [first, ...others] = all;
	if (!first) throw new Error('An organisation that is compared has a name');
	return others.reduce<Best>((best, next) => (next.likeness > best.likeness ? next : best), first);
}

// Words written together lose a vowel ("Tugwize umwimbu", "Tugwizumwimbu"); written alike, one letter may be another place.
const TOGETHER_OR_APART = 0.86;
const WRITTEN_ALIKE = 0.94;
const ABBREVIATES = 0.8;

function namesAlike(a: Named, b: Named, [one, other]: Best['names']): number {
	const enough = tellingWords(one) > 1 && tellingWords(other) > 1 ? 0.8 : 0.84;
	const byWords = nameLikeness(alignedWords(one.words, other.words, (x, y) => wordLikeness(x, y, enough)));
	const together = closeness(sounded(one.joined), sounded(other.joined));
	const joined = together >= togetherFrom(one, other) ? together : 0;
	return Math.max(byWords, joined, isAcronymOf(a, b, one), isAcronymOf(b, a, other));
}

// How close two names must be letter by letter, to be one. Common words written the same tell little unless all letters are the same.
function togetherFrom(one: OrganisationWords, other: OrganisationWords): number {
	if (one.words.length === 0 || other.words.length === 0 || one.joined.length < 5) return Infinity;
	if (tellingWords(one) === 0 || tellingWords(other) === 0) return one.joined.length > 12 ? 1 : Infinity;
	return one.words.length === other.words.length ? WRITTEN_ALIKE : TOGETHER_OR_APART;
}

// One is called by the other's acronym: "AFDES" and "Association des Femmes… (AFDES)".
function isAcronymOf(short: Named, full: Named, { joined }: OrganisationWords): number {
	if (joined.length < 2) return 0;
	const letters = acronymLetters(full.acronym);
	if (letters !== '' && (joined === letters || (letters.length >= 3 && folded(short.name).split(' ').includes(letters)))) return 0.97;
	return joined.length <= 8 && mayAbbreviate(joined, full.name) ? ABBREVIATES : 0;
}

function tellingWords({ words }: OrganisationWords): number {
	return words.filter(({ weight }) => weight === 1).length;
}

// Short words are acronyms as often as not: one letter makes another.
function wordLikeness(one: WeighedWord, other: WeighedWord, enough: number): number {
	if (one.word === other.word) return 1;
	if (Math.min(one.word.length, other.word.length) < 5) return 0;
	if (one.heard === other.heard) return 0.97;
	const close = closeness(one.heard, other.heard);
	return close >= enough ? close : 0;
}

function acronyms(one: ComparedOrganisation, other: ComparedOrganisation, name: number): Reason | false {
	const [a, b] = [one, other].map(({ names }) => names.map(({ acronym }) => acronymLetters(acronym)).filter(Boolean)) as [string[], string[]];
	if (a.length === 0 || b.length === 0) return false;
	if (a.some((letters) => b.includes(letters))) return { key: 'same-acronym', weight: name > 0.5 ? 0.9 : 1.2 };
	return { key: 'other-acronym', weight: -1 };
}

// What the two names say of being a part, a sister, or for others.
function told([one, other]: Best['names']): readonly (Reason | false)[] {
	return [
		one.number !== other.number && { key: 'other-number', weight: -4 },
		one.isBranch !== other.isBranch && { key: 'branch', weight: -3.5 },
		one.people !== other.people && one.people !== '' && other.people !== '' && { key: 'other-people', weight: -2 },
	];
}

function places(one: ComparedOrganisation, other: ComparedOrganisation): Reason | false {
	if (one.place === other.place) return { key: 'same-place', weight: 0.6 };
	// Between the two divisions of the country a rule cannot tell: neither for nor strongly against.
	const isOneDivision = one.place.split(':')[0] === other.place.split(':')[0];
	return { key: 'other-place', weight: isOneDivision ? -2.6 : -0.5 };
}

function collines(one: ComparedOrganisation, other: ComparedOrganisation): Reason | false {
	const [a, b] = [folded(one.colline), folded(other.colline)];
	if (a === '' || b === '' || one.place !== other.place) return false;
	return a === b ? { key: 'same-colline', weight: 0.7 } : { key: 'other-colline', weight: -1.2 };
}

function acts(one: ComparedOrganisation, other: ComparedOrganisation): Reason | false {
	const isSame = one.acts.some((a) => other.acts.some((b) => comparedAct(a.number) === comparedAct(b.number)));
	if (isSame) return { key: 'same-act', weight: 4.5 };
	// A tax number is no other recognition: only acts of one kind speak against each other.
	const isAnother = one.acts.some((a) => other.acts.some((b) => a.kind === b.kind));
	return isAnother && { key: 'other-act', weight: -3.2 };
}

function phones(one: ComparedOrganisation, other: ComparedOrganisation): Reason | false {
	const [a, b] = [one, other].map((of) => of.phones.map(comparedPhone).filter(Boolean)) as [string[], string[]];
	if (a.length === 0 || b.length === 0) return false;
	return a.some((phone) => b.includes(phone)) ? { key: 'same-phone', weight: 1.8 } : { key: 'other-phone', weight: -0.8 };
}

/** The number of an act as two ways of writing it are compared: letters and figures only, without "ord." and "n°". */
export function comparedAct(number: string): string {
	return folded(number)
		.replace(/\b(ord|ordonnance|no|n)\b/g, '')
		.replace(/ /g, '');
}
