import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { groups } from '../../needs/index.ts';
import { partners, placeCode, placeScheme } from '../../programme/index.ts';
import { daysOf, practiceDay } from '../rules/half-days.ts';
import { answerMoved } from '../rules/answer-moved.ts';
import { halfDay, sessions, type Session } from '../schema.ts';

/**
 * Plans a session that answers a group of needs.
 * Refuses a group that was not accepted, a code that is taken, and half-days given twice.
 */
export const planSession = defineCommand({
	name: 'training.plan-session',
	version: 1,
	place: 'office',
	permission: 'training.plan',
	input: v.object({
		id,
		partnerId: id,
		groupId: id,
		code: v.pipe(line(3, 20), v.toUpperCase(), v.regex(/^[A-Z0-9-]{3,20}$/)),
		title: line(3, 200),
		placeScheme,
		placeCode,
		venue: v.optional(line(0, 120), ''),
		halfDays: v.pipe(v.array(halfDay), v.minLength(1), v.maxLength(28)),
	}),
	scope: ({ partnerId }) => scope(partnerId),

	async gather(records, { id, partnerId, groupId, code }) {
		const partner = await records.find(partners, partnerId);
		const programmeId = typeof partner === 'object' ? partner.programmeId : partnerId;
		return {
			partner,
			group: await records.find(groups, groupId),
			before: await records.find(sessions, id),
			sameCode: await records.list(sessions, { programmeId, code }),
		};
	},

	decide({ partner, group, before, sameCode }, { partnerId, halfDays, ...face }) {
		if (typeof partner !== 'object' || typeof group !== 'object' || before) return refuse('platform.not-permitted');
		if (group.programmeId !== partner.programmeId) return refuse('platform.not-permitted');
		if (group.decision !== 'accepted') return refuse('training.group-not-accepted', { heading: group.heading });
		if (sameCode.length > 0) return refuse('training.code-taken', { code: face.code });
		if (new Set(halfDays).size !== halfDays.length) return refuse('training.half-day-twice');
		const days = daysOf(halfDays);
		const [firstOn, lastOn] = [days[0], days.at(-1)];
		if (!firstOn || !lastOn) return refuse('training.no-half-day');
		const session: Session = {
			...face,
			scopeId: partnerId,
			programmeId: partner.programmeId,
			theme: group.theme,
			halfDays: [...halfDays].sort(),
			firstOn,
			lastOn,
			state: 'planned',
			heldOn: null,
			checkOn: practiceDay(lastOn),
		};
		return { writes: [add(sessions, session)], events: [answerMoved(session)] };
	},
});
