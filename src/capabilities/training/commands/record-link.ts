import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line, paragraph } from '#platform/commands/words.ts';
import { organisations } from '../../registry/index.ts';
import { linkMade } from '../activity-facts.ts';
import { links, type Link } from '../activity-schema.ts';
import { sessions } from '../schema.ts';

/**
 * Writes a link that two organisations made at a session: with another of the programme, or with one that is only named.
 * Refuses a link with oneself, one without the other, and organisations of another programme.
 */
export const recordLink = defineCommand({
	name: 'training.record-link',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({
		...{ id, sessionId: id, oneId: id, otherId: v.nullable(id), otherName: v.optional(line(0, 160), '') },
		...{ purpose: paragraph(3, 600), madeOn: day },
	}),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { sessionId, oneId, otherId }) {
		return {
			session: await records.find(sessions, sessionId),
			one: await records.find(organisations, oneId),
			other: otherId ? await records.find(organisations, otherId) : undefined,
			known: await records.list(links, { sessionId, struck: false }),
		};
	},

	decide({ session, one, other, known }, asked) {
		if (typeof session !== 'object' || typeof one !== 'object' || one.programmeId !== session.programmeId) return refuse('platform.not-permitted');
		const { oneId, otherId, otherName } = asked;
		if (otherId && (typeof other !== 'object' || other.programmeId !== session.programmeId)) return refuse('platform.not-permitted');
		if (oneId === otherId) return refuse('training.link-with-itself');
		if (!otherId && otherName.length < 2) return refuse('training.link-with-whom');
		if (asked.madeOn < session.firstOn) return refuse('training.link-before-session', { first: session.firstOn });
		if (otherId && known.some((link) => sameTwo(link, oneId, otherId))) return refuse('training.link-twice');
		const link: Link = { ...asked, otherName: otherId ? '' : otherName, scopeId: session.scopeId, struck: false };
		return { writes: [add(links, link)], facts: [linkMade(link, session)] };
	},
});

/** Strikes out a link that was written by mistake, or puts it back. */
export const strikeLink = defineCommand({
	name: 'training.strike-link',
	version: 1,
	place: 'office',
	permission: 'training.hold',
	input: v.object({ linkId: id, struck: v.boolean() }),
	scope: ({ linkId }) => scopeOf(links, linkId),
	locks: ({ linkId }) => [[links, linkId]],

	async gather(records, { linkId }) {
		const link = await records.find(links, linkId);
		return { link, session: typeof link === 'object' ? await records.find(sessions, link.sessionId) : undefined };
	},

	decide({ link, session }, { struck }) {
		if (typeof link !== 'object' || typeof session !== 'object') return refuse('platform.not-permitted');
		const after = { ...link, struck };
		return { writes: [put(links, after)], facts: [linkMade(after, session)] };
	},
});

function sameTwo({ oneId, otherId }: Link, one: string, other: string): boolean {
	return (oneId === one && otherId === other) || (oneId === other && otherId === one);
}
