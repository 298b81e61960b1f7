import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { standingTold } from '../activity-facts.ts';
import { asked, declarations, totals, type Asked } from '../activity-schema.ts';
import { declared, standingOf } from '../rules/declared.ts';
import { wasThere } from '../rules/half-days.ts';
import { countedAgain, differsTooMuch, sampleToAsk } from '../rules/recount.ts';
import { personsWhoCame } from '../rules/who-came.ts';
import { attendance, enrolments, sessions } from '../schema.ts';

/**
 * Verifies what was declared of a session: another person asks a sample of those noted present again, or counts a discreet one anew
 * from its papers (`recounted`). Refuses the person who declared it, another sample than the one drawn, and when nobody was reached.
 * Source: data-quality assessment, recount of source documents (standards-reporting, section 6).
 */
export const verifySession = defineCommand({
	name: 'training.verify-session',
	version: 1,
	place: 'office',
	permission: 'training.verify',
	input: v.object({
		...{ sessionId: id, verifiedOn: day, sample: v.pipe(v.array(asked), v.maxLength(500)) },
		...{ recounted: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000))), words: v.optional(paragraph(0, 1000), '') },
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [before] = await records.list(declarations, { sessionId });
		return {
			session: await records.find(sessions, sessionId),
			before,
			marks: await records.list(attendance, { sessionId }),
			listed: await records.list(enrolments, { sessionId, withdrawn: false }),
			counted: await records.list(totals, { sessionId }),
		};
	},

	decide({ session, before, marks, listed, counted }, { verifiedOn, sample, recounted, words }, { personId }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (session.state !== 'held' || !session.heldOn) return refuse('training.not-held-yet', { code: session.code });
		// Without a declaration nobody knows who declared: whoever verifies could be the same person.
		if (!before) return refuse('training.declared-by-nobody');
		if (before.declaredBy === personId) return refuse('training.verify-by-another');
		if (before.publishedOn) return refuse('training.published-already', { on: before.publishedOn });
		if (verifiedOn < session.heldOn) return refuse('training.verified-before-held', { held: session.heldOn });
		const persons = personsWhoCame(marks, counted);
		if (persons === 0) return refuse('training.nobody-came');
		const came = new Set(marks.filter(({ mark }) => wasThere(mark)).map((mark) => mark.personId));
		const drawn = sampleToAsk(
			session.id,
			listed.filter((one) => came.has(one.personId)).map((one) => one.id),
		);
		if (!session.discreet && !isSample(drawn, sample)) return refuse('training.another-sample');
		const again = session.discreet ? { asked: persons, confirmed: recounted ?? 0 } : countedAgain(sample);
		if (again.asked === 0 || (session.discreet && recounted === null)) return refuse('training.nobody-reached');
		const after = { ...before, persons, verifiedOn, verifiedBy: personId, sample: session.discreet ? [] : sample, ...again, words };
		return { writes: [put(declarations, after)], facts: [standingTold(session, 'verified', { id: after.id, on: verifiedOn })] };
	},
});

/**
 * Publishes a verified session: its figures are then the donor's. Refuses one that was not verified, one that changed since, and, when
 * the recount differs by more than a tenth, without a word that says why it is published all the same.
 */
export const publishSession = defineCommand({
	name: 'training.publish-session',
	version: 1,
	place: 'office',
	permission: 'training.publish',
	input: v.object({ sessionId: id, publishedOn: day, words: v.optional(paragraph(0, 1000), '') }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [declaration] = await records.list(declarations, { sessionId });
		return {
			session: await records.find(sessions, sessionId),
			declaration,
			persons: personsWhoCame(await records.list(attendance, { sessionId }), await records.list(totals, { sessionId })),
		};
	},

	decide({ session, declaration, persons }, { publishedOn, words }, { personId }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (!declaration?.verifiedOn) return refuse('training.verify-first');
		if (declaration.publishedOn) return refuse('training.published-already', { on: declaration.publishedOn });
		if (publishedOn < declaration.verifiedOn) return refuse('training.published-before-verified', { verified: declaration.verifiedOn });
		if (persons !== declaration.persons) return refuse('training.changed-since-verified', { then: declaration.persons, now: persons });
		if (differsTooMuch(declaration.asked ?? 0, declaration.confirmed ?? 0) && words.length < 3) return refuse('training.recount-differs');
		const after = { ...declaration, publishedOn, publishedBy: personId, words: words || declaration.words };
		return { writes: [put(declarations, after)], facts: [standingTold(session, 'published', { id: after.id, on: publishedOn })] };
	},
});

/** Takes back the last step of a session on its way to the donor: published is verified again, verified is declared again. */
export const takeBackStanding = defineCommand({
	name: 'training.take-back-standing',
	version: 1,
	place: 'office',
	permission: 'training.publish',
	input: v.object({ sessionId: id }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId }) {
		const [declaration] = await records.list(declarations, { sessionId });
		return { session: await records.find(sessions, sessionId), declaration };
	},

	decide({ session, declaration }) {
		if (typeof session !== 'object') return refuse('platform.not-permitted');
		if (!declaration) return refuse('training.verify-first');
		const standing = standingOf(declaration);
		if (standing === 'declared') return refuse('training.verify-first');
		const { id, declaredOn, declaredBy, persons } = declaration;
		const after =
			standing === 'published'
				? { ...declaration, publishedOn: null, publishedBy: null }
				: declared(id, session, { declaredOn, declaredBy, persons });
		return { writes: [put(declarations, after)], facts: [standingTold(session, standing, { id, on: null })] };
	},
});

function isSample(drawn: readonly string[], sample: readonly Asked[]): boolean {
	const told = new Set(sample.map(({ enrolmentId }) => enrolmentId as string));
	return told.size === sample.length && drawn.length === sample.length && drawn.every((id) => told.has(id));
}
