import { defineReaction } from '#platform/commands/command.ts';
import { persons, type PersonCorrected } from '../../people/index.ts';
import { personAttended } from '../facts.ts';
import { attendance, enrolments, sessions } from '../schema.ts';

/**
 * Counts a person anew who was corrected: every session she was at is told again with her sex and year of birth as they are now.
 * Her enrolments are held, so that a mark made at the same moment is counted with them too.
 */
export const countAnew = defineReaction({
	on: 'people.person-corrected',

	async gather(records, { personId }: PersonCorrected) {
		const hers = await records.list(enrolments, { personId });
		const held = await Promise.all(hers.map(({ id }) => records.hold(enrolments, id)));
		const person = await records.find(persons, personId);
		const attended = await Promise.all(
			held.map(async (enrolment) => {
				if (typeof enrolment !== 'object') return undefined;
				const { sessionId } = enrolment;
				const [session, marks] = await Promise.all([records.find(sessions, sessionId), records.list(attendance, { sessionId, personId })]);
				return typeof session === 'object' ? { session, enrolment, marks } : undefined;
			}),
		);
		return { person, attended: attended.filter((one) => one !== undefined) };
	},

	react({ person, attended }) {
		if (typeof person !== 'object') return { writes: [] };
		return { writes: [], facts: attended.map(({ session, enrolment, marks }) => personAttended(session, { enrolment, person, marks })) };
	},
});
