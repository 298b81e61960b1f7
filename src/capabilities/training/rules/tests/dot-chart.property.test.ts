import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotChart } from './dot-chart.ts';

const ROOM = { width: 260, height: 70 };

describe('the drawing of two distributions', () => {
	it('has a dot for each paper, all within its room, and never a dot upon another of fewer papers than fit', () => {
		const aTest = fc.integer({ min: 1, max: 100 }).chain((outOf) =>
			fc.record({
				outOf: fc.constant(outOf),
				before: fc.array(fc.integer({ min: 0, max: outOf }), { maxLength: 60 }),
				after: fc.array(fc.integer({ min: 0, max: outOf }), { maxLength: 60 }),
			}),
		);
		fc.assert(
			fc.property(aTest, ({ outOf, before, after }) => {
				const chart = dotChart({ before, after }, outOf, ROOM);
				expect([chart.before.length, chart.after.length]).toEqual([before.length, after.length]);
				expect(chart.radius).toBeGreaterThan(2);
				for (const { x, up } of [...chart.before, ...chart.after]) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThanOrEqual(ROOM.width);
					expect(up + chart.radius).toBeLessThanOrEqual(ROOM.height + 0.2);
				}
			}),
		);
	});

	it('sets papers of the same points above each other, and gathers neighbours only where the test has many points', () => {
		const { before, step } = dotChart({ before: [4, 4, 9], after: [] }, 20, ROOM);
		expect(step).toBe(1);
		expect(before.map(({ x }) => x)).toEqual([52, 52, 117]);
		expect(before[0]?.up).not.toBe(before[1]?.up);
		expect(dotChart({ before: [4], after: [] }, 100, ROOM).step).toBe(4);
	});
});
