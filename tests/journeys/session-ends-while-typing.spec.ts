import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const WORDS = 'Nous voulons savoir tenir un cahier de caisse.';

test('a session that ends while a need is written loses no word, and shows it to nobody else', async ({ page, program }) => {
	const password = /· (\S+)/.exec(program.said())?.[1] ?? '';
	const enter = (userName: string) => fillAndSend(page, 'main form', { userName, password });
	const write = async () => {
		await page.goto('/besoins/nouveau');
		await page.waitForLoadState('networkidle');
		await page.locator('main form [name=words]').fill(WORDS);
		await page.context().clearCookies({ name: /session/ });
		await page.locator('main form button.button').last().click();
		await page.waitForURL(/entrer/);
	};
	await page.goto('/entrer');
	await enter('cyprien');

	await write();
	await enter('cyprien');
	await expect(page).toHaveURL(/besoins\/nouveau/);
	await expect(page.locator('main form [name=words]')).toHaveValue(WORDS);
	await expect(page.locator('.toast')).toContainText('remis');

	await write();
	await enter('alice');
	await page.waitForLoadState('networkidle');
	await expect(page.locator('main form [name=words]')).toHaveValue('');
});
