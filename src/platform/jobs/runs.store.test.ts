import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { testHouse } from '../../../tests/support/test-house.ts';
import { beginRun, findRun } from './runs.ts';

const house = await testHouse();
const writer = house.database.gateAs('shigikira_judge', { size: 1 });
const [alice, stranger] = [await house.person('Alice', 'coordinator'), await house.person('Stranger', 'member')];
const broken = refuse('platform.not-carried-out');
const wanted = { accountId: alice, what: 'a list', broken };
const found = (person: string, id: string) => house.readers.as(person, (reading) => findRun(reading, id));

describe('something that lasts', () => {
	it('tells how far it is, and how it ended', async () => {
		let go = (_: string) => undefined as void;
		const { id, ended } = await beginRun(writer, wanted, async (tells) => {
			tells(30, 60);
			return new Promise<string>((resolve) => (go = resolve));
		});
		await expect.poll(async () => (await found(alice, id))?.done, { timeout: 5_000 }).toBe(30);
		expect(await found(alice, id)).toMatchObject({ state: 'running', total: 60, result: null });
		go('done so far');
		await ended;
		expect(await found(alice, id)).toMatchObject({ state: 'ended', result: 'done so far' });
	});

	it('tells a refusal, and that it broke, in the words of a refusal', async () => {
		const refused = await beginRun(writer, wanted, async () => refuse('platform.too-large', { field: 'list' }));
		const thrown = await beginRun(writer, wanted, async () => Promise.reject(new Error('broken on purpose')));
		await Promise.all([refused.ended, thrown.ended]);
		expect((await found(alice, refused.id))?.refusal).toMatchObject({ key: 'platform.too-large' });
		expect(await found(alice, thrown.id)).toMatchObject({ state: 'refused', refusal: { key: 'platform.not-carried-out' } });
	});

	it('is told to whoever began it alone', async () => {
		const { id, ended } = await beginRun(writer, wanted, async () => 'x');
		await ended;
		expect(await found(stranger, id)).toBeUndefined();
		expect(await found(alice, newId())).toBeUndefined();
	});

	it('is lost when nobody works on it any more', async () => {
		const { id, ended } = await beginRun(writer, wanted, async () => 'x');
		await ended;
		await house.database.superuser.query(`update jobs.runs set state = 'running', beat_at = now() - interval '1 minute' where id = $1`, [id]);
		expect((await found(alice, id))?.state).toBe('lost');
	});
});
