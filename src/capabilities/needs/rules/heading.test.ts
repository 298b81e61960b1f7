import { describe, expect, it } from 'vitest';
import { aGroup, aHeading, aNeed } from '../builders.ts';
import { headingAs } from './heading.ts';

const group = aGroup({ openedOn: '2026-03-01' as never });
const voices = (count: number) => Array.from({ length: count }, () => aNeed({ groupId: group.id }));

describe('the heading that all organisations read', () => {
	it('tells how many organisations ask from five on, and nothing under five', () => {
		expect(headingAs(aHeading(group), group, voices(4)).organisations).toBeNull();
		expect(headingAs(aHeading(group, { organisations: 5 }), group, voices(4)).organisations).toBeNull();
		expect(headingAs(aHeading(group), group, voices(5)).organisations).toBe(5);
	});

	it('counts an organisation once, however many needs it has there', () => {
		const [first, ...others] = voices(5);
		expect(headingAs(aHeading(group), group, [...others, ...(first ? [first, { ...first, id: group.id }] : [])]).organisations).toBe(5);
	});

	it('is closed once the group was declined or put off, and says nothing of it', () => {
		for (const decision of ['declined', 'deferred'] as const) {
			const heading = headingAs(aHeading(group), { ...group, decision, reason: 'zqraisonqz' }, voices(6));
			expect(heading.isOpen).toBe(false);
			expect(JSON.stringify(heading)).not.toMatch(/zqraisonqz|declined|deferred/);
		}
		expect(headingAs(aHeading(group), { ...group, decision: 'accepted' }, voices(6)).isOpen).toBe(true);
	});
});
