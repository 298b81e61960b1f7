import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../builders.ts';
import { persons } from '../schema.ts';
import { correctPerson } from './correct-person.ts';

const met = aPerson({ fullName: 'Nahimana Ester', sex: 'F', birthYear: 1990 });
const over = (given: object) => judged(correctPerson, { personId: met.id, ...given }, [[persons, met]]);

describe('correct a person', () => {
	it('changes the fields that were sent, and tells who counts her', async () => {
		const decision = await over({ fullName: { was: 'Nahimana Ester', becomes: 'Nahimana Esther' }, birthYear: { was: 1990, becomes: 1991 } });
		expect(rowsInto(persons, decision)).toEqual([{ ...met, fullName: 'Nahimana Esther', birthYear: 1991 }]);
		expect(decision).toMatchObject({ events: [{ name: 'people.person-met' }, { name: 'people.person-corrected', personId: met.id }] });
	});

	it('refuses a field that somebody changed meanwhile, with both values', async () => {
		expect(await over({ birthYear: { was: 1985, becomes: 1986 } })).toMatchObject({
			key: 'platform.changed-meanwhile',
			params: { theirs: '1990', yours: '1986' },
		});
	});

	it('refuses a year in which she cannot have been born', async () => {
		expect(verdictOf(await over({ birthYear: { was: 1990, becomes: 2099 } }))).toBe('people.birth-year-unlikely');
	});
});
