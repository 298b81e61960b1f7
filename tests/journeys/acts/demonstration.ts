import type { Browser, Page } from '@playwright/test';
import type { Program } from '../../support/program.ts';
import { fillAndSend } from './office.ts';

/** Comes into the demonstration as one of its people, in a browser of its own. Returns the page. */
export async function enterDemonstration(
	browser: Browser,
	program: Program,
	{ userName, width }: Readonly<{ userName: string; width: number }>,
): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width, height: 800 },
		locale: 'fr-FR',
		timezoneId: 'Africa/Bujumbura',
		baseURL: program.address,
		acceptDownloads: true,
	});
	const page = await context.newPage();
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName, password: /· (\S+)/.exec(program.said())?.[1] ?? '' });
	await page.waitForURL(/bureau|indicateurs/);
	return page;
}
