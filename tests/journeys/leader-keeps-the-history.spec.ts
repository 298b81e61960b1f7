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
	await page.waitForURL(/histoire$/);
	await page.waitForLoadState('networkidle');
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

test('a leader keeps the paper of her recognition, and says who is to be reached', async ({ page, program }) => {
	await page.setViewportSize({ width: WIDTH, height: 800 });
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName: 'cyprien', password: /· (\S+)/.exec(program.said())?.[1] ?? '' });
	await page.goto('/organisations');
	await page.locator('main .rows a[href^="/organisations/"]').first().click();
	await page.waitForURL(/organisations\/[0-9a-f-]{36}$/);
	const organisation = new URL(page.url()).pathname;

	await page.goto(`${organisation}/histoire`);
	await fillAndSend(page, 'form[action="?/act"]', { number: '530/77', actedOn: '12/3/2014' });
	const act = page.locator('ol.rows > li', { hasText: '530/77' });
	const attach = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
		await page.waitForLoadState('networkidle');
		if (!(await act.locator('form[action="?/scan"] input[type=file]').isVisible())) await act.locator('summary', { hasText: 'scan' }).click();
		await act.locator('form[action="?/scan"] input[type=file]').setInputFiles(file);
		await Promise.all([page.waitForEvent('load'), act.locator('form[action="?/scan"] button').click()]);
	};
	// A page of a web site that calls itself a photograph is no photograph.
	await attach({ name: 'agrement.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') });
	await expect(act).toContainText('ni une photo JPEG ou PNG, ni un PDF');
	const photograph = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]);
	await attach({ name: 'agrément 2014.jpg', mimeType: 'image/jpeg', buffer: photograph });
	await expect(act).toContainText('agrément 2014.jpg');
	await attach({ name: 'encore.jpg', mimeType: 'image/jpeg', buffer: photograph });
	await expect(act).toContainText('déjà jointe');

	const address = (await act.locator('a[href*="/pieces/"]').first().getAttribute('href')) ?? '';
	const kept = await page.request.get(address);
	expect(await kept.body()).toEqual(photograph);
	expect(kept.headers()['content-disposition']).toMatch(/^attachment/);
	await page.context().clearCookies({ name: /session/ });
	expect((await page.request.get(address, { maxRedirects: 0 })).status()).toBe(303);

	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName: 'cyprien', password: /· (\S+)/.exec(program.said())?.[1] ?? '' });
	await page.goto(`${organisation}/contacts`);
	await fillAndSend(page, 'form[action="?/add"]', { fullName: 'Personne inventée', phone: '79 00 00 99' });
	await expect(page.locator('main')).toContainText('79 00 00 99');
	const person = page.locator('section', { hasText: 'Personne inventée' });
	await Promise.all([page.waitForEvent('load'), person.locator('form[action="?/retire"] button').click()]);
	await expect(page.locator('main section', { hasText: 'Personne inventée' })).toHaveCount(0);
	await Promise.all([page.waitForEvent('load'), page.locator('.toast button').click()]);
	await expect(page.locator('main section', { hasText: 'Personne inventée' })).toHaveCount(1);
});
