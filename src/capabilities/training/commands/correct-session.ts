import * as v from 'valibot';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { addOrPut, defineCommand, put, scopeOf, type Write } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { placeCode, placeScheme } from '../../programme/index.ts';
import { quietFaces, totals } from '../activity-schema.ts';
import { answerMoved } from '../rules/answer-moved.ts';
import { faceForOthers, quietFaceOf } from '../rules/discreet.ts';
import { daysOf, practiceDay, wasThere } from '../rules/half-days.ts';
import { attendance, halfDay, sessions, trainer, type Session } from '../schema.ts';

/**
 * Corrects a planned session: its title, place, venue, half-days, trainers. What is left out stays.
 * Refuses one that was held or cancelled, half-days written twice, and taking away a half-day where people were counted.
 */
export const correctSession = defineCommand({
	name: 'training.correct-session',
	version: 1,
	place: 'office',
	permission: 'training.plan',
	input: v.object({
		sessionId: id,
		title: v.optional(line(3, 200)),
		place: v.optional(v.object({ placeScheme, placeCode })),
		venue: v.optional(line(0, 120)),
		halfDays: v.optional(v.pipe(v.array(halfDay), v.minLength(1), v.maxLength(28))),
		trainers: v.optional(v.pipe(v.array(trainer), v.maxLength(12))),
		quietFaceId: v.optional(id),
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [quiet] = await records.list(quietFaces, { sessionId });
		const marks = await records.list(attendance, { sessionId });
		const counted = await records.list(totals, { sessionId });
		const taken = [...marks.filter(({ mark }) => wasThere(mark)), ...counted].map((row) => row.halfDay);
		return { session: await records.find(sessions, sessionId), quiet, taken };
	},

	decide({ session, quiet, taken }, { title, place, venue, halfDays, trainers, quietFaceId }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state !== 'planned') return refuse('training.session-over', { code: session.code });
		const moved = onOtherDays(session, halfDays, taken);
		if (isRefusal(moved)) return moved;
		const now = quiet ?? session;
		const face = { placeScheme: now.placeScheme, placeCode: now.placeCode, venue: venue ?? now.venue, trainers: trainers ?? now.trainers, ...place };
		const number = quiet?.id ?? quietFaceId;
		if (session.discreet && !number) return refuse('platform.missing', { field: 'quietFaceId' });
		const after = { ...moved, title: title ?? session.title, ...faceForOthers(face, session.discreet) };
		const kept: Write[] = session.discreet && number ? [addOrPut(quietFaces, quiet, quietFaceOf(number, session, face))] : [];
		return { writes: [put(sessions, after), ...kept], events: [answerMoved(after)] };
	},
});

function onOtherDays(session: Session, halfDays: readonly string[] | undefined, taken: readonly string[]): Session | Refusal {
	if (!halfDays) return session;
	if (new Set(halfDays).size !== halfDays.length) return refuse('training.half-day-twice');
	const lost = taken.find((half) => !halfDays.includes(half));
	if (lost) return refuse('training.half-day-counted', { day: lost.slice(0, 10) });
	const days = daysOf(halfDays);
	const [firstOn, lastOn] = [days[0], days.at(-1)];
	if (!firstOn || !lastOn) return refuse('training.no-half-day');
	return { ...session, halfDays: [...halfDays].sort(), firstOn, lastOn, checkOn: practiceDay(lastOn) };
}
