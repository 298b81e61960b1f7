import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { persons } from '../../people/index.ts';
import { COMMITMENT_STATES, commitments, visits } from '../coaching-schema.ts';

/**
 * Writes what will be done after a visit, by whom and by which day. The person is one known of the organisation, or a name.
 * Refuses once the visit was agreed or cancelled, a day before the visit, and a person of another organisation.
 */
export const makeCommitment = defineCommand({
	name: 'training.make-commitment',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object({
		...{ id, visitId: id, words: line(3, 500), personId: v.optional(v.nullable(id), null), personName: v.optional(line(0, 120), '') },
		dueOn: day,
	}),
	scope: ({ visitId }) => scopeOf(visits, visitId),
	locks: ({ visitId }) => [[visits, visitId]],

	async gather(records, { visitId, personId }) {
		return { visit: await records.find(visits, visitId), person: personId ? await records.find(persons, personId) : undefined };
	},

	decide({ visit, person }, { personName, ...commitment }) {
		if (typeof visit !== 'object') return refuse('platform.not-permitted');
		if (visit.state === 'cancelled') return refuse('training.coaching-cancelled');
		if (visit.agreedOn) return refuse('training.coaching-agreed-already', { on: visit.agreedOn });
		if (commitment.personId && (typeof person !== 'object' || person.organisationId !== visit.organisationId))
			return refuse('platform.not-permitted');
		const name = typeof person === 'object' ? person.fullName : personName;
		if (name.length < 2) return refuse('training.coaching-who', { field: 'personName' });
		if (visit.heldOn && commitment.dueOn < visit.heldOn) return refuse('training.coaching-due-before', { field: 'dueOn', held: visit.heldOn });
		const { scopeId, organisationId } = visit;
		return { writes: [add(commitments, { ...commitment, scopeId, organisationId, personName: name, state: 'open', followedOn: null })] };
	},
});

/**
 * Follows a commitment on a day: done, given up, or not yet. The organisation's leader may say it too.
 * Refuses a day before the visit it was made at.
 */
export const followCommitment = defineCommand({
	name: 'training.follow-commitment',
	version: 1,
	place: 'office',
	permission: 'training.follow-commitment',
	input: v.object({ commitmentId: id, state: v.picklist(COMMITMENT_STATES), on: day }),
	scope: ({ commitmentId }) => scopeOf(commitments, commitmentId),
	locks: ({ commitmentId }) => [[commitments, commitmentId]],

	async gather(records, { commitmentId }) {
		const commitment = await records.find(commitments, commitmentId);
		return { commitment, visit: typeof commitment === 'object' ? await records.find(visits, commitment.visitId) : undefined };
	},

	decide({ commitment, visit }, { state, on }) {
		if (typeof commitment !== 'object' || typeof visit !== 'object') return refuse('platform.not-permitted');
		if (visit.heldOn && on < visit.heldOn) return refuse('training.coaching-followed-before', { field: 'on', held: visit.heldOn });
		return { writes: [put(commitments, { ...commitment, state, followedOn: on })] };
	},
});
