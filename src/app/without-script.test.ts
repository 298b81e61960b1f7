import { describe, expect, it } from 'vitest';
import { withoutScript } from './without-script.ts';

describe('a page without script', () => {
	it('in the field says so in three languages, with the way to the paper sheet', () => {
		const said = withoutScript('/(field)/terrain');
		expect([...said.matchAll(/lang="(\w+)"/g)].map(([, language]) => language).sort()).toEqual(['en', 'fr', 'rn']);
		expect(said.match(/href="\/formations"/g)).toHaveLength(3);
	});

	it('elsewhere says nothing: those pages work without it', () => {
		expect(withoutScript('/(public)/annuaire')).toBe('');
		expect(withoutScript(null)).toBe('');
	});
});
