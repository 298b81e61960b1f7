import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { enterDemonstration } from './acts/demonstration.ts';
import { enterWithCode, fillAndSend, openAccount } from './acts/office.ts';

const WIDTH = 360;
const VENUE = 'Chez la tante de Diane';

test('a discreet activity is counted without names, and each role sees what is hers', async ({ browser, program }) => {
	test.setTimeout(240_000);
	const alice = await enterDemonstration(browser, program, { userName: 'alice', width: WIDTH });
	const quiet = await planQuietly(alice);
	await countThem(alice, quiet);
	const as = (userName: string) => enterDemonstration(browser, program, { userName, width: WIDTH });

	// The team of the partner that runs it reads the place.
	await sees(await as('beatrice'), quiet, { place: true, counts: true });
	// A leader who was invited reads the province, and no number.
	const cyprien = await as('cyprien');
	await sees(cyprien, quiet, { place: false, counts: false });
	const calendar = await (await cyprien.request.get(`${quiet}/agenda.ics`)).text();
	expect(calendar).toContain('Parler sans se faire voir');
	expect(calendar).not.toMatch(/Muyinga|tante de Diane/);
	// Her member is told no more.
	await sees(await as('domitille'), quiet, { place: false, counts: false });
	// The donor opens no session; the figure says how many came without names.
	const donor = await as('evariste');
	expect((await donor.goto(quiet))?.status()).toBe(404);
	await donor.goto('/indicateurs/people-trained');
	await expect(donor.locator('main')).toContainText('comptées sans noms');
	expect(await donor.locator('main').innerText()).not.toContain('tante de Diane');
	// A leader who was not invited learns nothing, and a stranger stands before the door.
	const account = await openAccount(alice, { fullName: 'Une autre', userName: 'autre', role: 'leader', organisationId: 'Ejo Heza Mugamba, Bururi' });
	const other = await enterWithCode(browser, account, { address: program.address, width: WIDTH, language: 'fr' });
	expect((await other.goto(quiet))?.status()).toBe(404);
	await other.goto('/formations?mot=parler');
	await expect(other.locator('main')).not.toContainText('Parler sans');
	const stranger = await (await browser.newContext({ baseURL: program.address })).newPage();
	await stranger.goto(quiet);
	await expect(stranger).toHaveURL(/entrer/);
});

async function planQuietly(page: Page): Promise<string> {
	await page.goto('/formations/nouvelle');
	await fillAndSend(page, 'main form', {
		groupId: 'Tenir les comptes et les montrer aux membres',
		kind: 'workshop',
		title: 'Parler sans se faire voir',
		partnerId: 'Maison Ruvubu',
		place: 'Muyinga',
		venue: VENUE,
		firstOn: 'hier',
		trainers: 'Maître Odile',
		discreet: 'yes',
	});
	await expect(page).toHaveURL(/\/formations\/[0-9a-f-]{36}/);
	const quiet = new URL(page.url()).pathname;
	await page.goto(`${quiet}?onglet=places`);
	await fillAndSend(page, 'form[action^="?/offers"]', { seats: '3' });
	await page.goto(`${quiet}/lettres`);
	await expect(page.locator('article.letter').first()).toContainText('de vive voix');
	for (const word of [VENUE, 'Muyinga', 'Administrateur'])
		expect(await page.locator('main').innerText()).not.toMatch(new RegExp(`^Lieu : .*${word}`, 'm'));
	return quiet;
}

async function countThem(page: Page, quiet: string): Promise<void> {
	await page.goto(quiet);
	await fillAndSend(page, 'form[action^="?/count"]', { women: '4', men: '3', youngWomen: '5' });
	await expect(page.locator('main .notice')).toContainText('ne peuvent pas être plus nombreux');
	await fillAndSend(page, 'form[action^="?/count"]', { women: '9' });
	await expect(page.locator('main')).toContainText('12 personnes comptées');
	await fillAndSend(page, 'form[action="?/hold"]', {});
	await expect(page.locator('main')).toContainText('Tenue');
	// No list of names is printed or typed for it.
	for (const part of ['feuille', 'saisie']) {
		await page.goto(`${quiet}/${part}`);
		expect(new URL(page.url()).pathname).toBe(quiet);
	}
	expect((await page.goto(`${quiet}/attestations`))?.status()).toBe(404);
}

async function sees(page: Page, quiet: string, { place, counts }: Readonly<{ place: boolean; counts: boolean }>): Promise<void> {
	const answer = await page.goto(quiet);
	expect(answer?.status()).toBe(200);
	const [text, bytes] = [await page.locator('main').innerText(), (await answer?.text()) ?? ''];
	expect(text).toContain('Discrète');
	for (const said of [VENUE, 'Maître Odile', 'Muyinga,']) expect(text.includes(said), said).toBe(place);
	if (!place) for (const said of [VENUE, 'Maître Odile']) expect(bytes).not.toContain(said);
	expect(text.includes('12 personnes comptées')).toBe(counts);
}
