import { PLACE_SCHEMES, type PlaceScheme } from '#kernel/place.ts';
import { findPlace, type FoundPlace } from './find-place.ts';
import { placesNamed, type Gazetteer } from './gazetteer.ts';
import { fault, type ImportField, type Note, type Reading } from './import-fields.ts';

/** What a line says of its place, column by column; `place` is a cell that says it all. */
export type PlaceCells = Readonly<{ province: string; commune: string; colline: string; place: string }>;
export type ImportedPlace = Readonly<{ placeScheme: PlaceScheme; placeCode: string; colline: string }>;

const WHERE = 'registry.import-place';

/**
 * Reads where an organisation is: its commune in one of the two divisions, its colline as it was written. Says it when the
 * commune is of the other division or was nearly spelt so; does not choose between two, nor against the province.
 */
export function placeIn(cells: PlaceCells, gazetteer: Gazetteer, scheme: PlaceScheme): Reading<ImportedPlace> {
	const said = cells.place === '' ? cells : { ...cells, ...partsOf(cells, gazetteer) };
	const found = findPlace(gazetteer, { ...said, scheme });
	const was = [said.commune, said.province].filter((text) => text !== '').join(', ') || cells.place;
	const field: ImportField = cells.commune === '' && cells.place !== '' ? 'place' : 'commune';
	const nowhere = { placeScheme: scheme, placeCode: '', colline: said.colline };
	if (found.kind !== 'found') {
		return { value: nowhere, faults: [fault(field, `${WHERE}-${found.kind}`, { was, suggestions: found.suggestions })], notes: [] };
	}
	const { scheme: placeScheme, code: placeCode } = found.place;
	const unknownProvince = found.provinceKnown ? [] : [fault('province', 'registry.import-province-unknown', { was: said.province })];
	return {
		value: { placeScheme, placeCode, colline: said.colline },
		faults: unknownProvince,
		notes: notesOn(found, { said: said.commune, scheme, field }),
	};
}

function notesOn(
	{ place, closeness }: Extract<FoundPlace, { kind: 'found' }>,
	{ said, scheme, field }: Readonly<{ said: string; scheme: PlaceScheme; field: ImportField }>,
): readonly Note[] {
	const note = { field, was: said, became: `${place.name} (${place.provinceName})` };
	return [
		...(closeness === 'same' ? [] : [{ ...note, key: 'registry.import-place-read-as' }]),
		...(place.scheme === scheme ? [] : [{ ...note, key: `registry.import-place-of-${place.scheme}` }]),
	];
}

const LABELS = {
	commune: 'commune|com\\.|c\\.|ikomine|komine',
	province: 'province|prov\\.?|p\\.|intara',
	colline: 'colline|coll\\.|umutumba|quartier|q\\.',
} as const;
const LABELLED = new RegExp(`^(${Object.values(LABELS).join('|')})`, 'i');

/** Takes a cell apart: by the words before each part, or by asking the gazetteer which part is a commune and which a province. */
function partsOf({ place, commune, province, colline }: PlaceCells, gazetteer: Gazetteer): Omit<PlaceCells, 'place'> {
	const labelled = { commune: after(place, LABELS.commune), province: after(place, LABELS.province), colline: after(place, LABELS.colline) };
	const loose = place
		.split(/[,;/()\n]|\s[-–]\s/)
		.map((part) => part.trim())
		.filter((part) => part !== '' && !LABELLED.test(part));
	const guessed = labelled.commune === '' ? guessedParts(loose, gazetteer) : { commune: '', province: '', colline: loose.join(', ') };
	return {
		commune: commune || labelled.commune || guessed.commune,
		province: province || labelled.province || guessed.province,
		colline: colline || labelled.colline || guessed.colline,
	};
}

function after(text: string, words: string): string {
	const link = "(?:de la |du |de |d['’]|ya )?";
	return new RegExp(`(?:^|[^\\p{L}])(?:${words})\\s*${link}\\s*[:=]?\\s*([^,;/()\\n:]+)`, 'iu').exec(text)?.[1]?.trim() ?? '';
}

// Of "Gitega, Gitega" both are: the commune is said before its province, as in an address; the rest is the colline.
function guessedParts(parts: readonly string[], gazetteer: Gazetteer): Omit<PlaceCells, 'place'> {
	const isNamed = (entries: Gazetteer['communes'], part: string) => PLACE_SCHEMES.some((scheme) => placesNamed(entries, part, scheme).length > 0);
	const provinceAt = parts.length < 2 ? -1 : parts.findLastIndex((part) => isNamed(gazetteer.provinces, part));
	const communeAt = parts.findIndex((part, index) => index !== provinceAt && isNamed(gazetteer.communes, part));
	const chosenAt = communeAt >= 0 ? communeAt : parts.findIndex((_, index) => index !== provinceAt);
	return {
		commune: parts[chosenAt] ?? '',
		province: parts[provinceAt] ?? '',
		colline: parts.filter((_, index) => index !== chosenAt && index !== provinceAt).join(', '),
	};
}
