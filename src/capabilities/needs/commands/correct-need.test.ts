import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aNeed } from '../builders.ts';
import { needs, type Need } from '../schema.ts';
import { correctNeed, correctRelayedNeed } from './correct-need.ts';

const home = anOrganisation();
const own = aNeed({ organisationId: home.id, touched: ['women'], touchedCount: 12 });
const relayed = { ...own, relayedBy: newId(), confirmedOn: null };
const words = { was: own.words, becomes: 'Nos comptes sont dans trois cahiers.' };
const asked = { needId: own.id, correctedOn: '2026-03-01', words };
const judge = (command: typeof correctNeed, need: Need, more: object = {}) =>
	judged(command, { ...asked, ...more }, [
		[organisations, home],
		[needs, need],
	]);

describe('correct a need', () => {
	it('changes the fields that are named, and whom it touches as one', async () => {
		const touched = { was: { touched: ['women'], touchedCount: 12 }, becomes: { touched: ['youth', 'women'], touchedCount: 30 } };
		const decision = await judge(correctNeed, own, { touched, theme: { was: 'accountability', becomes: 'ethics' } });
		expect(rowsInto(needs, decision)).toEqual([{ ...own, words: words.becomes, theme: 'ethics', touched: ['women', 'youth'], touchedCount: 30 }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'needs.expressed', theme: 'ethics' }] });
	});

	it('by its organisation confirms what was relayed for it', async () => {
		expect(rowsInto(needs, await judge(correctNeed, relayed))).toMatchObject([{ confirmedOn: '2026-03-01' }]);
	});

	it('refuses a field that somebody changed meanwhile, with both values', async () => {
		expect(await judge(correctNeed, { ...own, words: 'Autre chose' })).toMatchObject({
			key: 'platform.changed-meanwhile',
			params: { theirs: 'Autre chose', yours: words.becomes },
		});
		const touched = { was: { touched: ['youth'], touchedCount: 12 }, becomes: { touched: ['community'], touchedCount: 12 } };
		expect(verdictOf(await judge(correctNeed, own, { touched }))).toBe('platform.changed-meanwhile');
	});

	it('refuses once it was answered, also before its group was reopened, and once it was taken back', async () => {
		expect(verdictOf(await judge(correctNeed, { ...own, answeredOn: '2026-03-05' as never }))).toBe('needs.answered-is-kept');
		const told = { answeredOn: '2026-03-05' as never, answerWords: 'Oui', verdict: null, verdictOn: null, verdictWords: '' };
		expect(verdictOf(await judge(correctNeed, { ...own, earlierAnswers: [told] }))).toBe('needs.answered-is-kept');
		expect(verdictOf(await judge(correctNeed, { ...own, takenBackOn: '2026-03-05' as never }))).toBe('needs.was-taken-back');
	});
});

describe('correct a relayed need', () => {
	it('asks the organisation to confirm the new words', async () => {
		expect(rowsInto(needs, await judge(correctRelayedNeed, { ...relayed, confirmedOn: '2026-02-12' as never }))).toMatchObject([
			{ words: words.becomes, confirmedOn: null },
		]);
	});

	it('refuses what the organisation said itself', async () => {
		expect(verdictOf(await judge(correctRelayedNeed, own))).toBe('needs.said-by-itself');
	});
});
