import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const FILE = join(import.meta.dirname, 'lists/organisations-60.csv');
const LINES = 60;

async function come(page: Page, password: string): Promise<void> {
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName: 'alice', password });
}

async function give(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
	await page.goto('/organisations/importer');
	await page.waitForLoadState('networkidle');
	await page.setInputFiles('[name=list]', file);
	await page.selectOption('[name=partnerId]', { index: 1 });
	await page.selectOption('[name=placeScheme]', '2017');
	await page.locator('main form button.button:not(.bare)').click();
	await page.waitForURL(/importer\/[0-9a-f]{8}-/);
	await page.waitForLoadState('networkidle');
}

/** How many lines stand where, as the tabs say. */
async function counts(page: Page): Promise<Readonly<Record<string, number>>> {
	const tabs = await page.locator('nav.tabs a').all();
	const told = await Promise.all(
		tabs.map(async (tab) => [new URL((await tab.getAttribute('href')) ?? '', 'http://x').searchParams, await tab.innerText()]),
	);
	return Object.fromEntries(
		told.map(([address, text]) => [(address as URLSearchParams).get('onglet') ?? '', Number(/\d+/.exec(text as string)?.[0] ?? 0)]),
	);
}

const rowOf = (page: Page, name: string) => page.locator('main .rows a.row', { hasText: name }).first();

async function organisationsListed(page: Page): Promise<number> {
	await page.goto('/organisations');
	return Number(/\d+/.exec(await page.locator('main .soft').first().innerText())?.[0]);
}

test('an animator imports a dirty list, corrects it on screen, and gives it again', async ({ page, program }) => {
	test.setTimeout(240_000);
	await page.setViewportSize({ width: 1280, height: 900 });
	await come(page, /· (\S+)/.exec(program.said())?.[1] ?? '');
	const before = await organisationsListed(page);

	// Every line is shown before anything is registered, and stands somewhere.
	await give(page, FILE);
	const list = page.url().split('?')[0] ?? '';
	const read = await counts(page);
	expect(Object.values(read).reduce((sum, count) => sum + count, 0)).toBe(LINES);
	expect(await organisationsListed(page)).toBe(before);

	// The main action says why it waits, and does nothing.
	await page.goto(list);
	await expect(page.locator('form[action="?/finish"] button')).toHaveAttribute('aria-disabled', 'true');

	// A day that does not exist is corrected, and the next line that waits opens by itself.
	await rowOf(page, 'Dushirehamwe Karuzi').click();
	await page.waitForURL(/ligne/);
	await expect(page.locator('main')).toContainText('31/02/2014');
	await fillAndSend(page, 'form[action^="?/correct"]', { number: '530/219', actedOn: '28/2/2014' });
	await expect(page).toHaveURL(/ligne\/\d+$/);

	// Two communes bear one name: the person chooses, by the province.
	await expect(page.locator('main')).toContainText('Butaganzwa');
	await page.locator('[name="suggested"]').first().check({ force: true });
	await fillAndSend(page, 'form[action^="?/correct"]', {});

	// Wrong input comes back with a sentence, and with all that was typed.
	await page.goto(list);
	await rowOf(page, 'Maison de la Paix').click();
	await page.waitForURL(/ligne/);
	await fillAndSend(page, 'form[action^="?/correct"]', { name: '', colline: 'Nouvelle colline', 'contactPhone.0': '75 20 20 21' });
	await expect(page.locator('[name=name][aria-invalid=true]')).toBeVisible();
	await expect(page.locator('[name=colline]')).toHaveValue('Nouvelle colline');
	await expect(page.locator('[name="contactPhone.0"]')).toHaveValue('75 20 20 21');
	await fillAndSend(page, 'form[action^="?/correct"]', { name: 'Maison de la Paix' });

	// Two lines give one organisation two faces: one is left out, with the reason.
	await page.goto(list);
	await rowOf(page, 'Twesehamwe').click();
	await page.waitForURL(/ligne/);
	await fillAndSend(page, 'form[action^="?/leave"]', { reason: 'C’est la ligne d’avant, mal recopiée' });
	await page.goto(`${list}?onglet=left`);
	await expect(page.locator('main')).toContainText('mal recopiée');

	// What nobody can correct today is left out at once; and taken up again when that was a mistake.
	await page.goto(`${list}?onglet=to-correct`);
	const waiting = (await counts(page))['to-correct'] ?? 0;
	await fillAndSend(page, 'form[action^="?/leave"]', { reason: 'À demander à la commune' });
	await page.goto(list);
	const settled = await counts(page);
	expect(settled['to-correct'] ?? 0).toBe(0);
	expect(settled['left']).toBe(waiting + 1);

	// All that is ready is registered by one press.
	const ready = settled['ready'] ?? 0;
	expect(ready).toBeGreaterThan(30);
	await Promise.all([page.waitForEvent('load'), page.locator('form[action="?/finish"] button').click()]);
	await expect(page.locator('main')).toContainText(`${ready} organisations inscrites`);
	expect(await organisationsListed(page)).toBe(before + ready);
	await page.goto('/organisations?mot=Dushirehamwe+Karuzi');
	await page.locator('main .rows a[href^="/organisations/"]').first().click();
	await expect(page.locator('main')).toContainText('530/219');

	// The same file again is the same list. Saved again by another program it is another file, and nothing of it is new.
	await give(page, FILE);
	await expect(page).toHaveURL(new RegExp(`${list.split('/').at(-1)}\\?fait=again`));
	const text = Buffer.concat([readFileSync(FILE), Buffer.from('\r\n')]);
	await give(page, { name: 'la-meme.csv', mimeType: 'text/csv', buffer: text });
	const again = await counts(page);
	expect(again['known']).toBeGreaterThanOrEqual(ready - 3);
	await fillAndSend(page, 'form[action^="?/leave"]', { reason: 'Déjà vu' });
	await page.goto(page.url().split('?')[0] ?? '');
	await expect(page.locator('form[action="?/finish"] button')).toBeVisible();
	expect((await counts(page))['ready'] ?? 0).toBe(0);
	expect(await organisationsListed(page)).toBe(before + ready);
});

test('a file that is no list is refused with what to do', async ({ page, program }) => {
	await come(page, /· (\S+)/.exec(program.said())?.[1] ?? '');
	const refused = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
		await page.goto('/organisations/importer');
		await page.waitForLoadState('networkidle');
		await page.setInputFiles('[name=list]', file);
		await page.selectOption('[name=partnerId]', { index: 1 });
		await Promise.all([page.waitForEvent('load'), page.locator('main form button.button:not(.bare)').click()]);
		return page.locator('main .error').innerText();
	};
	expect(await refused({ name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) })).toMatch(
		/liste|tableur|CSV/i,
	);
	expect(await refused({ name: 'vide.csv', mimeType: 'text/csv', buffer: Buffer.from('\r\n') })).toMatch(/ligne|vide/i);
});
