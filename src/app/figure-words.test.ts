import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#kernel/language.ts';
import { wordsFor } from '#platform/messages/words-for.ts';

const told = { programme: 'Appui aux organisations', from: '2026-01-01', to: '2026-11-25' };

describe.each(LANGUAGES)('the words of figures in %s', (language) => {
	const words = wordsFor(language);

	it.each([
		'indicators.source-people-trained',
		'indicators.source-needs-answered',
		'indicators.source-organisations-supported',
		'reports.period',
	] as const)('%s names the programme and both days with their years', (key) => {
		const said = words(key, told);
		expect(said).toContain('Appui aux organisations');
		expect(said.match(/2026/g)?.length).toBeGreaterThanOrEqual(2);
	});

	it('set the needs answered beside those expressed, never as a part of them: they may have been said before', () => {
		const said = words('indicators.answers-line', { expressed: 0, days: 12 });
		expect(said).not.toMatch(/^(sur|of|kuri) 0/);
		expect(said).toMatch(/: 0/);
	});
});
