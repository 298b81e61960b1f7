import { idFor, type Id } from '#kernel/ids.ts';
import { addOrPut, defineReaction, put, type Event, type Write } from '#platform/commands/command.ts';
import type { Records } from '#platform/commands/records.ts';
import { narrowestScope, proposedPairs } from '../../people/index.ts';
import { comparedOrganisation } from '../rules/twins/compared-organisation.ts';
import { organisationKeys } from '../rules/twins/organisation-keys.ts';
import { organisationLikeness, type ComparedOrganisation } from '../rules/twins/organisation-likeness.ts';
import { contacts, formerNames, legalActs, organisations, twinKeys, twins, type Organisation, type TwinKey } from '../schema.ts';

/** Told when what an organisation is known by was written: its name, its place, an act, a telephone. */
export type OrganisationTold = Event & Readonly<{ name: 'registry.organisation-told'; organisationId: Id }>;

/** Tells that what an organisation is known by was written. */
export function organisationTold(organisationId: Id): OrganisationTold {
	return { name: 'registry.organisation-told', organisationId };
}

// A key that so many share says nothing of any of them.
const MOST_UNDER_A_KEY = 40;
// Those who share most keys are looked at; a twin shares several.
const MOST_COMPARED = 30;

/** Keeps the keys under which an organisation is found again, and proposes as twins those that are like it. */
export const lookForTwins = defineReaction({
	on: 'registry.organisation-told',

	async gather(records, { organisationId }: OrganisationTold) {
		const known = await knownOf(records, organisationId);
		if (!known) return { known, kept: [], pairs: [], others: [] };
		const keys = organisationKeys(known.compared);
		const [kept, asOne, asOther, met] = await Promise.all([
			records.list(twinKeys, { organisationId }),
			records.list(twins, { oneId: organisationId }),
			records.list(twins, { otherId: organisationId }),
			metUnder(records, known.organisation, keys),
		]);
		const pairs = [...asOne, ...asOther];
		// What was proposed before is looked at again, though it may share no key any more.
		const before = pairs.map(({ oneId, otherId }) => (oneId === organisationId ? otherId : oneId));
		const others = await Promise.all([...new Set([...met, ...before])].map((id) => knownOf(records, id)));
		return { known, kept, pairs, others: others.filter((other) => other !== undefined) };
	},

	react({ known, kept, pairs, others }, { organisationId: id }) {
		if (!known) return { writes: [] };
		const { programmeId } = known.organisation;
		const candidates = others.map((other) => ({
			id: other.organisation.id,
			likeness: organisationLikeness(known.compared, other.compared),
			scopeId: narrowestScope(scopesOf(known.organisation), scopesOf(other.organisation)),
		}));
		return { writes: [...keysKept(known, kept), ...proposedPairs({ twins, programmeId, id, known: pairs, candidates })] };
	},
});

type Known = Readonly<{ organisation: Organisation; compared: ComparedOrganisation }>;

async function knownOf(records: Records, organisationId: Id): Promise<Known | undefined> {
	const [organisation, former, acts, reached] = await Promise.all([
		records.find(organisations, organisationId),
		records.list(formerNames, { organisationId }),
		records.list(legalActs, { organisationId }),
		records.list(contacts, { organisationId, gone: false }),
	]);
	return typeof organisation === 'object' ? { organisation, compared: comparedOrganisation(organisation, { former, acts, reached }) } : undefined;
}

// Those that share a key that few share, those that share most first.
async function metUnder(records: Records, { id, programmeId }: Organisation, keys: readonly string[]): Promise<readonly Id[]> {
	const shared = await Promise.all(keys.map((key) => records.list(twinKeys, { programmeId, key }, MOST_UNDER_A_KEY + 1)));
	const times = new Map<Id, number>();
	for (const { organisationId } of shared.filter((rows) => rows.length <= MOST_UNDER_A_KEY).flat())
		if (organisationId !== id) times.set(organisationId, (times.get(organisationId) ?? 0) + 1);
	return [...times]
		.toSorted(([, a], [, b]) => b - a)
		.slice(0, MOST_COMPARED)
		.map(([organisationId]) => organisationId);
}

// Nothing is deleted: a key that no longer holds gives its place to a new one, or stands empty.
function keysKept({ organisation: { id, programmeId }, compared }: Known, kept: readonly TwinKey[]): readonly Write[] {
	const keys = organisationKeys(compared);
	const free = kept.filter(({ key }) => !keys.includes(key));
	const fresh = keys.filter((key) => kept.every((row) => row.key !== key));
	const written = fresh.map((key, at) => {
		const row = { id: free[at]?.id ?? idFor(`${twinKeys.name} ${id} ${kept.length + at}`), scopeId: id, programmeId, organisationId: id, key };
		return addOrPut(twinKeys, free[at], row);
	});
	const emptied = free.slice(fresh.length).filter(({ key }) => key !== '');
	return [...written, ...emptied.map((row) => put(twinKeys, { ...row, key: '' }))];
}

function scopesOf({ id, partnerId, programmeId }: Organisation): readonly Id[] {
	return [id, partnerId, programmeId];
}
