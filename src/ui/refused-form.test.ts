import { describe, expect, it } from 'vitest';
import { refusedForm, refusedUnfolding } from './refused-form.ts';

const TOO_LONG = { key: 'too-long', params: {} } as never;

describe('a form that was refused', () => {
	it('says the refusal beside the field it is about, and keeps what was typed', () => {
		const form = refusedForm({ refusal: TOO_LONG, field: 'person.name', typed: { name: 'Ndi', place: 'x' } });
		expect(form.error('name')).toBe(TOO_LONG);
		expect(form.error('place')).toBeUndefined();
		expect(form.general).toBeUndefined();
		expect(form.value('name')).toBe('Ndi');
	});

	it.each(['', 'elsewhere', 'was', 'was.name'])('says above the form a refusal about %j, which no box shows', (field) => {
		const form = refusedForm({ refusal: TOO_LONG, field, typed: { name: 'Ndi', was: '{}' } });
		expect(form.general).toBe(TOO_LONG);
		expect(form.error('name')).toBeUndefined();
	});

	it('does not exist before a form was sent', () => {
		const form = refusedForm(undefined);
		expect(form.general).toBeUndefined();
		expect(form.value('name', 'before')).toBe('before');
	});

	it('keeps what was typed to the form that was sent, of several on a page', () => {
		const cameBack = { refusal: TOO_LONG, field: 'name', typed: { name: 'Ndi', unfolded: '?/act' } };
		expect(refusedUnfolding(cameBack, '?/act').error('name')).toBe(TOO_LONG);
		expect(refusedUnfolding(cameBack, '?/life').value('name', 'before')).toBe('before');
	});
});
