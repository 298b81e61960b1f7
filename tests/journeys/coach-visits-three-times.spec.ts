import type { Page } from '@playwright/test';
import { addDays, dayInBurundi, type CalendarDate } from '#kernel/calendar-date.ts';
import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const ORGANISATION = 'Jeunes de Karira';
const today = dayInBurundi(Date.now());
// A day as somebody types it.
const typed = (day: CalendarDate) => day.split('-').reverse().join('/');

async function enter(page: Page, userName: string, said: string): Promise<void> {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName, password: /· (\S+)/.exec(said)?.[1] ?? '' });
	await expect(page).toHaveURL(/bureau/);
}

/** Gives every point of the visit the same score, section by section, on a small screen. */
async function scoreAll(page: Page, score: '0' | '1' | '2'): Promise<void> {
	await page.locator('main a[href$="/noter"]').click();
	await page.waitForURL(/noter/);
	for (let part = 0; /noter/.test(page.url()); part += 1) {
		expect(part).toBeLessThan(12);
		await page.waitForLoadState('networkidle');
		for (const box of await page.locator(`main input[type=radio][value="${score}"]`).all()) await box.check({ force: true });
		await Promise.all([page.waitForEvent('load'), page.locator('main form button.button').first().click()]);
	}
	await expect(page.locator('#bilan')).toBeVisible();
}

async function holdAndAgree(page: Page, heldOn: CalendarDate): Promise<void> {
	await fillAndSend(page, 'form[action="?/hold"]', { heldOn: typed(heldOn) });
	await fillAndSend(page, 'form[action="?/agreeHere"]', { name: 'Personne inventée', duty: 'Présidente', agreedOn: typed(heldOn) });
	await expect(page.locator('#accord')).toContainText('Accordé sur place par Personne inventée, Présidente');
	await expect(page.locator('main a[href$="/noter"]')).toHaveCount(0);
}

test('an animator visits an organisation three times in a year, and the organisation reads how it went', async ({ page, program }) => {
	test.setTimeout(240_000);
	await enter(page, 'alice', program.said());
	const [first, second, third] = [addDays(today, -340), addDays(today, -170), addDays(today, -3)];
	const organisationPage = await openOrganisation(page);

	await plan(page, first);
	await scoreAll(page, '0');
	await expect(page.locator('#bilan')).toContainText('0 %');
	await expect(page.locator('#bilan')).toContainText('Première visite notée');
	for (const [words, due] of [
		['Ouvrir un cahier de caisse', addDays(first, 60)],
		['Écrire les statuts', addDays(first, 90)],
	] as const) {
		await fillAndSend(page, 'form[action="?/commit"]', { words, personName: 'Autre personne inventée', dueOn: typed(due) });
		await expect(page.locator('#engagements')).toContainText(words);
	}
	await holdAndAgree(page, first);

	await page.goto(organisationPage);
	await plan(page, second);
	const promised = page.locator('section', { hasText: 'Promis aux visites d’avant' }).locator('li', { hasText: 'Ouvrir un cahier de caisse' });
	await expect(promised).toContainText('En retard');
	await promised.locator('summary').click();
	await promised.locator('[name=on]').fill(typed(second));
	await Promise.all([page.waitForEvent('load'), promised.locator('button[value=done]').click()]);
	await scoreAll(page, '1');
	await expect(page.locator('#bilan')).toContainText('50 %');
	await expect(page.locator('#bilan')).toContainText('Ce qui monte');
	await holdAndAgree(page, second);

	await page.goto(organisationPage);
	await plan(page, third);
	await scoreAll(page, '2');
	await holdAndAgree(page, third);

	await page.goto(organisationPage);
	const whole = page.locator('svg.chart').first();
	await expect(whole.locator('text.strong')).toHaveText(['0', '50', '100']);
	await expect(whole.locator('title')).toHaveText(/Toute la liste.*\b0\s%.*50\s%.*100\s%/);
	await expect(page.locator('tbody tr').first()).toContainText('100 %');
	const kept = page.locator('#engagements');
	await expect(kept.locator('li', { hasText: 'Ouvrir un cahier de caisse' })).toContainText('Fait le');
	await expect(kept.locator('li', { hasText: 'Écrire les statuts' })).toContainText('En retard');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

async function openOrganisation(page: Page): Promise<string> {
	await page.goto('/accompagnement?mot=karira');
	const link = page.locator('main li a[href*="/accompagnement/organisations/"]').first();
	await expect(link).toHaveText(ORGANISATION);
	await link.click();
	await page.waitForURL(/accompagnement\/organisations/);
	await expect(page.locator('main')).toContainText('Aucune visite encore');
	return new URL(page.url()).pathname;
}

async function plan(page: Page, on: CalendarDate): Promise<void> {
	const organisation = page.url().split('/').pop()?.split('?')[0] ?? '';
	await page.goto(`/accompagnement/nouvelle?organisation=${organisation}`);
	await fillAndSend(page, 'main form', { plannedFor: typed(on) });
	await expect(page).toHaveURL(/accompagnement\/visites\/[0-9a-f-]{36}/);
}

test('one press plans the visit where it is most needed; it is cancelled, and put back', async ({ page, program }) => {
	await enter(page, 'alice', program.said());
	await page.goto('/accompagnement');
	const row = page.locator('main li', { has: page.locator('form[action="?/plan"]') }).first();
	const name = await row.locator('a').first().innerText();
	await Promise.all([page.waitForEvent('load'), row.locator('form button').click()]);
	await page.locator('.toast a').click();
	await page.waitForURL(/visites/);
	await expect(page.locator('main')).toContainText(name);
	await expect(page.locator('main .chip').first()).toContainText('Planifiée');
	await page.waitForLoadState('networkidle');
	await Promise.all([page.waitForEvent('load'), page.locator('main form[action="?/cancel"] button').click()]);
	await expect(page.locator('main .chip').first()).toContainText('Annulée');
	await Promise.all([page.waitForEvent('load'), page.locator('.toast button').click()]);
	await expect(page.locator('main .chip').first()).toContainText('Planifiée');
});

test('a leader agrees from her own account to a visit of her organisation, and reads no other’s', async ({ browser, page, program }) => {
	await enter(page, 'alice', program.said());
	await page.goto('/accompagnement?mot=gasorwe');
	await page.locator('main li a[href*="/accompagnement/organisations/"]').first().click();
	await page.waitForURL(/accompagnement\/organisations/);
	await plan(page, addDays(today, -1));
	await scoreAll(page, '1');
	await fillAndSend(page, 'form[action="?/hold"]', { heldOn: 'hier' });
	const visit = new URL(page.url()).pathname;

	const hers = await browser.newPage({ baseURL: program.address, locale: 'fr-FR' });
	await enter(hers, 'cyprien', program.said());
	await hers.goto(visit);
	await fillAndSend(hers, 'form[action="?/agree"]', { duty: 'Président' });
	await expect(hers.locator('#accord')).toContainText('Accordé par Cyprien Ndikumana, Président, de son propre compte');
	await hers.goto('/accompagnement');
	await expect(hers.locator('main .rows li')).toHaveCount(4);
	await expect(hers.locator('main .rows')).not.toContainText('Karira');
	await hers.close();
});
