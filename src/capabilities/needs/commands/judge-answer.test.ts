import { describe, expect, it } from 'vitest';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aNeed } from '../builders.ts';
import { needs } from '../schema.ts';
import { judgeAnswer } from './judge-answer.ts';

const answered = aNeed({ answeredOn: '2026-03-05' as never });
const asked = { needId: answered.id, verdict: 'partly', words: 'Il manque la pratique.', on: '2026-11-01' };

describe('judge an answer', () => {
	it('keeps what the author says of it, and takes another word later', async () => {
		const [said] = rowsInto(needs, await judged(judgeAnswer, asked, [[needs, answered]]));
		expect(said).toMatchObject({ verdict: 'partly', verdictOn: '2026-11-01', verdictWords: 'Il manque la pratique.' });
		expect(rowsInto(needs, await judged(judgeAnswer, { ...asked, verdict: 'yes', words: '' }, [[needs, said as never]]))).toMatchObject([
			{ verdict: 'yes' },
		]);
	});

	it('refuses before any answer, and a day before it', async () => {
		expect(verdictOf(await judged(judgeAnswer, asked, [[needs, aNeed({ id: answered.id })]]))).toBe('needs.no-answer-yet');
		expect(verdictOf(await judged(judgeAnswer, { ...asked, on: '2026-03-04' }, [[needs, answered]]))).toBe('needs.judged-before-answer');
	});
});
