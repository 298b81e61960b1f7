import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { judged, rowsInto } from '#platform/commands/builders.ts';
import { anOrganisation } from '../builders.ts';
import { organisations, type Organisation } from '../schema.ts';
import { correctOrganisation } from './correct-organisation.ts';

const FIELDS = ['name', 'acronym', 'colline'] as const;
const VALUES = ['Abahuza', 'Twese Hamwe', 'Urumuri', 'Ejo Heza'] as const;

// An edit by somebody who read the organisation as it stood so many edits ago.
const edit = fc.record({
	fields: fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1 }),
	becomes: fc.constantFrom(...VALUES),
	ago: fc.nat(4),
});

describe('corrections by many hands', () => {
	it('never lose a value: what is written over was read by who wrote over it, and each who is refused is told both values', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
				const stood: Organisation[] = [anOrganisation({ acronym: '', colline: '' })];
				for (const { fields, becomes, ago } of edits) {
					const now = stood.at(-1) as Organisation;
					const read = stood.at(-1 - ago) ?? (stood[0] as Organisation);
					const changes = Object.fromEntries(fields.map((field) => [field, { was: read[field], becomes }]));
					const decision = await judged(correctOrganisation, { organisationId: now.id, ...changes }, [[organisations, now]]);
					const lost = FIELDS.find((field) => fields.includes(field) && now[field] !== read[field] && now[field] !== becomes);
					if (lost) {
						expect(decision).toMatchObject({ key: 'platform.changed-meanwhile', params: { field: lost, theirs: now[lost], yours: becomes } });
						continue;
					}
					expect(isRefusal(decision)).toBe(false);
					const [after] = rowsInto(organisations, decision);
					expect(after).toEqual({ ...now, ...Object.fromEntries(fields.map((field) => [field, becomes])) });
					stood.push(after as Organisation);
				}
			}),
		);
	});
});
