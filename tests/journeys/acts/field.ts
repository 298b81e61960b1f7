import { expect, type Page } from '@playwright/test';

const PIN = '274913';

/**
 * Takes a session's attendance with the network cut: opens the page on the phone's own records, marks everyone present,
 * one absent, adds somebody who came without a seat, reads that it is kept here, and only then lets the network back.
 */
export async function takeAttendanceOffline(
	page: Page,
	session: string,
	who: { absent: string; newcomer: string; organisation: string },
): Promise<void> {
	const sheet = `/terrain/presence/${session.split('/').pop() ?? ''}`;
	await page.goto('/terrain');
	await page.locator('[name=pin]').fill(PIN);
	await page.locator('[name=again]').fill(PIN);
	await page.locator('form button.button').first().click();
	await expect(page.locator('.bar')).toBeVisible();
	await expect(page.locator('.state')).toContainText('Tout est envoyé', { timeout: 20_000 });
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

	await page.context().setOffline(true);
	await page.goto(sheet);
	await page.locator('[name=pin]').fill(PIN);
	await page.locator('form button.button').first().click();
	const cells = page.locator('li.person .cell');
	await expect(cells).toHaveCount(6);
	for (let half = 0; half < 2; half += 1) await page.locator('.grid-head .all').first().click();
	await expect(page.locator('li.person .cell.yes')).toHaveCount(6);
	for (const cell of await page.locator('li.person', { hasText: who.absent }).locator('.cell').all()) {
		await cell.focus();
		await page.keyboard.press('a');
	}
	await addNewcomer(page, who);
	await expect(page.locator('li.person')).toHaveCount(4);
	await expect(page.locator('li.person .cell.yes')).toHaveCount(5);
	await expect(page.locator('.state')).toContainText(/gardé/i);

	await page.context().setOffline(false);
	await expect(page.locator('.state')).toContainText('Tout est envoyé', { timeout: 40_000 });
}

async function addNewcomer(page: Page, { newcomer, organisation }: { newcomer: string; organisation: string }): Promise<void> {
	await page.locator('.do button.plain').click();
	const rising = page.locator('[role=dialog]');
	await rising.locator('[name=fullName]').fill(newcomer);
	await rising.locator('[name=sex][value=F]').check({ force: true });
	await rising.locator('[name=birthYear]').fill('1996');
	await rising.locator('[name=organisationId]').selectOption({ label: organisation });
	await rising.locator('form button.button').last().click();
	await expect(rising).toBeHidden();
}
