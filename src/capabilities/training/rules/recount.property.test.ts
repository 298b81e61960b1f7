import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleToAsk } from './recount.ts';

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 120 });

describe('the sample to ask again', () => {
	it('is drawn from those who came, each once, whatever the order they stand in', () => {
		fc.assert(
			fc.property(fc.uuid(), ids, (session, came) => {
				const drawn = sampleToAsk(session, came);
				expect(new Set(drawn).size).toBe(drawn.length);
				expect(drawn.every((id) => came.includes(id))).toBe(true);
				expect(drawn.length).toBe(Math.min(came.length, Math.max(5, Math.ceil(Math.sqrt(came.length)))));
				expect(sampleToAsk(session, [...came].reverse())).toEqual(drawn);
			}),
		);
	});

	it('differs from one session to another', () => {
		const came = Array.from({ length: 60 }, (_, at) => `person ${at}`);
		const samples = new Set(Array.from({ length: 20 }, (_, at) => sampleToAsk(`session ${at}`, came).join()));
		expect(samples.size).toBeGreaterThan(15);
	});
});
