import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const WIDTH = 360;

test('a leader gives her organisation a new name, counts its members, and takes a mistake back', async ({ page, program }) => {
	await page.setViewportSize({ width: WIDTH, height: 800 });
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName: 'cyprien', password: /· (\S+)/.exec(program.said())?.[1] ?? '' });
	await page.goto('/organisations');
	await page.locator('main .rows a[href^="/organisations/"]').first().click();
	await page.locator('main a[href$="/histoire"]').click();
	const lines = page.locator('ol.rows > li');
	const before = await lines.count();

	await fillAndSend(page, 'form[action="?/name"]', { name: 'Abarimyi ba Kibogoye', acronym: 'AK', renamedOn: 'hier' });
	await expect(lines).toHaveCount(before + 1);
	await expect(lines.first()).toContainText('S’appelait « Abarimyi b’i Gasorwe (AG) »');

	await fillAndSend(page, 'form[action="?/count"]', { countedOn: 'hier', women: '60', men: '30', youngWomen: '61' });
	await expect(page.locator('main')).toContainText('61 jeunes sur 60');
	await fillAndSend(page, 'form[action="?/count"]', { youngWomen: '20' });
	await expect(lines).toHaveCount(before + 2);

	const counted = lines.filter({ hasText: '60 femmes' });
	await Promise.all([page.waitForEvent('load'), counted.locator('button').click()]);
	await expect(counted).toContainText('Barré');
	await Promise.all([page.waitForEvent('load'), page.locator('.toast button').click()]);
	await expect(counted).not.toContainText('Barré');

	await page.goto('/organisations?mot=gasorwe');
	await expect(page.locator('main')).toContainText('Abarimyi ba Kibogoye (AK)');
	await expect(page.locator('main')).toContainText('Ancien nom : Abarimyi b’i Gasorwe');
	await page.locator('main .rows a[href^="/organisations/"]').first().click();
	await expect(page.locator('main, aside')).toContainText(['60 femmes, 30 hommes']);
});
