import { idFor, type Id } from '#kernel/ids.ts';
import { addOrPut, defineReaction, type Event } from '#platform/commands/command.ts';
import type { Records } from '#platform/commands/records.ts';
import { proposedPairs } from '../rules/twins/proposed-pairs.ts';
import { personKeys, personLikeness, type ComparedPerson } from '../rules/twins/person-likeness.ts';
import { persons, twinKeys, twins, type Person } from '../schema.ts';
import { narrowestScope } from '../twin-commands.ts';

/** Told by who knows organisations, when a person was met for one: where that organisation stands. */
export type PersonPlaced = Event & Readonly<{ personId: Id; organisationId: Id; partnerId: Id; programmeId: Id; place: string }>;

// A key that so many share says nothing of any of them.
const MOST_UNDER_A_KEY = 40;
const MOST_OF_ONE_ORGANISATION = 60;

/** Keeps the keys under which a person is found again, and proposes as twins those who were met before and are like her. */
export const lookForTwins = defineReaction({
	on: 'registry.person-placed',

	async gather(records, event: PersonPlaced) {
		const person = await records.find(persons, event.personId);
		if (typeof person !== 'object') return { person: undefined, kept: undefined, known: [], others: [] };
		const { id } = person;
		const [[kept], asOne, asOther, hers, beyond] = await Promise.all([
			records.list(twinKeys, { personId: id }),
			records.list(twins, { oneId: id }),
			records.list(twins, { otherId: id }),
			records.list(persons, { organisationId: event.organisationId }, MOST_OF_ONE_ORGANISATION),
			metBeyond(records, comparedPerson(person, event.place), event),
		]);
		const others = [...hers.filter((other) => other.id !== id).map((other) => ({ person: other, met: event })), ...beyond];
		return { person, kept, known: [...asOne, ...asOther], others };
	},

	react({ person, kept, known, others }, { organisationId, partnerId, programmeId, place }) {
		if (!person) return { writes: [] };
		const compared = comparedPerson(person, place);
		const scopes = [organisationId, partnerId, programmeId];
		const candidates = others.map((other) => ({
			id: other.person.id,
			likeness: personLikeness(compared, comparedPerson(other.person, other.met.place)),
			scopeId: narrowestScope(scopes, [other.met.organisationId, other.met.partnerId, other.met.programmeId]),
		}));
		const row = { id: kept?.id ?? idFor(`${twinKeys.name} ${person.id}`), scopeId: organisationId, personId: person.id, organisationId };
		return {
			writes: [
				addOrPut(twinKeys, kept, { ...row, partnerId, programmeId, place, ...personKeys(compared) }),
				...proposedPairs({ twins, programmeId, id: person.id, known, candidates }),
			],
		};
	},
});

/** A person as she is compared, met at a place ("2025:BI503"). */
export function comparedPerson({ fullName, sex, birthYear, phone, organisationId }: Person, place: string): ComparedPerson {
	return { fullName, sex, birthYear, phone, organisationId, place };
}

type Met = Readonly<{ person: Person; met: Pick<PersonPlaced, 'organisationId' | 'partnerId' | 'programmeId' | 'place'> }>;

// Those of other organisations who share a key that few share.
async function metBeyond(records: Records, compared: ComparedPerson, { programmeId, organisationId }: PersonPlaced): Promise<readonly Met[]> {
	const asked = Object.entries(personKeys(compared)).filter(([, value]) => value !== '');
	const shared = await Promise.all(asked.map(([key, value]) => records.list(twinKeys, { programmeId, [key]: value }, MOST_UNDER_A_KEY + 1)));
	const rare = shared.filter((rows) => rows.length <= MOST_UNDER_A_KEY).flat();
	const elsewhere = new Map(rare.filter((keys) => keys.organisationId !== organisationId).map((keys) => [keys.personId, keys]));
	const found = await Promise.all([...elsewhere.values()].map(async (met) => ({ met, person: await records.find(persons, met.personId) })));
	// The cast says what the filter left: on the house, a record is there or it is not.
	return found.filter(({ person }) => typeof person === 'object') as readonly Met[];
}
