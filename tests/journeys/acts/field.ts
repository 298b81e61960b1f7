import { expect, type Page } from '@playwright/test';

/** Placeholder until the field pages stand. */
export async function takeAttendanceOffline(page: Page, session: string, _who: { newcomer: string; organisation: string }): Promise<void> {
	await page.goto(session);
	await expect(page.locator('main')).toBeVisible();
}
