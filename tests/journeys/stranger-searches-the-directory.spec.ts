import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

test.use({ javaScriptEnabled: false });

// Axe needs script, which the stranger has not: it looks at the same address beside her.
async function holds(page: Page, width: number): Promise<void> {
	const browser = page.context().browser() as Browser;
	const scripted = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 800 } });
	const beside = await scripted.newPage();
	await beside.goto(page.url());
	const { violations } = await new AxeBuilder({ page: beside }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
	expect(await beside.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)).toBe(false);
	await scripted.close();
}

async function search(page: Page, typed: string): Promise<void> {
	await page.locator('input[name=q][type=search]').fill(typed);
	await page.locator('.search button').click();
}

for (const width of [360, 1280])
	test(`a stranger finds an organisation without script, misspelt and by place, at ${width} pixels`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/annuaire');
		expect(await page.locator('script').count()).toBe(0);
		const rows = page.locator('main .rows > li');
		const listed = await rows.count();
		expect(listed).toBeGreaterThan(3);

		await search(page, 'gasorve ABARIMYÍ');
		await expect(rows).toHaveCount(1);
		await expect(page.locator('main [role=status]')).toContainText('Lu comme');
		await holds(page, width);

		await rows.locator('a').click();
		await expect(page.locator('h1')).toHaveText('Abarimyi b’i Gasorwe');
		await expect(page.locator('main')).toContainText('51 femmes, 35 hommes');
		await expect(page.locator('main')).toContainText('Gouvernance');
		await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new URL(page.url()).pathname);
		expect(await page.locator('meta[name=description]').getAttribute('content')).toContain('Abarimyi');
		await holds(page, width);

		await page.locator('main a', { hasText: 'Gouvernance' }).click();
		await expect(page).toHaveURL(/theme=governance/);
		await page.locator('select[name=province]').selectOption('2025:BI1');
		await page.locator('.filters button').click();
		await page.locator('select[name=commune]').selectOption('2025:BI106');
		await page.locator('.filters button').click();
		await expect(rows.first()).toContainText('Abarimyi b’i Gasorwe');
		await holds(page, width);

		await search(page, 'xqzwvk');
		await expect(page.locator('main .empty')).toContainText('xqzwvk');
		await page.locator('main .empty a').click();
		await expect(rows).toHaveCount(listed);
	});

test('a name that is no longer borne finds nothing', async ({ page }) => {
	await page.goto('/annuaire?q=nyarunazi+abavyeyi');
	await expect(page.locator('main .rows > li')).toHaveCount(0);
});

test('a count under five is told by nobody’s sum', async ({ page }) => {
	await page.goto('/annuaire?q=ziganya');
	await page.locator('main .rows a').first().click();
	await expect(page.locator('main')).toContainText('moins de 5');
	await expect(page.locator('main')).not.toContainText(/\d+ femmes/);
});
