import { idFor, newId, type Id } from '#kernel/ids.ts';
import { PARTNER_OF, teams, type Tried } from './who.ts';
import type { Visitor } from './visitors.ts';
import { canary, ORGANISATIONS, type OrganisationKey, type World } from './world.ts';

type Build = Readonly<{ does: (by: Visitor, command: string, input: unknown) => Promise<void>; idOf: (what: string) => Id }>;

const NAMES = { one: 'Dusangire Umurava', two: 'Terimbere Kazoza', three: 'Inganji Rukundo', bee: 'Abahizi Mugisha' } as const;
const PROGRAMME_OF = { one: 'programme a', two: 'programme a', three: 'programme a', bee: 'programme b' } as const;

/**
 * Fills the world with records that are nearly one: under the partner of each organisation two associations, in each
 * organisation two persons, and two associations of which CARE accompanies one and Oxfam the other.
 */
export async function fillTwins({ does, idOf }: Build, by: Readonly<Record<OrganisationKey, Visitor>>): Promise<void> {
	const register = (who: Visitor, what: string, given: Readonly<{ partner: string; name: string; phone: string }>) =>
		does(who, 'registry.register-organisation', {
			...{ id: idOf(what), partnerId: idOf(given.partner), name: given.name, kind: 'association', placeScheme: '2025', placeCode: 'BI102' },
			...{ membersWomen: 4, membersMen: 4, registeredOn: '2026-01-10' },
			contact: { id: newId(), fullName: 'Personne inventée', duty: '', phone: given.phone, email: '' },
		});
	for (const [at, key] of ORGANISATIONS.entries())
		for (const side of ['left', 'right']) {
			const like = { partner: PARTNER_OF[key], phone: `7900000${at}` };
			await register(by[key], `twin ${side} ${key}`, { ...like, name: `${NAMES[key]} ${canary(`twin${side}`, key)}` });
			const person = { id: idOf(`person ${side} ${key}`), fullName: `Nzeyimana Gérard ${canary(`man${side}`, key)}`, sex: 'M', birthYear: 1984 };
			const met = { organisationId: idOf(`organisation ${key}`), metOn: '2026-02-01', person: { ...person, phone: `7911111${at}` } };
			await does(by[key], 'people.meet-person', met);
		}
	for (const [side, partner] of [
		['left', 'partner care'],
		['right', 'partner oxfam'],
	] as const)
		await register(by.one, `twin ${side} across`, { partner, phone: '79222222', name: `Imboneza Ubuntu ${canary(`twin${side}`, 'across')}` });
}

/** The number of the pair of two records. It follows from theirs; who guesses it learns nothing. */
export function pairOf(table: 'registry.twins' | 'people.twins', one: Id, other: Id): Id {
	return idFor(`${table} ${[one, other].sort().join(' ')}`);
}

function decided({ idOf }: World, of: OrganisationKey, what: 'twin' | 'person') {
	const table = what === 'twin' ? 'registry.twins' : 'people.twins';
	return {
		programmeId: idOf(PROGRAMME_OF[of]),
		twinId: pairOf(table, idOf(`${what} left ${of}`), idOf(`${what} right ${of}`)),
		on: '2026-11-01',
	};
}

/** The commands on pairs; see `COMMANDS`. */
export const TWIN_COMMANDS: readonly Tried[] = [
	...(['registry.merge-organisations', 'people.merge-persons'] as const).map((command) => ({
		command,
		allowed: teams,
		input: (world: World, of: OrganisationKey) => ({ ...decided(world, of, whatOf(command)), id: newId(), stands: 'one' }),
	})),
	...(['registry.part-organisations', 'people.part-persons'] as const).map((command) => ({
		command,
		allowed: teams,
		input: (world: World, of: OrganisationKey) => ({ ...decided(world, of, whatOf(command)), id: newId() }),
	})),
	...(['registry.tell-organisations-apart', 'people.tell-persons-apart'] as const).map((command) => ({
		command,
		allowed: teams,
		input: (world: World, of: OrganisationKey) => decided(world, of, whatOf(command)),
	})),
];

function whatOf(command: string): 'twin' | 'person' {
	return command.startsWith('registry.') ? 'twin' : 'person';
}
