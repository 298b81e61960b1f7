import { KINDS, type OrganisationKind } from '../../schema.ts';
import { fault, read, type Reading } from './import-fields.ts';
import { plainWords } from './plain-words.ts';

// The words of lists in the three languages; the first that is found decides, so that "réseau d'associations" is a network.
const WORDS: readonly (readonly [OrganisationKind, RegExp])[] = [
	['faith', /\b(eglises?|paroisses?|diocese|mosquees?|cultes?|confession\w*|religieu\w*|faith|church|idini|missions?|communaute islamique)\b/],
	['cooperative', /\b(coop|cooperatives?|amakoperative|koperative|sangwe)\b/],
	[
		'network',
		/\b(reseaux?|collectifs?|coalitions?|plate ?formes?|federations?|unions?|urunani|networks?|forums?|cadre de concertation|consortium)\b/,
	],
	['group', /\b(groupes?|groupements?|umugwi|imigwi|umurwi|imirwi|tontines?|avec|vsla|gec|gs|groups?|nawe nuze)\b/],
	['association', /\b(asbl|associations?|assoc|ass|ishirahamwe|amashirahamwe|osc|ong|onge?l|cso|ngo|npo|fondations?)\b/],
	['other', /\b(autres?|others?|irindi|ayandi|syndicats?|medias?|universite|ecole)\b/],
];

/**
 * Reads what an organisation is. Without an answer in its cell, the first word of its name may say it ("Coopérative Dukorere
 * hamwe"); else it is what the list is said to hold. A kind nobody knows is a fault that offers all kinds.
 */
export function kindIn(
	text: string,
	{ name, byDefault }: Readonly<{ name: string; byDefault: OrganisationKind | null }>,
): Reading<OrganisationKind | null> {
	const words = plainWords(text);
	if (words === '') return unsaid(kindOf(plainWords(name).split(' ')[0] ?? '') ?? byDefault);
	const own = KINDS.find((kind) => kind === words);
	const found = own ?? kindOf(words);
	if (found) return read(found);
	return { value: byDefault, faults: [fault('kind', 'registry.import-kind', { was: text, suggestions: ALL })], notes: [] };
}

const ALL = KINDS.map((kind) => ({ value: kind, label: `registry.kind-${kind}` }));

function unsaid(kind: OrganisationKind | null): Reading<OrganisationKind | null> {
	return kind === null
		? { value: null, faults: [fault('kind', 'registry.import-kind-missing', { was: '', suggestions: ALL })], notes: [] }
		: read(kind);
}

function kindOf(words: string): OrganisationKind | undefined {
	return WORDS.find(([, shape]) => shape.test(words))?.[0];
}
