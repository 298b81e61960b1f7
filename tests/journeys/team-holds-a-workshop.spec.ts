import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from '../support/journey.ts';
import { enterDemonstration } from './acts/demonstration.ts';
import { fillAndSend } from './acts/office.ts';

const WIDTH = 360;
const PEOPLE = ['Ndayisenga Claudine', 'Nahayo Fidès', 'Bigirimana Longin'];

test('a two-day workshop goes from a group of needs to a certificate that a stranger checks', async ({ browser, program }) => {
	test.setTimeout(300_000);
	const alice = await enterDemonstration(browser, program, { userName: 'alice', width: WIDTH });
	const workshop = await planFromGroup(alice);
	await offerAndFill(alice, workshop);
	await markEverybody(alice, workshop);
	await fillAndSend(alice, 'form[action="?/hold"]', {});
	await expect(alice.locator('main')).toContainText('Tenue');
	await leaveCommitments(alice, workshop);
	await verifyAndPublish({ alice, beatrice: await enterDemonstration(browser, program, { userName: 'beatrice', width: WIDTH }) }, workshop);
	const number = await giveCertificates(alice, workshop);
	await strangerChecks(await (await browser.newContext({ baseURL: program.address, javaScriptEnabled: false })).newPage(), number);
});

async function planFromGroup(page: Page): Promise<string> {
	await page.goto('/besoins?onglet=classes');
	await page.locator('main a[href*="groupe"]', { hasText: 'Adopter un code de conduite' }).first().click();
	await page.waitForURL(/groupe/);
	await page.locator('main a[href*="/formations/nouvelle?groupe="]').first().click();
	await page.waitForURL(/nouvelle/);
	await fillAndSend(page, 'main form', {
		kind: 'workshop',
		title: 'Faire respecter notre code',
		partnerId: 'Maison Ruvubu',
		place: 'Muyinga',
		venue: 'Salle communale',
		firstOn: 'avant-hier',
		lastOn: 'hier',
		trainers: 'Béatrice Nahimana, Maison Ruvubu\nUne ancienne, Abahuza',
	});
	await expect(page).toHaveURL(/\/formations\/[0-9a-f-]{36}/);
	await expect(page.locator('main')).toContainText('Atelier');
	await expect(page.locator('main')).toContainText('Une ancienne (Abahuza)');
	return new URL(page.url()).pathname;
}

async function offerAndFill(page: Page, workshop: string): Promise<void> {
	await page.goto(`${workshop}?onglet=places`);
	await fillAndSend(page, 'form[action^="?/offers"]', { seats: '3', womenAim: '2' });
	const seats = page.locator('main .rows > li', { hasText: 'femmes : 0 sur 2' });
	const invited = await seats.count();
	expect(invited).toBeGreaterThan(1);
	for (const fullName of PEOPLE) {
		await page.goto(`${workshop}?onglet=places`);
		await page.locator('main .rows a[href*="#inscrire"]').first().click();
		await page.waitForURL(/inscrire/);
		await fillAndSend(page, 'section#inscrire > form:last-of-type', {
			fullName,
			sex: fullName === 'Bigirimana Longin' ? 'M' : 'F',
			birthYear: '1990',
		});
	}
	await page.goto(`${workshop}?onglet=places`);
	await expect(page.locator('main')).toContainText('femmes : 2 sur 2');
	await page.goto(`${workshop}/lettres`);
	// One to each that was invited, and one to the administration.
	await expect(page.locator('article.letter')).toHaveCount(invited + 1);
	await expect(page.locator('article.letter').first()).toContainText('au moins 2 femmes');
	await expect(page.locator('article.letter').last()).toContainText('Commune Muyinga');
}

async function markEverybody(page: Page, workshop: string): Promise<void> {
	await page.goto(workshop);
	for (let left = PEOPLE.length * 4; left > 0; left -= 1) {
		const cell = page.locator('tbody details.mark', { hasText: 'à noter' }).first();
		if (!(await cell.count())) break;
		await cell.locator('summary').click();
		const last = left === PEOPLE.length * 4;
		// One comes late to the first half-day: late is there all the same.
		await Promise.all([page.waitForEvent('load'), cell.locator(`button[value=${last ? 'late' : 'present'}]`).click()]);
		await page.waitForLoadState('networkidle');
	}
	await expect(page.locator('tfoot td.num').first()).toContainText('3');
}

async function leaveCommitments(page: Page, workshop: string): Promise<void> {
	await page.goto(`${workshop}/engagements`);
	await page.waitForLoadState('networkidle');
	const first = await page.locator('form[action="?/adopt"] select option').nth(1).textContent();
	await fillAndSend(page, 'form[action="?/adopt"]', {
		organisationId: first ?? '',
		adoptedOn: 'hier',
		organ: 'assembly',
		evidence: 'Procès-verbal signé par 31 membres.',
	});
	await expect(page.locator('main')).toContainText('par l’assemblée générale');
	await fillAndSend(page, 'form[action="?/check"]', { checkedOn: 'aujourd’hui', finding: 'applied', checkEvidence: 'Lu au début de la réunion.' });
	await expect(page.locator('main')).toContainText('Appliqué');
	const options = page.locator('form[action="?/link"] [name=oneId] option');
	const [one, other] = [await options.nth(1).textContent(), await options.nth(2).textContent()];
	const link = { oneId: one ?? '', otherId: one ?? '', purpose: 'Se rendre visite chaque mois', madeOn: 'hier' };
	await fillAndSend(page, 'form[action="?/link"]', link);
	await expect(page.locator('main [role=alert], main .notice')).toContainText('deux organisations différentes');
	await fillAndSend(page, 'form[action="?/link"]', { otherId: other ?? '' });
	await expect(page.locator('main')).toContainText('Se rendre visite chaque mois');
	// Written by mistake, and put back.
	await Promise.all([page.waitForEvent('load'), page.locator('form[action="?/strikeLink"] button').first().click()]);
	await Promise.all([page.waitForEvent('load'), page.locator('.toast form button').click()]);
	await expect(page.locator('main')).toContainText('Ligne remise');
}

async function verifyAndPublish({ alice, beatrice }: Readonly<{ alice: Page; beatrice: Page }>, workshop: string): Promise<void> {
	await alice.goto(`${workshop}/verification`);
	await expect(alice.locator('main')).toContainText('une autre personne la vérifie');
	await expect(alice.locator('form[action="?/verify"]')).toHaveCount(0);
	await beatrice.goto(`${workshop}/verification`);
	await beatrice.waitForLoadState('networkidle');
	const asked = beatrice.locator('form[action="?/verify"] input[name=asked]');
	await expect(asked).toHaveCount(PEOPLE.length);
	for (const enrolmentId of await asked.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)))
		await beatrice.locator(`[name="found ${enrolmentId}"][value=agrees]`).check({ force: true });
	await fillAndSend(beatrice, 'form[action="?/verify"]', { words: 'Appelées une à une.' });
	await expect(beatrice.locator('main')).toContainText('3 sur 3 confirmées');
	await expect(beatrice.locator('form[action="?/publish"]')).toHaveCount(0);
	await alice.goto(`${workshop}/verification`);
	await fillAndSend(alice, 'form[action="?/publish"]', {});
	await expect(alice.locator('main .rows')).toContainText('Béatrice Nahimana');
	await expect(alice.locator('main .chip', { hasText: 'Fait' })).toHaveCount(3);
}

async function giveCertificates(page: Page, workshop: string): Promise<string> {
	await page.goto(`${workshop}/attestations`);
	await fillAndSend(page, 'form[action="?/issue"]', {});
	const rows = page.locator('main ul.rows > li');
	await expect(rows).toHaveCount(PEOPLE.length);
	const row = rows.filter({ hasText: PEOPLE[0] ?? '' });
	const number = /FM-\d+-\d{3}-[0-9A-Z]{2}/.exec(await row.innerText())?.[0] ?? '';
	const [download] = await Promise.all([page.waitForEvent('download'), row.locator('a').click()]);
	const pdf = await getDocumentProxy(new Uint8Array(readFileSync(await download.path())));
	expect(pdf.numPages).toBe(1);
	expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
	const { text } = await extractText(pdf, { mergePages: true });
	for (const said of [PEOPLE[0] ?? '', number, 'Faire respecter notre code', 'Démonstration']) expect(text).toContain(said);
	return number;
}

async function strangerChecks(page: Page, number: string): Promise<void> {
	await page.goto(`/verifier?numero=${number}`);
	const check = async (name: string) => {
		await page.locator('[name=name]').fill(name);
		await page.locator('main form button.button').click();
		return page.locator('main .notice');
	};
	await expect(await check('CLAUDINE ndayisenga')).toContainText('Oui');
	await expect(await check('Ndayisenga Claude')).toContainText('Non');
	expect(await page.content()).not.toContain('Faire respecter');
}
