import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { persons } from '../schema.ts';
import { meetPerson } from './meet-person.ts';

const person = { id: newId(), fullName: 'Domitille Nduwimana', sex: 'F', birthYear: 1990, phone: '' };
const asked = { person, organisationId: newId(), metOn: '2026-04-01' };

describe('meet a person', () => {
	it('keeps no more than is needed to count her once', async () => {
		const [row] = rowsInto(persons, await judged(meetPerson, asked));
		expect(row).toEqual({ ...person, scopeId: asked.organisationId, organisationId: asked.organisationId, metOn: '2026-04-01' });
	});

	it('takes one whose year of birth is not known', async () => {
		expect(verdictOf(await judged(meetPerson, { ...asked, person: { ...person, birthYear: null } }))).toBe('applied');
	});

	it.each([2027, 1915])('refuses a birth in %i, for somebody met in 2026', async (birthYear) => {
		expect(verdictOf(await judged(meetPerson, { ...asked, person: { ...person, birthYear } }))).toBe('people.birth-year-unlikely');
	});

	it('refuses one who is recorded already', async () => {
		const [row] = rowsInto(persons, await judged(meetPerson, asked));
		expect(verdictOf(await judged(meetPerson, asked, [[persons, row as never]]))).toBe('people.already-met');
	});
});
