import { describe, expect, it } from 'vitest';
import { takingTurns } from './turns.ts';

/** Carries tasks out when told to, and keeps what went together. */
function aHouse({ atOnce = 1, together = 4, beside = 1 } = {}) {
	const rounds: string[][] = [];
	const ends: (() => void)[] = [];
	const turns = takingTurns(
		async (tasks: readonly string[]) => {
			rounds.push([...tasks]);
			await new Promise<void>((resolve) => ends.push(resolve));
			if (tasks.includes('bad')) throw new Error('a bad one');
			return tasks.map((task) => task.toUpperCase());
		},
		{ atOnce, together, beside },
	);
	const endRound = async () => {
		ends.shift()?.();
		await new Promise((resolve) => setTimeout(resolve));
	};
	return { turns, rounds, endRound };
}

describe('taking turns', () => {
	it('begins at once when nothing is under way', () => {
		const { turns, rounds } = aHouse();
		void turns(['a']);
		expect(rounds).toEqual([['a']]);
	});

	it('lets those who came meanwhile go together, and answers each with her own', async () => {
		const { turns, rounds, endRound } = aHouse();
		const answers = [turns(['a']), turns(['b', 'c']), turns(['d'])];
		await endRound();
		await endRound();
		expect(rounds).toEqual([['a'], ['b', 'c', 'd']]);
		expect(await Promise.all(answers)).toEqual([['A'], ['B', 'C'], ['D']]);
	});

	it('begins another round beside one that is under way only when enough wait for it', async () => {
		const { turns, rounds, endRound } = aHouse({ atOnce: 2, beside: 3 });
		void turns(['a']);
		void turns(['b']);
		void turns(['c']);
		expect(rounds).toEqual([['a']]);
		void turns(['d']);
		expect(rounds).toEqual([['a'], ['b', 'c', 'd']]);
		void turns(['e']);
		await endRound();
		expect(rounds).toHaveLength(2);
		await endRound();
		expect(rounds).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
	});

	it('carries a job larger than a round whole, and alone', async () => {
		const { turns, rounds, endRound } = aHouse({ together: 2 });
		void turns(['a']);
		void turns(['b', 'c', 'd']);
		void turns(['e']);
		await endRound();
		await endRound();
		expect(rounds).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
	});

	it('tells a failure to those who went together, and goes on', async () => {
		const { turns, rounds, endRound } = aHouse();
		const failing = [turns(['a']), turns(['bad']), turns(['b'])].map((answer) => answer.catch((failure: Error) => failure.message));
		await endRound();
		await endRound();
		const after = turns(['c']);
		await endRound();
		expect(await Promise.all(failing)).toEqual([['A'], 'a bad one', 'a bad one']);
		expect(await after).toEqual(['C']);
		expect(rounds).toHaveLength(3);
	});
});
