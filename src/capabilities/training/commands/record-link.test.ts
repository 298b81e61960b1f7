import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { links, type Link } from '../activity-schema.ts';
import { aSession } from '../builders.ts';
import { sessions } from '../schema.ts';
import { recordLink, strikeLink } from './record-link.ts';

const workshop = aSession({ kind: 'workshop' });
const one = anOrganisation({ programmeId: workshop.programmeId });
const other = anOrganisation({ programmeId: workshop.programmeId });
const rows = [[sessions, workshop] as const, [organisations, one] as const, [organisations, other] as const];
const asked = { id: newId(), sessionId: workshop.id, oneId: one.id, otherId: other.id, purpose: 'Vendre ensemble', madeOn: '2026-04-10' };
const record = (more: object = {}, others: Parameters<typeof judged>[2] = []) =>
	judged(recordLink, { ...asked, ...more }, [...rows, ...(others ?? [])]);

describe('a link between organisations', () => {
	it('is read by both, and counted once', async () => {
		const decision = await record();
		const [link] = rowsInto(links, decision) as [Link];
		expect(links.seenBy(link)).toEqual([one.id, other.id]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.link-made', organisationId: one.id, activityId: workshop.id }] });
	});

	it('may be with an organisation that is only named', async () => {
		expect(rowsInto(links, await record({ otherId: null, otherName: 'Coopérative du lac' }))).toMatchObject([
			{ otherId: null, otherName: 'Coopérative du lac' },
		]);
		expect(verdictOf(await record({ otherId: null }))).toBe('training.link-with-whom');
	});

	it('is refused with oneself, twice whichever comes first, before the session, and across programmes', async () => {
		const [link] = rowsInto(links, await record()) as [Link];
		expect(verdictOf(await record({ otherId: one.id }))).toBe('training.link-with-itself');
		expect(verdictOf(await record({ id: newId(), oneId: other.id, otherId: one.id }, [[links, link]]))).toBe('training.link-twice');
		expect(verdictOf(await record({ madeOn: '2026-04-09' }))).toBe('training.link-before-session');
		const stranger = anOrganisation();
		expect(verdictOf(await record({ otherId: stranger.id }, [[organisations, stranger]]))).toBe('platform.not-permitted');
	});

	it('is struck out and put back', async () => {
		const [link] = rowsInto(links, await record()) as [Link];
		expect(await judged(strikeLink, { linkId: link.id, struck: true }, [...rows, [links, link]])).toMatchObject({ facts: [{ gone: true }] });
	});
});
