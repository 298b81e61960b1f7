import { redirect } from '@sveltejs/kit';
import { addDays } from '#kernel/calendar-date.ts';
import { today } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { isPromiseLate, needState } from '#capabilities/needs/rules/need-state.ts';
import { isOverdue } from '#capabilities/needs/rules/overdue.ts';
import { weightingNow } from '#capabilities/needs/server/headings.ts';
import { listGroups, listNeeds } from '#capabilities/needs/server/reads.ts';
import { organisationNames } from '#capabilities/registry/server/reads.ts';
import { listSessions, practicesDue } from '#capabilities/training/server/reads.ts';
import type { PageServerLoad } from './$types';

const SOON_DAYS = 60;

/** What waits for this person today: to confirm, to group, to decide, to tell, to hold, to check, to judge. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	if (!visitor.roles.some(({ role }) => role !== 'donor' && role !== 'administrator')) redirect(303, '/indicateurs');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const groups = await listGroups(reading, programme.id);
		const needs = (await listNeeds(reading, { programmeId: programme.id, limit: 2000 })).map((need) => ({
			...need,
			state: needState(
				need,
				groups.find(({ id }) => id === need.groupId),
			),
		}));
		const names = await organisationNames(reading, [...new Set(needs.map(({ organisationId }) => organisationId))]);
		const sessions = await listSessions(reading, { programmeId: programme.id });
		const now = today();
		const { days } = await weightingNow(reading, programme.id);
		const named = (some: typeof needs) => some.map((need) => ({ ...need, organisation: names.get(need.organisationId) ?? '' }));
		return {
			today: now,
			toConfirm: may('needs.confirm') ? named(needs.filter(({ state }) => state === 'to-confirm')) : [],
			toJudge: may('needs.judge-answer') ? named(needs.filter(({ answeredOn, verdict }) => answeredOn && !verdict)) : [],
			toGroup: may('needs.group') ? needs.filter(({ groupId, takenBackOn }) => !groupId && !takenBackOn).length : 0,
			toDecide: may('needs.decide') ? groups.filter(({ decision }) => !decision) : [],
			toTell: may('needs.answer') ? groups.filter(({ decision, waiting }) => decision && waiting > 0) : [],
			late: groups.filter((group) => isPromiseLate(group, now)),
			overdue: may('needs.decide')
				? needs.filter((need) =>
						isOverdue(
							need,
							groups.find(({ id }) => id === need.groupId),
							{ days, today: now },
						),
					).length
				: 0,
			overdueAfter: days,
			toLookAgain: may('needs.decide')
				? groups.filter(({ decision, lookAgainOn }) => decision === 'deferred' && lookAgainOn && lookAgainOn <= now)
				: [],
			toHold: may('training.hold') ? sessions.filter(({ state, lastOn }) => state === 'planned' && lastOn < now) : [],
			coming: sessions.filter(({ state, lastOn, firstOn }) => state === 'planned' && lastOn >= now && firstOn <= addDays(now, SOON_DAYS)),
			toCheck: may('training.check-practice') ? (await practicesDue(reading, { programmeId: programme.id, today: now, most: 20 })).due : [],
			may: { express: may('needs.express'), relay: may('needs.relay'), keep: may('training.keep-attendance') },
		};
	});
};
