import { bonesOf, closeness, folded, sounded } from '#kernel/spelling.ts';
import { readSex } from './cells.ts';
import type { Known, Line } from './sheet.ts';

const ALIKE = 0.8;
const MOST = 4;
const FAR_YEARS = 6;

/** People who are known, by what their names are heard as: whom a name may mean is found without reading all of them. */
export type KnownPeople = ReadonlyMap<string, readonly Known[]>;

/** Lays people out by the words of their names. */
export function laidOut(known: readonly Known[]): KnownPeople {
	const words = known.flatMap((person) => [...new Set(folded(person.fullName).split(' ').map(bonesOf))].map((bones) => ({ bones, person })));
	// Phones of Chrome 90 group nothing by themselves.
	const groups = new Map<string, Known[]>();
	for (const { bones, person } of words) groups.set(bones, [...(groups.get(bones) ?? []), person]);
	return groups;
}

/**
 * Who somebody new on a sheet may be, among people who are known: every word of the shorter name is heard in the other, in any order;
 * another sex or a year far off is somebody else. The closest first, those of her organisation before others.
 */
export function likelyKnown({ cells, standing }: Line, known: KnownPeople): readonly Known[] {
	if (standing !== 'new') return [];
	const [name = '', sex = '', birth = '', organisation = ''] = cells;
	const words = heardWords(name);
	if (words.join('').length < 4) return [];
	const home = folded(organisation);
	const heard = folded(name)
		.split(' ')
		.flatMap((word) => known.get(bonesOf(word)) ?? []);
	return [...new Set(heard)]
		.filter((person) => !readSex(sex) || person.sex === readSex(sex))
		.filter(({ birthYear }) => birthYear === null || !/^\d{4}$/.test(birth) || Math.abs(birthYear - Number(birth)) <= FAR_YEARS)
		.map((person) => ({ person, alike: alikeness(words, heardWords(person.fullName)), isHome: folded(person.organisation) === home }))
		.filter(({ alike, isHome }) => alike > (isHome ? ALIKE - 0.1 : ALIKE))
		.sort((one, other) => Number(other.isHome) - Number(one.isHome) || other.alike - one.alike)
		.slice(0, MOST)
		.map(({ person }) => person);
}

// A single word in common is a family: it says nobody.
function alikeness(one: readonly string[], other: readonly string[]): number {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (short.length === 0 || (short.length === 1 && long.length > 1)) return 0;
	const met = short.map((word) => Math.max(...long.map((each) => closeness(word, each))));
	return met.reduce((sum, each) => sum + each, 0) / met.length - (Math.min(...met) < ALIKE - 0.2 ? 1 : 0);
}

function heardWords(name: string): readonly string[] {
	return folded(name).split(' ').filter(Boolean).map(sounded);
}
