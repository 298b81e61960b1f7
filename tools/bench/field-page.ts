import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/support/chromium.ts';
import type { Program } from './program.ts';
import { atMost, percentile, type Result } from './result.ts';

const PIN = '274913';
const SLOWED = 4;
const TIMES = 9;

type Opening = Readonly<{ locked: number; unlocking: number }>;

/**
 * Measures the attendance page of a session opened again on a phone without network, its processor slowed four times: until the
 * PIN can be typed, and from the last press until the list of people can be marked. The middle one of nine openings.
 */
export async function benchFieldPage({ base, password }: Program): Promise<readonly Result[]> {
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 780 }, baseURL: base, serviceWorkers: 'allow' });
		const sheet = await enrolled(page, password);
		await page.context().setOffline(true);
		const slow = await page.context().newCDPSession(page);
		await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
		const openings: Opening[] = [];
		for (let time = 0; time < TIMES; time += 1) openings.push(await opened(page, sheet));
		const middle = (of: (opening: Opening) => number) => percentile(openings.map(of), 0.5);
		return [
			atMost('field page without network, 4× slowed: until the PIN can be typed', 1000, [middle(({ locked }) => locked), 'ms']),
			// Some 350 ms of it are wanted: they hold up a thief who tries PINs.
			atMost('field page without network, 4× slowed: from the PIN to the list', 1000, [middle(({ unlocking }) => unlocking), 'ms']),
		];
	} finally {
		await browser.close();
	}
}

// Makes the phone Béatrice's, and returns the address of the sheet of her first session.
async function enrolled(page: Page, password: string): Promise<string> {
	await page.goto('/entrer');
	await page.locator('[name=userName]').fill('beatrice');
	await page.locator('[name=password]').fill(password);
	await page.locator('form[method=post] button[type=submit], form[method=POST] button').first().click();
	await page.waitForURL((url) => !url.pathname.startsWith('/entrer'));
	await page.goto('/terrain');
	await page.locator('[name=pin]').fill(PIN);
	await page.locator('[name=again]').fill(PIN);
	await page.locator('form button.button').first().click();
	const session = page.locator('a[href^="/terrain/presence/"]').first();
	await session.waitFor({ timeout: 60_000 });
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	return String(await session.getAttribute('href'));
}

async function opened(page: Page, sheet: string): Promise<Opening> {
	const began = performance.now();
	await page.goto(sheet, { waitUntil: 'commit' });
	await page.locator('[name=pin]').fill(PIN);
	const locked = performance.now() - began;
	const pressed = performance.now();
	await page.locator('[name=pin]').press('Enter');
	await page.locator('li.person .cell').first().waitFor();
	return { locked, unlocking: performance.now() - pressed };
}
