// Spellings met in lists, by their plain words (docs: both spellings of a place live; the gazetteer has one). What a variant
// means is a name of the gazetteer, in either division.
const VARIANTS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		isare: 'isale',
		isale: 'isare',
		karusi: 'karuzi',
		karuzi: 'karusi',
		nyanrusange: 'nyarusange',
		'mugongo manga': 'mugongomanga',
		'nyanza lac': 'nyanza',
		nyanza: 'nyanza lac',
		'mpinga kayove': 'mpinga',
		mpinga: 'mpinga kayove',
		'bujumbura ville': 'bujumbura mairie',
		'mairie de bujumbura': 'bujumbura mairie',
		'mairie bujumbura': 'bujumbura mairie',
		'buja mairie': 'bujumbura mairie',
		mairie: 'bujumbura mairie',
		'buja rural': 'bujumbura rural',
		'bujumbura rurale': 'bujumbura rural',
	}),
);

// Quarters of the capital that people call communes, as they were before 2014 (loi organique creating Muha, Mukaza, Ntahangwa).
const URBAN_ZONES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		buterere: 'ntahangwa',
		cibitoke: 'ntahangwa',
		gihosha: 'ntahangwa',
		kamenge: 'ntahangwa',
		kinama: 'ntahangwa',
		ngagara: 'ntahangwa',
		buyenzi: 'mukaza',
		bwiza: 'mukaza',
		nyakabiga: 'mukaza',
		rohero: 'mukaza',
		kanyosha: 'muha',
		kinindo: 'muha',
		musaga: 'muha',
	}),
);

/** Another spelling of a place, in plain words; `undefined` when none is known. */
export function variantOf(plainName: string): string | undefined {
	return VARIANTS.get(plainName);
}

/** The urban commune that a quarter of the capital lies in; `undefined` for everything else. */
export function communeOfQuarter(plainName: string): string | undefined {
	return URBAN_ZONES.get(plainName);
}
