import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { ACTOR, recordsOf, rowsInto } from '#platform/commands/builders.ts';
import type { Row, Table } from '#platform/commands/table.ts';
import { aTwin } from '../../people/builders.ts';
import { anOrganisation } from '../builders.ts';
import { comparedOrganisation } from '../rules/twins/compared-organisation.ts';
import { organisationKeys } from '../rules/twins/organisation-keys.ts';
import { organisations, twinKeys, twins, type Organisation } from '../schema.ts';
import { lookForTwins, organisationTold } from './look-for-twins.ts';

const programmeId = newId();
type Paper = readonly (readonly [Table, Row])[];

function onPaper(organisation: Organisation): Paper {
	const keys = organisationKeys(comparedOrganisation(organisation, { former: [], acts: [], reached: [] }));
	const { id } = organisation;
	return [
		[organisations, organisation],
		...keys.map((key) => [twinKeys, { id: newId(), scopeId: id, programmeId, organisationId: id, key }] as const),
	];
}

async function looked(told: Organisation, paper: Paper) {
	const event = organisationTold(told.id);
	return lookForTwins.react(await lookForTwins.gather(recordsOf(paper), event), event, { personId: ACTOR });
}

describe('looking for twins', () => {
	const fresh = anOrganisation({ programmeId, name: 'Twiyungunganye' });
	const like = anOrganisation({ programmeId, name: 'Twiyunguganye' });

	it('keeps the keys under which it will be found, and proposes what is like it to those who see both', async () => {
		const decision = await looked(fresh, [[organisations, fresh], ...onPaper(like), ...onPaper(anOrganisation({ programmeId, name: 'Abadahigwa' }))]);
		expect(rowsInto(twinKeys, decision).length).toBeGreaterThan(2);
		expect(rowsInto(twins, decision)).toMatchObject([{ scopeId: programmeId, oneId: [fresh.id, like.id].sort()[0], state: 'proposed' }]);
	});

	it('leaves a pair as a person decided it', async () => {
		const apart = aTwin(fresh.id, like.id, { programmeId, state: 'different', score: 1 });
		expect(rowsInto(twins, await looked(fresh, [...onPaper(fresh), ...onPaper(like), [twins, apart]]))).toEqual([]);
	});

	it('lets a pair fall when a name is corrected, and gives the place of its keys to others', async () => {
		const proposed = aTwin(fresh.id, like.id, { programmeId, score: 95 });
		const before = onPaper(fresh);
		const corrected = { ...fresh, name: 'Rima Worore' };
		const decision = await looked(corrected, [[organisations, corrected], ...before.slice(1), ...onPaper(like), [twins, proposed]]);
		expect(rowsInto(twins, decision)[0]?.score).toBeLessThan(50);
		const held = before.slice(1).map(([, { id }]) => id);
		expect(rowsInto(twinKeys, decision).filter(({ id }) => held.includes(id)).length).toBeGreaterThan(0);
	});

	it('passes over a key that too many share', async () => {
		const many = Array.from({ length: 45 }, () => anOrganisation({ programmeId, name: 'Twiyungunganye' }));
		const decision = await looked(fresh, [[organisations, fresh], ...many.flatMap(onPaper)]);
		expect(rowsInto(twins, decision)).toEqual([]);
	});
});
