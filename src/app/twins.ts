import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { speaksFor, TWIN_STATES, type Twin } from '#capabilities/people/index.ts';
import { countTwins, listTwins, standsFor, type TwinRow, type TwinTables } from '#capabilities/people/server/twins.ts';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { act, today, type Refused, type TypedForm } from './form.ts';
import { gives, rolesAt, type Standing } from './standing.ts';

/** A pair as its page shows it: what speaks for and against, which record stands for each side, and whether the reader may decide. */
export type ShownPair = Omit<TwinRow, 'reasons'> &
	Readonly<{
		speakingFor: readonly string[];
		speakingAgainst: readonly string[];
		/** For each side, the record that stands for it now. */
		standing: readonly [Id, Id];
		mayDecide: boolean;
	}>;

/** What the page of pairs shows, without the faces of the records; `ids` says whose faces it needs. */
export async function twinsShown(reading: Reading, of: TwinTables, { standing, tab }: Readonly<{ standing: Standing; tab: string | null }>) {
	const { visitor, programme } = standing;
	const state: Twin['state'] = TWIN_STATES.find((one) => one === tab) ?? 'proposed';
	const pairs = await listTwins(reading, of, { programmeId: programme.id, state });
	const ids = new Set(pairs.flatMap(({ oneId, otherId, standsId }) => [oneId, otherId, ...(standsId ? [standsId] : [])]));
	const stands = await standsFor(reading, of, [...ids]);
	const decides = new Map<Id, boolean>();
	for (const scopeId of new Set(pairs.map((pair) => pair.scopeId)))
		decides.set(
			scopeId,
			!programme.closed && gives(await rolesAt(reading, visitor.personId, scopeId), `${of === 'people' ? 'people' : 'registry'}.merge`),
		);
	return {
		state,
		programmeId: programme.id,
		counts: await countTwins(reading, of, programme.id),
		ids: [...ids.union(new Set(stands.values()))],
		pairs: pairs.map(({ reasons, ...pair }): ShownPair => ({
			...pair,
			speakingFor: reasons.filter(speaksFor),
			speakingAgainst: reasons.filter((reason) => !speaksFor(reason)),
			standing: [stands.get(pair.oneId) ?? pair.oneId, stands.get(pair.otherId) ?? pair.otherId],
			mayDecide: decides.get(pair.scopeId) ?? false,
		})),
	};
}

const COMMANDS = {
	registry: { merge: 'registry.merge-organisations', part: 'registry.part-organisations', apart: 'registry.tell-organisations-apart' },
	people: { merge: 'people.merge-persons', part: 'people.part-persons', apart: 'people.tell-persons-apart' },
} as const;

type Deciding = (event: RequestEvent) => Promise<ActionFailure<Refused> | undefined>;

/** The three things a person may do with a pair. Afterwards the page is shown again, where she was. */
export function twinActions(of: TwinTables, page: string): Readonly<Record<'merge' | 'part' | 'apart', Deciding>> {
	const told = (form: TypedForm) => ({ programmeId: form.text('programmeId'), twinId: form.text('twinId'), on: today() });
	return {
		async merge(event) {
			const failure = await act(event, COMMANDS[of].merge, (form) => ({ ...told(form), id: form.id('standing'), stands: form.text('stands') }));
			return failure ?? redirect(303, `${page}?fait=merged`);
		},
		async part(event) {
			const failure = await act(event, COMMANDS[of].part, (form) => ({ ...told(form), id: form.id('standing') }));
			return failure ?? redirect(303, `${page}?fait=parted`);
		},
		async apart(event) {
			const failure = await act(event, COMMANDS[of].apart, told);
			return failure ?? redirect(303, `${page}?fait=apart`);
		},
	};
}
