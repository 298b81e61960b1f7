import type { Browser, Page } from '@playwright/test';
import { addDays, dayInBurundi, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { expect, test } from '../support/journey.ts';
import { enterWithCode, fillAndSend, openAccount, registerOrganisation, sayNeed, type View } from './acts/office.ts';

const today = dayInBurundi(Date.now());
const typed = (day: CalendarDate) => day.split('-').reverse().join('/');
const ago = (days: number) => typed(addDays(today, -days));

test.use({ programArgs: ['--empty'] });

test('leaders ask, the coordinator ranks and answers, and an answer that failed is given again', async ({ browser, program }) => {
	test.setTimeout(300_000);
	const view: View = { address: program.address, width: 360, language: 'fr' };
	const { alice, cyprien, domitille, first } = await theCast(browser, view, /code (\S+)/.exec(program.said())?.[1] ?? '');

	// Cyprien says a need with all that the form asks, and corrects it before anybody answered.
	const need = await sayNeed(cyprien, first, {
		...{ words: 'Personne ne montre les comptes.', theme: 'accountability', urgency: 'this-week', touched: 'women', wished: 'training' },
		...{ touchedCount: '51', expressedOn: ago(100) },
	});
	await cyprien.locator('main a[href$="/corriger"]').click();
	await cyprien.waitForURL(/corriger$/);
	await fillAndSend(cyprien, 'main form', { words: 'Personne ne sait montrer le cahier de caisse.' });
	await expect(cyprien.locator('main')).toContainText('Personne ne sait montrer le cahier de caisse.');
	await expect(cyprien.locator('main')).toContainText('Presse cette semaine · Des femmes · 51 personnes · Souhaite : Formation');

	// A second need is taken back, and put again.
	const other = await sayNeed(cyprien, first, { words: 'Un véhicule pour les visites.', theme: 'other', expressedOn: ago(20) });
	await press(cyprien, 'form[action="?/back"] button');
	await expect(cyprien.locator('main')).toContainText('Retiré');
	await press(cyprien, 'form[action="?/again"] button');
	await expect(cyprien.locator('main')).not.toContainText('Retiré le');

	// Each need gets a group; the first is opened to all, and Domitille says "us too".
	await alice.goto('/besoins?onglet=a-classer');
	const accounts = await group(alice, 'cahier de caisse', { heading: 'Tenir les comptes et les montrer', theme: 'accountability' });
	await press(alice, 'form[action="?/open"] button');
	await domitille.goto('/besoins?onglet=ouverts');
	await expect(domitille.locator('main')).toContainText('Moins de cinq organisations');
	await domitille.locator('a[href^="/besoins/nous-aussi/"]').click();
	await domitille.waitForURL(/nous-aussi/);
	await fillAndSend(domitille, 'main form', { urgency: 'these-months', touched: 'youth', expressedOn: ago(50) });
	await expect(domitille.locator('main')).toContainText('Nous aussi.');
	await expect(domitille.locator('body')).not.toContainText('cahier de caisse');
	const herNeed = new URL(domitille.url()).pathname;
	await alice.goto('/besoins?onglet=a-classer');
	const vehicle = await group(alice, 'véhicule', { heading: 'Se déplacer pour les visites', theme: 'other' });

	await rankWithTheWorkingShown(alice, accounts, vehicle);
	await putOff(alice, vehicle);
	await cyprien.goto(other);
	await expect(cyprien.locator('main')).toContainText('Reporté');

	await answer(alice, accounts, { decidedOn: ago(30), answeredOn: ago(28), words: 'Une formation de deux jours.' });
	await cyprien.goto(need);
	await fillAndSend(cyprien, 'form[action="?/judge"]', { verdict: 'no', words: 'La formation n’a pas eu lieu.' });
	await domitille.goto(herNeed);
	await fillAndSend(domitille, 'form[action="?/judge"]', { verdict: 'yes' });

	await alice.goto(accounts);
	await fillAndSend(alice, 'form[action="?/reopen"]', { reopenedWhy: 'Le formateur n’est pas venu.' });
	await expect(alice.locator('main')).toContainText('Réponse du');
	await cyprien.goto(need);
	await expect(cyprien.locator('main')).toContainText('Rouvert');

	await answer(alice, accounts, { decidedOn: typed(today), answeredOn: typed(today), words: 'Une visite d’appui dans chaque organisation.' });
	await cyprien.goto(need);
	await expect(cyprien.locator('.now')).toContainText('Une visite d’appui');
	await expect(cyprien.locator('main')).toContainText('Une formation de deux jours.');
	await expect(cyprien.locator('main')).toContainText('La formation n’a pas eu lieu.');
	await domitille.goto(herNeed);
	await expect(domitille.locator('.now')).toContainText('Une formation de deux jours.');
	await promisedThingStandsInItsMonth(alice, accounts);
	// Answered twice, and counted once: two needs, in the days of their first answers.
	await alice.goto('/indicateurs');
	expect(Number((await alice.locator('[data-figure=needs-answered]').innerText()).replace(/\D/g, ''))).toBe(2);
});

async function theCast(browser: Browser, view: View, code: string) {
	const alice = await enterWithCode(browser, { userName: 'administration', code }, view);
	await alice.goto('/conduite');
	await fillAndSend(alice, 'form[action="?/open"]', {
		...{ name: 'Programme du lac', code: 'programme-du-lac', country: 'Burundi', donor: 'Bailleur inventé', budget: '1 000' },
		...{ startsOn: ago(300), endsOn: typed(addDays(today, 300)) },
	});
	await fillAndSend(alice, 'form[action="?/partner"]', { name: 'CARE', does: 'Renforcement des capacités' });
	const first = await registerOrganisation(alice, { name: 'Abarimyi b’i Gasorwe', place: 'Muyinga', partnerId: 'CARE' });
	await registerOrganisation(alice, { name: 'Twitezimbere', place: 'Ngozi', partnerId: 'CARE' });
	const leader = async (fullName: string, userName: string, organisationId: string) =>
		enterWithCode(browser, await openAccount(alice, { fullName, userName, role: 'leader', organisationId }), view);
	const cyprien = await leader('Cyprien Ndikumana', 'cyprien', 'Abarimyi b’i Gasorwe, Muyinga');
	const domitille = await leader('Domitille Nduwimana', 'domitille', 'Twitezimbere, Ngozi');
	return { alice, cyprien, domitille, first };
}

async function group(page: Page, words: string, typedIn: Readonly<Record<string, string>>): Promise<string> {
	await page.locator('li', { hasText: words }).locator('[name=needId]').check();
	await fillAndSend(page, 'form[action^="?/group"]', typedIn);
	await page.waitForURL(/groupes/);
	return new URL(page.url()).pathname;
}

async function rankWithTheWorkingShown(page: Page, accounts: string, vehicle: string): Promise<void> {
	await page.goto('/besoins/poids');
	await fillAndSend(page, 'main form', { urgency: '5', reason: 'Ce qui presse passe devant.' });
	await expect(page.locator('main')).toContainText('Ce qui presse passe devant.');
	await page.goto(vehicle);
	await fillAndSend(page, 'form[action="?/mark"]', { aimsMark: '0', feasibilityMark: '1' });
	await page.goto('/besoins?onglet=classes');
	await press(page, 'form[action="?/score"] button');
	const ranked = page.locator('ol.rows > li');
	await expect(ranked.first()).toContainText('Tenir les comptes');
	// One organisation or two gives 1 × 3; the mean of 3 and 2 rounds to 3 × 5; all touch women or youth: 3 × 2; a hundred days: 2 × 1.
	await expect(ranked.first()).toContainText('3 + 15 + 6 + 2 + 0 + 0');
	await expect(ranked.first()).toContainText('26');
	await page.goto(accounts);
	await page.locator('summary', { hasText: 'Comment cette note est faite' }).click();
	await expect(page.locator('main')).toContainText('3 sur 3 × 5 = 15');

	await page.goto(vehicle);
	await fillAndSend(page, 'form[action="?/move"]', { rank: '1', moveReason: 'La saison des pluies arrive.' });
	await expect(page.locator('main')).toContainText('La saison des pluies arrive.');
	await page.goto('/besoins?onglet=classes');
	await expect(ranked.first()).toContainText('Se déplacer pour les visites');
	await expect(ranked.first()).toContainText('La saison des pluies arrive.');
}

async function putOff(page: Page, vehicle: string): Promise<void> {
	await page.goto(vehicle);
	const decision = { decision: 'deferred', reason: 'Le budget sera connu plus tard.', decidedOn: ago(10) };
	await fillAndSend(page, 'form[action="?/decide"]', decision);
	await expect(page.locator('main')).toContainText('Dites quel jour vous regarderez à nouveau.');
	await fillAndSend(page, 'form[action="?/decide"]', { lookAgainOn: ago(1) });
	await page.goto('/besoins?onglet=en-retard');
	await expect(page.locator('main')).toContainText('1 groupe reporté à revoir');
}

async function answer(page: Page, accounts: string, told: Readonly<{ decidedOn: string; answeredOn: string; words: string }>): Promise<void> {
	await page.goto(accounts);
	await fillAndSend(page, 'form[action="?/decide"]', { decision: 'accepted', reason: 'Deux organisations le demandent.', decidedOn: told.decidedOn });
	await page.goto(accounts);
	await fillAndSend(page, 'form[action="?/answer"]', { words: told.words, answeredOn: told.answeredOn });
}

async function promisedThingStandsInItsMonth(page: Page, accounts: string): Promise<void> {
	await page.goto(accounts);
	await fillAndSend(page, 'form[action="?/note"]', { kind: 'equipment', label: 'Deux cahiers de caisse', on: typed(today), state: 'planned' });
	await page.goto(`/besoins/promesses?mois=${today.slice(0, 7)}`);
	await expect(page.locator('main')).toContainText('Deux cahiers de caisse');
	const file = await page.request.get('/besoins/promesses/agenda.ics');
	expect(await file.text()).toContain('SUMMARY:Deux cahiers de caisse');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

async function press(page: Page, button: string): Promise<void> {
	await page.waitForLoadState('networkidle');
	await Promise.all([page.waitForEvent('load'), page.locator(button).first().click()]);
}
