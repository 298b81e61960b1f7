import type { LineFields } from '../import/import-fields.ts';
import type { FormerName, LegalAct, Organisation } from '../../schema.ts';
import type { ComparedOrganisation } from './organisation-likeness.ts';

type Face = Pick<Organisation, 'name' | 'acronym' | 'kind' | 'placeScheme' | 'placeCode' | 'colline'>;

/** What else is known of an organisation. */
export type AlsoKnown = Readonly<{
	former: readonly Pick<FormerName, 'name' | 'acronym' | 'struck'>[];
	acts: readonly Pick<LegalAct, 'kind' | 'number' | 'struck'>[];
	reached: readonly Readonly<{ phone: string }>[];
}>;

/** An organisation as it is compared: its face, the names it bore, its acts and its telephones; what was struck out counts for nothing. */
export function comparedOrganisation(
	{ name, acronym, kind, placeScheme, placeCode, colline }: Face,
	{ former, acts, reached }: AlsoKnown,
): ComparedOrganisation {
	return {
		names: [{ name, acronym }, ...former.filter(({ struck }) => !struck)],
		kind,
		place: `${placeScheme}:${placeCode}`,
		colline,
		acts: acts.filter(({ struck }) => !struck),
		phones: reached.map(({ phone }) => phone),
	};
}

/** What a line of a list says, as it is compared with organisations that are registered. */
export function comparedLine({ formerName, act, contacts, kind, ...face }: LineFields): ComparedOrganisation {
	return comparedOrganisation(
		{ ...face, kind: kind ?? 'other' },
		{
			former: formerName ? [{ name: formerName, acronym: '', struck: false }] : [],
			acts: act ? [{ ...act, struck: false }] : [],
			reached: contacts,
		},
	);
}
