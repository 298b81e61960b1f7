import { put, type Write } from '#platform/commands/command.ts';
import { writtenPlace } from '#kernel/typed-place.ts';
import { directory, type Listing, type Organisation, type Work } from '../schema.ts';

const FEWEST_SHOWN = 5;

type Agreed = Pick<Listing, 'showsWork' | 'showsMembers'>;
type Face = Pick<Organisation, 'name' | 'acronym' | 'kind' | 'placeScheme' | 'placeCode' | 'membersWomen' | 'membersMen'>;

/**
 * What the directory shows of an organisation, as far as it agreed: its face, what it does now, how many its members are.
 * A count under 5 is hidden, and the sum with it: it could be found by subtraction.
 */
export function listedFace(organisation: Face, works: readonly Work[], agreed: Agreed) {
	const { name, acronym, kind, placeScheme, placeCode } = organisation;
	const { showsWork, showsMembers } = agreed;
	const doing = showsWork ? works.filter(({ struck, untilOn }) => !struck && untilOn === null) : [];
	const once = (values: readonly string[]) => [...new Set(values.filter(Boolean))].sort();
	return {
		...{ name, acronym, kind, placeScheme, placeCode, showsWork, showsMembers },
		themes: once(doing.map(({ theme }) => theme)),
		services: once(doing.map(({ service }) => service)),
		zones: once(doing.map(({ placeScheme: scheme, placeCode: code }) => writtenPlace({ scheme, code }))),
		...(showsMembers ? shownMembers(organisation) : NONE),
	};
}

/** Writes the public row of an organisation anew when something of it changed; nothing when it is not listed. */
export function relisted(listing: Listing | undefined, organisation: Face, works: readonly Work[]): readonly Write[] {
	return listing?.listed ? [put(directory, { ...listing, ...listedFace(organisation, works, listing) })] : [];
}

const NONE = { membersWomen: null, membersMen: null, members: null };

function shownMembers({ membersWomen, membersMen }: Pick<Organisation, 'membersWomen' | 'membersMen'>) {
	if (membersWomen === null || membersMen === null) return NONE;
	const members = membersWomen + membersMen;
	if (members < FEWEST_SHOWN) return NONE;
	if (membersWomen < FEWEST_SHOWN || membersMen < FEWEST_SHOWN) return { membersWomen: null, membersMen: null, members };
	return { membersWomen, membersMen, members };
}
