import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const WIDTH = 360;
// Held in the demonstration, and never tested.
const UNTESTED = 'FM-0002';

async function enter(page: Page, said: string): Promise<void> {
	await page.setViewportSize({ width: WIDTH, height: 800 });
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName: 'alice', password: /· (\S+)/.exec(said)?.[1] ?? '' });
}

async function addressOf(page: Page, code: string): Promise<string> {
	await page.goto(`/formations?mot=${code}`);
	await page
		.locator('main .rows a', { hasText: `${code} ` })
		.first()
		.click();
	await page.waitForURL(/formations\/[0-9a-f-]{36}/);
	return new URL(page.url()).pathname;
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
	return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}

test('a team adds a question, takes it out and puts it back', async ({ page, program }) => {
	await enter(page, program.said());
	await page.goto('/formations/modules');
	await page.locator('main a[href="/formations/questions"]').click();
	await page.waitForURL(/questions$/);
	const words = 'Qui garde la clé de la caisse ?';
	await fillAndSend(page, 'form[action="?/add"]', { theme: 'governance', words, 'choice 0': 'La trésorière', 'choice 2': 'Personne' });
	await expect(page.locator('main')).toContainText('Dites quelle réponse est la bonne');
	expect(await page.locator('[name="choice 2"]').inputValue(), 'what was typed is kept').toBe('Personne');
	await fillAndSend(page, 'form[action="?/add"]', { right: '0' });
	const line = page.locator('main .rows > li', { hasText: words });
	await expect(line).toContainText('La trésorière (bonne réponse)');

	await Promise.all([page.waitForEvent('load'), line.locator('button').click()]);
	await expect(line).toHaveCount(0);
	await Promise.all([page.waitForEvent('load'), page.locator('.toast button').click()]);
	await expect(line).toHaveCount(1);
	await page.goto('/formations/questions?theme=ethics');
	await expect(line).toHaveCount(0);
});

test('a team tests three persons before and after, and reads their gain with its dispersion', async ({ page, program }) => {
	await enter(page, program.said());
	const session = await addressOf(page, UNTESTED);
	await page.goto(`${session}/tests`);
	const question = page.locator('label.choice', { hasText: 'Qui approuve les comptes de l’année' }).locator('input');
	await fillAndSend(page, 'form[action="?/set"]', { outOf: '10', questionIds: (await question.getAttribute('value')) ?? '' });
	await expect(page.locator('main')).toContainText('Sur 10 points, 1 question de la banque');

	const cells = (moment: string) => page.locator(`main input[data-column="${moment}"]`);
	const save = async () => {
		await Promise.all([page.waitForEvent('load'), page.locator('form[action="?/scores"] button.button:not([type=button])').last().click()]);
		await page.waitForLoadState('networkidle');
	};
	await page.waitForLoadState('networkidle');
	await cells('before').first().focus();
	for (const points of ['4', '8', '16']) {
		await page.keyboard.type(points);
		await page.keyboard.press('Enter');
	}
	await save();
	await expect(page.locator('main')).toContainText('Le test est sur 10 points');
	expect(await cells('before').nth(1).inputValue(), 'what was typed is kept').toBe('8');
	await cells('before').nth(2).fill('6');
	for (const [at, points] of ['9', '8', '5'].entries()) await cells('after').nth(at).fill(points);
	await save();

	// Gains of 5, 0 and −1: a mean of 4/3, a standard deviation of √(62/6), a median of 0.
	const main = page.locator('main');
	await expect(main).toContainText('Gain : 3 personnes qui ont fait les deux tests');
	await expect(main).toContainText('En moyenne 1,3 de plus');
	await expect(main).toContainText('Écart-type 3,2, médiane 0');
	await expect(main).toContainText('1 personne a gagné, 1 est au même point, 1 a perdu');
	await expect(page.locator('svg.chart title')).toHaveText('Points sur 10. Avant : 4, 6, 8. Après : 5, 8, 9.');
	expect(await isWiderThanScreen(page)).toBe(false);

	await Promise.all([page.waitForEvent('load'), page.locator('.toast button').click()]);
	await expect(main, 'the last save was taken back').toContainText('Aucun point n’est encore écrit');
	await fillAndSend(page, 'form[action="?/papersBefore"]', { points: '3, 5 12' });
	await expect(page.locator('form[action="?/papersBefore"]')).toContainText('Le test est sur 10 points');
	await fillAndSend(page, 'form[action="?/papersBefore"]', { points: '3, 5 2' });
	await expect(page.locator('svg.chart title')).toHaveText('Points sur 10. Avant : 2, 3, 5. Après : aucune feuille.');

	await page.goto(`${session}/tests/papier`);
	await expect(page.locator('.sheet')).toContainText('Qui approuve les comptes de l’année');
	await expect(page.locator('.sheet')).not.toContainText('bonne réponse');
});

test('a team counts what participants said, and reads it', async ({ page, program }) => {
	await enter(page, program.said());
	const session = await addressOf(page, UNTESTED);
	await page.locator('nav.tabs a[href$="/evaluation"]').click();
	await page.waitForURL(/evaluation$/);
	const counted = { sheets: '6', 'useful fairly': '2', 'useful fully': '5', words: 'Trop court, dit quelqu’un.' };
	await fillAndSend(page, 'main form[method=post]', counted);
	await expect(page.locator('main')).toContainText('Il y a 6 fiches');
	await fillAndSend(page, 'main form[method=post]', { 'useful fully': '4' });
	await expect(page.locator('main')).toContainText('Ce que disent 6 feuilles');
	await expect(page.locator('main figure')).toHaveCount(1);
	await expect(page.locator('main figure')).toContainText('assez 2, tout à fait 4');
	await expect(page.locator('main')).toContainText('Trop court, dit quelqu’un.');
	expect(await isWiderThanScreen(page)).toBe(false);

	await page.goto(`${session}/evaluation/papier`);
	await expect(page.locator('.sheet')).toContainText('Ce que j’ai appris me servira');
	await expect(page.locator('.sheet')).toContainText('Ivyo nize bizomfasha');
});
