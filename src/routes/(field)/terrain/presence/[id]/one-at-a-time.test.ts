import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

describe('one act at a time', () => {
	it('adds a person once when the button is touched twice', async () => {
		const added: string[] = [];
		const saved = Promise.withResolvers<undefined>();
		const add = oneAtATime(async (name: string) => {
			added.push(name);
			await saved.promise;
		});

		const [first, second] = [add('Niyonkuru'), add('Niyonkuru')];
		saved.resolve(undefined);
		await Promise.all([first, second]);

		expect(added).toEqual(['Niyonkuru']);
	});

	it('takes the next touch when the first was answered, also when it failed', async () => {
		let tries = 0;
		const add = oneAtATime(async () => {
			tries += 1;
			await Promise.resolve();
			if (tries === 1) throw new Error('The store is full');
		});

		await expect(add()).rejects.toThrow('The store is full');
		await add();

		expect(tries).toBe(2);
	});
});
