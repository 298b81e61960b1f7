import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { visits, type Visit } from '../coaching-schema.ts';

const said = { visitId: id, name: line(2, 120), duty: line(2, 120), agreedOn: day };

/**
 * Writes that the organisation's representative agreed on the spot, on the device of whoever visits: her name, her duty, the day.
 * Refuses a visit that was not held or was agreed, and a day before it was held.
 */
export const agreeOnTheSpot = defineCommand({
	name: 'training.agree-on-the-spot',
	version: 1,
	place: 'office',
	permission: 'training.coach',
	input: v.object(said),
	scope: ({ visitId }) => scopeOf(visits, visitId),
	locks: ({ visitId }) => [[visits, visitId]],
	gather: async (records, { visitId }) => ({ visit: await records.find(visits, visitId) }),

	decide({ visit }, { name, duty, agreedOn }, { personId }) {
		const no = notToAgree(visit, agreedOn);
		if (no || typeof visit !== 'object') return no ?? refuse('platform.not-permitted');
		return { writes: [put(visits, { ...visit, agreedOn, agreedHow: 'on-the-spot', agreedName: name, agreedDuty: duty, agreedBy: personId })] };
	},
});

/** Agrees to a visit from the leader's own account. Refuses as `agreeOnTheSpot` does; nobody of the team can do it for her. */
export const agreeVisit = defineCommand({
	name: 'training.agree-visit',
	version: 1,
	place: 'office',
	permission: 'training.agree-visit',
	input: v.object(said),
	scope: ({ visitId }) => scopeOf(visits, visitId),
	locks: ({ visitId }) => [[visits, visitId]],
	gather: async (records, { visitId }) => ({ visit: await records.find(visits, visitId) }),

	decide({ visit }, { name, duty, agreedOn }, { personId }) {
		const no = notToAgree(visit, agreedOn);
		if (no || typeof visit !== 'object') return no ?? refuse('platform.not-permitted');
		return { writes: [put(visits, { ...visit, agreedOn, agreedHow: 'own-account', agreedName: name, agreedDuty: duty, agreedBy: personId })] };
	},
});

function notToAgree(visit: Visit | 'unknown' | undefined, agreedOn: string): Refusal | undefined {
	if (typeof visit !== 'object') return refuse('platform.not-permitted');
	if (visit.agreedOn) return refuse('training.coaching-agreed-already', { on: visit.agreedOn });
	if (!visit.heldOn) return refuse('training.coaching-not-held');
	return agreedOn < visit.heldOn ? refuse('training.coaching-agreed-before', { field: 'agreedOn', held: visit.heldOn }) : undefined;
}
