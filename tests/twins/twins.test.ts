import { describe, expect, it } from 'vitest';
import { PROPOSED_FROM } from '../../src/capabilities/people/rules/twins/likeness.ts';
import { personKeys, personLikeness } from '../../src/capabilities/people/rules/twins/person-likeness.ts';
import { organisationKeys } from '../../src/capabilities/registry/rules/twins/organisation-keys.ts';
import { organisationLikeness } from '../../src/capabilities/registry/rules/twins/organisation-likeness.ts';
import { labelledOrganisations, labelledPersons } from './labelled.ts';
import { inWords, measured } from './measured.ts';

describe('twins of organisations', () => {
	it('are proposed as people labelled them, nearly always', () => {
		const meet = (a: readonly string[], b: readonly string[]) => a.some((key) => b.includes(key));
		const found = measured(
			labelledOrganisations(),
			(a, b) => organisationLikeness(a, b).score >= PROPOSED_FROM && meet(organisationKeys(a), organisationKeys(b)),
			({ names }) => names.map(({ name }) => name).join(' / '),
		);
		console.log(inWords('organisations', found));
		const alone = measured(
			labelledOrganisations(),
			(a, b) => organisationLikeness(a, b).score >= PROPOSED_FROM,
			({ names }) => names.map(({ name }) => name).join(' / '),
		);
		console.log(inWords('alone', alone));
	});
});

describe('twins of persons', () => {
	it('are proposed as people labelled them, nearly always', () => {
		const found = measured(
			labelledPersons(),
			(a, b) =>
				personLikeness(a, b).score >= PROPOSED_FROM &&
				(a.organisationId === b.organisationId ||
					Object.entries(personKeys(a)).some(([key, value]) => value !== '' && value === personKeys(b)[key as 'whole'])),
			({ fullName }) => fullName,
		);
		console.log(inWords('persons', found));
	});
});
