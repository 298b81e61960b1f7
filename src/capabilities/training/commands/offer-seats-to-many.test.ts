import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aSession } from '../builders.ts';
import { seats, sessions } from '../schema.ts';
import { offerSeatsToMany } from './offer-seats-to-many.ts';

const session = aSession();
const homes = [1, 2, 3].map(() => anOrganisation({ programmeId: session.programmeId }));
const offers = homes.map(({ id }) => ({ id: newId(), organisationId: id }));
const offer = (more: object = {}, others: Parameters<typeof judged>[2] = []) =>
	judged(offerSeatsToMany, { sessionId: session.id, seats: 4, offers, ...more }, [
		[sessions, session],
		...homes.map((home) => [organisations, home] as const),
		...(others ?? []),
	]);

describe('offer seats to many', () => {
	it('offers each the same, with the aims, and shows each the session', async () => {
		const decision = await offer({ womenAim: 2 });
		expect(rowsInto(seats, decision)).toMatchObject(homes.map(({ id }) => ({ organisationId: id, seats: 4, womenAim: 2, youthAim: null })));
		expect(decision).toMatchObject({ writes: expect.arrayContaining([expect.objectContaining({ kind: 'show', scope: homes[2]?.id })]) });
	});

	it('leaves one that has seats with its own number', async () => {
		const [own] = rowsInto(seats, await offer());
		expect(rowsInto(seats, await offer({ seats: 9 }, [[seats, own as never]]))).toHaveLength(2);
	});

	it('refuses an aim above the seats, and all of them for one of another programme', async () => {
		expect(verdictOf(await offer({ youthAim: 5 }))).toBe('training.aim-above-seats');
		const stranger = anOrganisation();
		const more = [...offers, { id: newId(), organisationId: stranger.id }];
		expect(verdictOf(await offer({ offers: more }, [[organisations, stranger]]))).toBe('platform.not-permitted');
	});
});
