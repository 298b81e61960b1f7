import type { Page } from '@playwright/test';
import { addDays, addMonths, dayInBurundi, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const firstOn = addMonths(dayInBurundi(Date.now()), -1);
const typed = (day: CalendarDate) => day.split('-').reverse().join('/');
const ORGANISATIONS = ['Abarimyi b’i Gasorwe', 'Twitezimbere', 'Jeunes de Karira'];
const MARKS = ['présent', 'P', 'x', '1'];

// Invented names, none of them of the demonstration: two women, then a man.
const PEOPLE = Array.from({ length: 30 }, (_, at) => ({
	name: `${['Kabura', 'Mbonimpa', 'Rurakengereza', 'Sabimana', 'Toyi'][at % 5]} ${['Aloysie', 'Bernadette', 'Zacharie'][at % 3]}${'abcdef'[Math.floor(at / 5)]}`,
	sex: at % 3 === 2 ? 'H' : 'F',
	birth: at % 2 ? '34 ans' : String(1970 + at),
	organisation: ORGANISATIONS[at % 3] ?? '',
}));
const BY_KEYBOARD = 6;

test.describe.configure({ mode: 'serial' });

test('a sheet is printed, filled by hand, found again by its code and typed in: by keyboard, by paste, undone and saved again', async ({
	page,
	program,
	context,
}) => {
	test.setTimeout(240_000);
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.setViewportSize({ width: 1280, height: 900 });
	const session = await planned(page, /· (\S+)/.exec(program.said())?.[1] ?? '', 'FM-7001');
	const code = await printed(page, session);

	await findByCode(page, `${code.slice(0, -4)}9${code.slice(-3)}`);
	await expect(page.locator('#feuille')).toContainText('Regardez de nouveau le caractère');
	await findByCode(page, code.toLowerCase().replaceAll('-', ' '));
	await expect(page).toHaveURL(new RegExp(`${session}/saisie$`));
	await ready(page);

	await typeRows(page);
	await expect(page.getByRole('status').last()).toContainText('6 lignes à enregistrer');
	await undoAndRedo(page);
	await reloaded(page);
	await pasteRows(page);
	await expect(page.locator('[data-total=people]')).toContainText('30');
	await saved(page);
	await expect(page.locator('.notice')).toContainText('30 personnes, 120 marques : c’est enregistré.');
	await counted(page, session, 29);

	await page.goto(`${session}/saisie`);
	await ready(page);
	await page.getByRole('button', { name: 'Remettre' }).click();
	await expect(page.locator('[data-total=people]')).toContainText('Personnes : 0');
	await counted(page, session, 0);
	await page.goto(`${session}/saisie`);
	await ready(page);
	// Who was met stays known: pasted again, they are proposed, and taken as they are.
	await pasteAll(page);
	await saved(page);
	await counted(page, session, 29);
});

test('the grid is filled on a phone, one half-day at a time', async ({ page, program }) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 360, height: 780 });
	const session = await planned(page, /· (\S+)/.exec(program.said())?.[1] ?? '', 'FM-7002');
	await page.goto(`${session}/saisie`);
	await ready(page);
	const cell = (row: number, column: number) => page.locator('.sheet-grid tbody tr').nth(row).locator('td').nth(column);
	await page.locator('.sheet-grid .segments button').first().click();
	for (const [column, text] of ['Mukeshimana Philomène', 'F', '1984', 'Twitezimbere'].entries()) {
		await cell(0, column).click();
		await page.keyboard.type(text);
		await page.keyboard.press('Enter');
	}
	await page.locator('.sheet-grid .segments button', { hasText: 'B' }).click();
	await cell(0, 7).click();
	await cell(0, 7).click();
	await expect(cell(0, 7)).toHaveText('P');
	await expect(cell(0, 0)).toBeVisible();
	await expect(cell(0, 6)).toBeHidden();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await saved(page);
	await expect(page.locator('.notice')).toContainText('1 personne, 1 marque');
});

async function planned(page: Page, password: string, code: string): Promise<string> {
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName: 'alice', password });
	await page.goto('/formations/nouvelle');
	await page.waitForLoadState('networkidle');
	await page.locator('[name=groupId]').selectOption({ index: 1 });
	await fillAndSend(page, 'main form', {
		...{ partnerId: 'Maison Ruvubu', title: 'Tenir les comptes', code, place: 'Muyinga', venue: 'Salle communale' },
		...{ firstOn: typed(firstOn), lastOn: typed(addDays(firstOn, 1)), parts: 'both' },
	});
	await expect(page).toHaveURL(/\/formations\/[0-9a-f-]{36}/);
	return new URL(page.url()).pathname;
}

async function printed(page: Page, session: string): Promise<string> {
	await page.goto(`${session}/feuille`);
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Transport').check();
	await page.getByRole('button', { name: 'Montrer ainsi' }).click();
	await expect(page).toHaveURL(/colonne=transport/);
	await expect(page.locator('.sheet').first().locator('thead')).toContainText('Transport');
	expect(await page.locator('.sheet').count()).toBe(await page.locator('.sheet .qr').count());
	return page.locator('.sheet .code').first().innerText();
}

async function findByCode(page: Page, code: string): Promise<void> {
	await page.goto('/formations');
	await page.waitForLoadState('networkidle');
	await page.locator('#feuille [name=code]').fill(code);
	await page.getByRole('button', { name: 'Retrouver' }).click();
}

async function ready(page: Page): Promise<void> {
	await page.locator('.sheet-grid.ready').waitFor();
}

// As in a spreadsheet: a cell, Tab; at the half-days one letter each.
async function typeRows(page: Page): Promise<void> {
	await page.locator('.sheet-grid tbody td').first().click();
	for (const [at, { name, sex, birth, organisation }] of PEOPLE.slice(0, BY_KEYBOARD).entries()) {
		for (const text of [name, sex, birth, organisation, 'Membre', '']) {
			await page.keyboard.type(text);
			await page.keyboard.press('Tab');
		}
		for (const mark of at === 5 ? 'aaaa' : 'pppr') {
			await page.keyboard.press(mark);
			await page.keyboard.press('Tab');
		}
	}
}

async function undoAndRedo(page: Page): Promise<void> {
	const last = page.locator('.sheet-grid tbody tr').nth(5).locator('td').last();
	await expect(last).toHaveText('A');
	await page.keyboard.press('Control+z');
	await expect(last).toHaveText('');
	await page.keyboard.press('Control+Shift+Z');
	await expect(last).toHaveText('A');
}

// The browser asks before unsaved work is left; it is there again all the same.
async function reloaded(page: Page): Promise<void> {
	page.once('dialog', (asked) => void asked.accept());
	await page.reload();
	await ready(page);
	await expect(page.getByRole('status').last()).toContainText('6 lignes à enregistrer');
}

async function pasteRows(page: Page): Promise<void> {
	await paste(page, PEOPLE.slice(BY_KEYBOARD), { row: BY_KEYBOARD });
	await expect(page.locator('.notice', { hasText: 'Collé' })).toContainText('24 personnes, 96 marques. Tout est compris.');
}

async function pasteAll(page: Page): Promise<void> {
	await paste(page, PEOPLE, { row: 0, absent: 5 });
	await expect(page.locator('.notice', { hasText: 'Collé' })).toContainText('30 personnes');
}

async function paste(page: Page, people: typeof PEOPLE, { row, absent = -1 }: Readonly<{ row: number; absent?: number }>): Promise<void> {
	const marks = (at: number) => (at === absent ? ['0', '0', 'A', 'absent'] : MARKS);
	const text = people
		.map(({ name, sex, birth, organisation }, at) => [name, sex, birth, organisation, 'Comité', '', ...marks(at)].join('\t'))
		.join('\r\n');
	await page.locator('.sheet-grid tbody tr').nth(row).locator('td').first().click();
	await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
	await page.keyboard.press('Control+v');
}

async function saved(page: Page): Promise<void> {
	const save = page.getByRole('button', { name: 'Enregistrer la feuille' });
	await save.click();
	const others = page.getByRole('button', { name: /d’autres personnes|une autre personne$/ }).first();
	const notice = page.locator('.notice', { hasText: 'c’est enregistré' });
	await expect(others.or(notice)).toBeVisible();
	// Likely twins are proposed before anybody is added; these are other people.
	if (await others.isVisible()) {
		await others.click();
		await save.click();
	}
	await expect(notice).toBeVisible();
}

async function counted(page: Page, session: string, came: number): Promise<void> {
	await page.goto(session);
	await expect(page.locator('main')).toContainText(came === 0 ? 'Personne n’est' : '30 personnes');
	const marks = page.locator('tbody tr', { has: page.locator('summary', { hasText: /présent|retard/ }) });
	await expect(marks).toHaveCount(came);
}
