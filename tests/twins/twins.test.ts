import { describe, expect, it } from 'vitest';
import { PROPOSED_FROM } from '../../src/capabilities/people/rules/twins/likeness.ts';
import { personKeys, personLikeness, type ComparedPerson } from '../../src/capabilities/people/rules/twins/person-likeness.ts';
import { organisationKeys } from '../../src/capabilities/registry/rules/twins/organisation-keys.ts';
import { organisationLikeness, type ComparedOrganisation } from '../../src/capabilities/registry/rules/twins/organisation-likeness.ts';
import { labelledOrganisations, labelledPersons } from './labelled.ts';
import { inWords, measured } from './measured.ts';

// A pair is proposed when it is likely and when a key brings the two together.
function proposesOrganisations(one: ComparedOrganisation, other: ComparedOrganisation): boolean {
	const keys = organisationKeys(other);
	return organisationLikeness(one, other).score >= PROPOSED_FROM && organisationKeys(one).some((key) => keys.includes(key));
}

function proposesPersons(one: ComparedPerson, other: ComparedPerson): boolean {
	const [mine, theirs] = [personKeys(one), personKeys(other)];
	const meet =
		one.organisationId === other.organisationId ||
		(['whole', 'longest', 'phone'] as const).some((key) => mine[key] !== '' && mine[key] === theirs[key]);
	return meet && personLikeness(one, other).score >= PROPOSED_FROM;
}

// The floors are what was measured when the weights were laid down, less a small margin.
describe('twins, on the pairs that people labelled', () => {
	it('of organisations are proposed rightly, and few are missed', () => {
		const list = labelledOrganisations();
		const found = measured(list, proposesOrganisations, ({ names }) => names.map(({ name }) => name).join(' / '));
		console.log(inWords('organisations', found));
		expect(list.length).toBeGreaterThanOrEqual(300);
		expect(found.precision).toBeGreaterThanOrEqual(0.97);
		expect(found.recall).toBeGreaterThanOrEqual(0.93);
	});

	it('of persons are proposed rightly, and few are missed', () => {
		const list = labelledPersons();
		const found = measured(list, proposesPersons, ({ fullName }) => fullName);
		console.log(inWords('persons', found));
		expect(list.length).toBeGreaterThanOrEqual(150);
		expect(found.precision).toBeGreaterThanOrEqual(0.93);
		expect(found.recall).toBeGreaterThanOrEqual(0.95);
	});

	it('are as likely whichever of the two is looked at first', () => {
		for (const { one, other } of labelledOrganisations())
			expect(organisationLikeness(one, other).score).toBeCloseTo(organisationLikeness(other, one).score, 10);
		for (const { one, other } of labelledPersons()) expect(personLikeness(one, other).score).toBeCloseTo(personLikeness(other, one).score, 10);
	});
});
