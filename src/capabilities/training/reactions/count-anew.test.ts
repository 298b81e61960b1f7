import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { recordsOf } from '#platform/commands/builders.ts';
import { persons } from '../../people/index.ts';
import { aPerson } from '../../people/builders.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, enrolments, sessions } from '../schema.ts';
import { countAnew } from './count-anew.ts';

const person = aPerson({ sex: 'M', birthYear: 1972 });
const [came, stayedAway] = [aSession(), aSession()];
const [there, away] = [came, stayedAway].map((session) => anEnrolment(session, { personId: person.id })) as [
	ReturnType<typeof anEnrolment>,
	ReturnType<typeof anEnrolment>,
];
const event = { name: 'people.person-corrected', personId: person.id, organisationId: person.organisationId } as const;

describe('a person who was corrected', () => {
	it('is counted with her sex and year of birth as they are now, where she came, and nowhere else', async () => {
		const rows = [
			...[came, stayedAway].map((session) => [sessions, session] as const),
			...[there, away].map((enrolment) => [enrolments, enrolment] as const),
			[attendance, aMark(there)] as const,
			[attendance, aMark(away, 'absent')] as const,
			[persons, person] as const,
		];
		const { facts = [] } = countAnew.react(await countAnew.gather(recordsOf(rows), event), event, { personId: newId() });
		expect(facts).toMatchObject([
			{ kind: 'training.attended', key: `${came.id} ${person.id}`, sex: 'M', birthYear: 1972 },
			{ kind: 'training.attended', key: `${stayedAway.id} ${person.id}`, gone: true },
		]);
	});
});
