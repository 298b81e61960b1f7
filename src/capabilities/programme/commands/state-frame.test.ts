import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { activities, results } from '../schema.ts';
import { stateFrame } from './state-frame.ts';

const programmeId = newId();
const words = (...said: string[]) => said.map((text) => ({ id: newId(), words: text }));
const frame = { programmeId, results: words('Des organisations fortes', 'Des communautés entendues'), activities: words('Former') };

describe('state the frame', () => {
	it('numbers the results and the activities in their order', async () => {
		const decision = await judged(stateFrame, frame);
		expect(rowsInto(results, decision).map(({ number, words: said }) => [number, said])).toEqual([
			[1, 'Des organisations fortes'],
			[2, 'Des communautés entendues'],
		]);
		expect(rowsInto(activities, decision)).toHaveLength(1);
	});

	it('is stated once', async () => {
		const before = { id: newId(), scopeId: programmeId, programmeId, number: 1, words: 'Déjà dit' };
		expect(verdictOf(await judged(stateFrame, frame, [[results, before]]))).toBe('programme.frame-stated');
	});
});
