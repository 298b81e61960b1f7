import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, scope } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { groups } from '../../needs/index.ts';
import { partners, placeCode, placeScheme } from '../../programme/index.ts';
import { modules, moduleVersions, quietFaces } from '../activity-schema.ts';
import { answerMoved } from '../rules/answer-moved.ts';
import { faceForOthers, quietFaceOf } from '../rules/discreet.ts';
import { daysOf, practiceDay } from '../rules/half-days.ts';
import { halfDay, sessionKind, sessions, trainer, type Session } from '../schema.ts';

const MOST_TRAINERS = 12;

/**
 * Plans a session, a training or a workshop, that answers a group of needs; with the version of a module that it follows.
 * Of a discreet one, place, venue and trainers go into a face of their own, for the team alone.
 * Refuses a group that was not accepted, a code that is taken, half-days given twice, and a module of another programme.
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
		kind: v.optional(sessionKind, 'training'),
		discreet: v.optional(v.boolean(), false),
		quietFaceId: v.optional(id),
		moduleVersionId: v.optional(v.nullable(id), null),
		trainers: v.optional(v.pipe(v.array(trainer), v.maxLength(MOST_TRAINERS)), []),
	}),
	scope: ({ partnerId }) => scope(partnerId),

	async gather(records, { id, partnerId, groupId, code, moduleVersionId }) {
		const partner = await records.find(partners, partnerId);
		const programmeId = typeof partner === 'object' ? partner.programmeId : partnerId;
		const version = moduleVersionId ? await records.find(moduleVersions, moduleVersionId) : undefined;
		return {
			taught: typeof version === 'object' ? await records.find(modules, version.moduleId) : undefined,
			partner,
			group: await records.find(groups, groupId),
			before: await records.find(sessions, id),
			sameCode: await records.list(sessions, { programmeId, code }),
		};
	},

	decide({ partner, group, before, sameCode, taught }, { partnerId, halfDays, quietFaceId, ...asked }) {
		if (typeof partner !== 'object' || typeof group !== 'object' || before) return refuse('platform.not-permitted');
		if (group.programmeId !== partner.programmeId) return refuse('platform.not-permitted');
		if (group.decision !== 'accepted') return refuse('training.group-not-accepted', { heading: group.heading });
		if (sameCode.length > 0) return refuse('training.code-taken', { code: asked.code });
		if (new Set(halfDays).size !== halfDays.length) return refuse('training.half-day-twice');
		if (asked.moduleVersionId && (typeof taught !== 'object' || taught.programmeId !== partner.programmeId)) return refuse('platform.not-permitted');
		if (asked.discreet && !quietFaceId) return refuse('platform.missing', { field: 'quietFaceId' });
		const days = daysOf(halfDays);
		const [firstOn, lastOn] = [days[0], days.at(-1)];
		if (!firstOn || !lastOn) return refuse('training.no-half-day');
		const session: Session = {
			...{ ...asked, ...faceForOthers(asked, asked.discreet) },
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
		const quiet = asked.discreet && quietFaceId ? [add(quietFaces, quietFaceOf(quietFaceId, session, faceOf(asked)))] : [];
		return { writes: [add(sessions, session), ...quiet], events: [answerMoved(session)] };
	},
});

function faceOf({ placeScheme, placeCode, venue, trainers }: Pick<Session, 'placeScheme' | 'placeCode' | 'venue' | 'trainers'>) {
	return { placeScheme, placeCode, venue, trainers };
}
