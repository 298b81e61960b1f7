import { folded, sounded } from '#kernel/spelling.ts';
import type { WeighedWord } from '../../../people/index.ts';

/** The name of an organisation as it is compared: its telling words, what it adds to another's name, and for whom it is. */
export type OrganisationWords = Readonly<{
	words: readonly WeighedWord[];
	/** All its letters in their order, without what any organisation calls itself: "amahoroniterambere". */
	joined: string;
	/** The number or letter that tells it from its sisters: "2", "b", "ii". */
	number: string;
	/** Says that it is a part of another: a section, an antenna. */
	isBranch: boolean;
	/** For whom it is, where its name says so. */
	people: string;
}>;

const SMALL = new Set(
	`de du des la le les l d et en a au aux pour par dans sur un une y i n na nda ni wa w ya ry rya rw rwa bw bwa b ba bi c ca ic k ka kw mu mw ku z za no burundi burundais burundaise n° no`.split(
		' ',
	),
);
// What an organisation calls itself says little of which one it is; a network and a group are still not the same.
const FORMS: Readonly<Record<string, number>> = Object.fromEntries(
	[
		...'association ass asso assoc asbl ong organisation ishirahamwe ishirahamwe'.split(' ').map((word) => [word, 0.05] as const),
		...'cooperative coop koperative groupement grpt groupe umugwi club fondation centre comite maison'
			.split(' ')
			.map((word) => [word, 0.12] as const),
		...'collectif reseau urunani union federation fed forum plateforme ligue alliance'.split(' ').map((word) => [word, 0.25] as const),
	].map(([word, weight]) => [word, weight]),
);
// Words of many names, with the one French word under which their Kirundi and other forms are compared.
const COMMON: readonly (readonly [word: string, others: string])[] = [
	['femmes', 'femme feminin feminine abagore abakenyezi bagore bakenyezi mugore mukenyezi'],
	['jeunes', 'jeune jeunesse urwaruka abayabaga youth'],
	['hommes', 'homme abagabo bagabo'],
	['filles', 'fille abigeme'],
	['garcons', 'garcon abahungu'],
	['enfants', 'enfant abana bana'],
	['parents', 'parent abavyeyi bavyeyi'],
	['veuves', 'veuve abapfakazi'],
	['agriculteurs', 'agriculteur agricole cultivateurs abarimyi barimyi umurimyi murimyi'],
	['eleveurs', 'eleveur eleveuses elevage aborozi borozi'],
	['pecheurs', 'pecheur abarovyi barovyi'],
	['commercants', 'commercantes abadandaji badandaji'],
	['paix', 'amahoro mahoro'],
	['developpement', 'dev iterambere terambere'],
	['sante', 'amagara magara'],
	['solidarite', 'solidaire solidaires'],
	['promotion', ''],
	['action', 'actions'],
	['initiative', 'initiatives'],
	['appui', ''],
	['defense', 'protection'],
	['education', ''],
	['local', 'locale locales locaux'],
	['rural', 'rurale rurales ruraux'],
	['communautaire', ''],
	['producteurs', 'production'],
];
const ALIKE = new Map(COMMON.flatMap(([word, others]) => [word, ...others.split(' ')].map((other) => [other, word] as const)));
const PEOPLES = new Set(['femmes', 'jeunes', 'hommes', 'filles', 'garcons', 'enfants', 'parents', 'veuves']);
const BRANCHES = new Set('section antenne branche cellule ishami zone comite sous filiale collinaire'.split(' '));
const NUMBER = /^(\d+[a-z]?|i|ii|iii|iv|v|vi|vii|viii|ix|x|a|b|c)$/;
const POINTS_WITHIN = /\b(\p{L})\.(?=\p{L}\b|$|\s)/gu;

/** Reads the name of an organisation for comparing. "O.P.E." and "OPE" are one word; abbreviations are read in full. */
export function organisationWords(name: string): OrganisationWords {
	const said = folded(name.replace(POINTS_WITHIN, '$1'))
		.replace(/\bplate forme\b/g, 'plateforme')
		.split(' ')
		.filter(Boolean);
	const last = said.at(-1) ?? '';
	const number = said.length > 1 && NUMBER.test(last) && !/[’']\p{L}$/u.test(name) ? last : (said.find((word) => /^\d/.test(word)) ?? '');
	const telling = said.filter((word) => !SMALL.has(word) && word !== number);
	const words = telling.map((word) => ({ word: ALIKE.get(word) ?? word, heard: sounded(ALIKE.get(word) ?? word), weight: weightOf(word) }));
	return {
		words,
		joined: said.filter((word) => FORMS[word] === undefined && word !== 'pour').join(''),
		number,
		isBranch: said.length > 2 && said.slice(1).some((word) => BRANCHES.has(word)),
		people: [...new Set(words.map(({ word }) => word).filter((word) => PEOPLES.has(word)))].sort().join(' '),
	};
}

function weightOf(word: string): number {
	const form = FORMS[word];
	if (form !== undefined) return form;
	return ALIKE.has(word) ? 0.5 : word.length === 1 ? 0.2 : 1;
}

/** The letters of an acronym: "A.F.D.E.S" is "afdes". */
export function acronymLetters(acronym: string): string {
	return folded(acronym).replace(/ /g, '');
}

/**
 * Tells whether letters may be the acronym of a name: they are found in their order at the beginnings of its words, and every
 * word that says something gives one. "AFDES" of "Association des Femmes pour le Développement Économique et Social".
 */
export function mayAbbreviate(letters: string, name: string): boolean {
	const words = tellingOf(name);
	return letters.length >= 3 && words.length >= 3 && letters.length >= words.length - 1 && isSpelledBy(letters, words);
}

/** The words of a name that give letters to its acronym. */
export function tellingOf(name: string): readonly string[] {
	return folded(name)
		.split(' ')
		.filter((word) => word.length > 2 && !SMALL.has(word));
}

// Each word gives its first letters, at least one; the last ones may be left out.
function isSpelledBy(letters: string, [word, ...others]: readonly string[]): boolean {
	if (letters === '') return true;
	if (word === undefined) return false;
	for (let given = Math.min(5, letters.length); given >= 1; given -= 1)
		if (word.startsWith(letters.slice(0, given)) && isSpelledBy(letters.slice(given), others)) return true;
	return false;
}
