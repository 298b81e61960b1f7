import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import readExcelFile from 'read-excel-file/node';
import { addDays, addMonths, dayInBurundi, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { startProgram } from '../support/program.ts';
import { expect, test } from '../support/journey.ts';
import { enterWithCode, fillAndSend, openAccount, registerOrganisation, sayNeed, type View } from './acts/office.ts';
import { takeAttendanceOffline } from './acts/field.ts';

const today = dayInBurundi(Date.now());
const typed = (day: CalendarDate) => day.split('-').reverse().join('/');
const heldOn = addMonths(today, -7);
const saidOn = addDays(heldOn, -40);
const decidedOn = addDays(heldOn, -25);
const answeredOn = addDays(heldOn, -20);

const VIEWS = [
	{ width: 360, language: 'fr' },
	{ width: 1280, language: 'fr' },
	{ width: 360, language: 'rn' },
] as const;

test.describe.configure({ mode: 'parallel' });

for (const view of VIEWS) {
	test(`from an empty programme to the spreadsheet, at ${view.width} pixels, in ${view.language}`, async ({ browser }) => {
		test.setTimeout(300_000);
		const program = await startProgram({ args: ['--empty'] });
		try {
			await wholeThread(browser, /code (\S+)/.exec(program.said())?.[1] ?? '', { address: program.address, ...view });
		} finally {
			await program.stop();
		}
	});
}

async function wholeThread(browser: Parameters<typeof enterWithCode>[0], firstCode: string, view: View): Promise<void> {
	const alice = await enterWithCode(browser, { userName: 'administration', code: firstCode }, view);
	await openProgramme(alice);
	const beatrice = await enterWithCode(
		browser,
		await openAccount(alice, { fullName: 'Béatrice Nahimana', userName: 'beatrice', role: 'animator', partnerId: 'CARE' }),
		view,
	);
	const first = await registerOrganisation(alice, {
		name: 'Abarimyi b’i Gasorwe',
		place: 'Muyinga',
		membersWomen: '51',
		membersMen: '35',
		partnerId: 'CARE',
	});
	const second = await registerOrganisation(alice, { name: 'Twitezimbere', place: 'Ngozi', partnerId: 'CARE' });
	const cyprien = await enterWithCode(
		browser,
		await openAccount(alice, { fullName: 'Cyprien Ndikumana', userName: 'cyprien', role: 'leader', organisationId: 'Abarimyi b’i Gasorwe, Muyinga' }),
		view,
	);
	const domitille = await enterWithCode(
		browser,
		await openAccount(alice, { fullName: 'Domitille Nduwimana', userName: 'domitille', role: 'leader', organisationId: 'Twitezimbere, Ngozi' }),
		view,
	);

	const own = await sayNeed(cyprien, first, {
		words: 'Personne ne sait montrer le cahier de caisse.',
		theme: 'accountability',
		expressedOn: typed(saidOn),
	});
	const relayed = await sayNeed(beatrice, second, {
		words: 'Nos comptes ne tombent jamais juste.',
		theme: 'accountability',
		expressedOn: typed(addDays(saidOn, 4)),
	});
	await domitille.goto(relayed);
	await fillAndSend(domitille, 'form[action="?/confirm"]', { confirmedOn: typed(addDays(saidOn, 6)) });

	await groupDecideAndTell(alice);
	for (const [leader, need] of [
		[cyprien, own],
		[domitille, relayed],
	] as const) {
		await leader.goto(need);
		await expect(leader.locator('.now')).toContainText('Une formation de deux jours');
	}
	const session = await planAndFill(alice, { first, second });
	await takeAttendanceOffline(beatrice, session, { absent: 'Bigirimana Pascal', newcomer: 'Ntakirutimana Rose', organisation: 'Twitezimbere' });

	await alice.goto(session);
	await fillAndSend(alice, 'form[action="?/hold"]', { heldOn: typed(addDays(heldOn, 1)) });
	await alice.goto(`${session}?onglet=pratiques`);
	await fillAndSend(alice, 'form[action^="?/practice"]', {
		organisationId: 'Abarimyi b’i Gasorwe',
		checkedOn: typed(today),
		finding: 'applied',
		evidence: 'Cahier vu à l’assemblée.',
	});
	await cyprien.goto(own);
	await fillAndSend(cyprien, 'form[action="?/judge"]', { verdict: 'yes', words: 'Le cahier a été montré.' });

	await compareFiguresWithRows(alice);
}

async function openProgramme(page: Page): Promise<void> {
	await page.goto('/conduite');
	await fillAndSend(page, 'form[action="?/open"]', {
		name: 'Programme du lac',
		code: 'programme-du-lac',
		country: 'Burundi',
		donor: 'Bailleur inventé',
		startsOn: typed(addMonths(today, -12)),
		endsOn: typed(addMonths(today, 12)),
		budget: '850 000',
	});
	await expect(page).toHaveURL(/\/conduite\/[0-9a-f-]{36}/);
	await fillAndSend(page, 'form[action="?/partner"]', { name: 'CARE', does: 'Renforcement des capacités' });
}

async function groupDecideAndTell(page: Page): Promise<void> {
	await page.goto('/besoins?onglet=a-classer');
	for (const tick of await page.locator('[name=needId]').all()) await tick.check();
	await fillAndSend(page, 'form[action^="?/group"]', { heading: 'Tenir les comptes et les montrer', theme: 'accountability' });
	const group = new URL(page.url()).pathname;
	await page.goto('/besoins?onglet=classes');
	await Promise.all([page.waitForEvent('load'), page.locator('form[action="?/rank"] button').first().click()]);
	await page.goto(group);
	await fillAndSend(page, 'form[action="?/decide"]', {
		decision: 'accepted',
		reason: 'Deux organisations le demandent.',
		decidedOn: typed(decidedOn),
		promisedFor: typed(addDays(decidedOn, 30)),
	});
	await page.goto(group);
	await fillAndSend(page, 'form[action="?/answer"]', { words: 'Une formation de deux jours, puis une visite.', answeredOn: typed(answeredOn) });
}

async function planAndFill(page: Page, { first, second }: { first: string; second: string }): Promise<string> {
	await page.goto('/formations/nouvelle');
	await fillAndSend(page, 'main form', {
		title: 'Tenir les comptes',
		code: 'FM-0001',
		place: 'Muyinga',
		venue: 'Salle communale',
		firstOn: typed(heldOn),
		lastOn: typed(addDays(heldOn, 1)),
		parts: 'both',
	});
	await expect(page).toHaveURL(/\/formations\/[0-9a-f-]{36}/);
	const session = new URL(page.url()).pathname;
	for (const [organisation, label, people] of [
		[
			first,
			'Abarimyi b’i Gasorwe, Muyinga',
			[
				['Barampama Agnès', 'F', '1990'],
				['Bigirimana Pascal', 'M', '1975'],
			],
		],
		[second, 'Twitezimbere, Ngozi', [['Bukuru Spès', 'F', '']]],
	] as const) {
		await page.goto(`${session}?onglet=places`);
		await fillAndSend(page, 'form[action^="?/seats"]', { organisationId: label, seats: String(people.length) });
		for (const [fullName, sex, birthYear] of people) {
			await page.goto(`${session}?onglet=places&organisation=${organisation.split('/').pop() ?? ''}`);
			await fillAndSend(page, '#inscrire > form', { fullName, sex, birthYear });
		}
	}
	return session;
}

async function compareFiguresWithRows(page: Page): Promise<void> {
	const shown: Record<string, number> = {};
	await page.goto('/indicateurs');
	for (const key of ['needs-answered', 'organisations-supported', 'people-trained']) {
		shown[key] = Number((await page.locator(`[data-figure=${key}]`).innerText()).replace(/\D/g, ''));
	}
	expect(shown).toEqual({ 'needs-answered': 2, 'organisations-supported': 2, 'people-trained': 3 });

	await page.goto('/indicateurs/people-trained');
	expect(await page.locator('table').last().locator('tbody tr').count()).toBe(3);
	const sheets = await downloadedSheets(page);
	const [figures, , people, answers] = sheets.map(({ data }) => data);
	const persons = new Set((people ?? []).slice(1).map((row) => row[4]));
	const organisations = new Set((people ?? []).slice(1).map((row) => row[1]));
	const numbers = (figures ?? []).flatMap((row) => (typeof row[1] === 'number' ? [row[1]] : []));
	// In the order of the sheet: answered, expressed, median days, organisations, persons, women, participations; then those without
	// names, verified, published: nobody recounted anything here.
	expect(numbers).toEqual([
		answers?.slice(1).length,
		2,
		median((answers ?? []).slice(1).map((row) => Number(row[5]))),
		organisations.size,
		persons.size,
		3,
		3,
		...[0, 0, 0],
	]);
}

async function downloadedSheets(page: Page): Promise<readonly { data: (string | number | null)[][] }[]> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="chiffres.xlsx"]').first().click()]);
	const again = await page.request.get(new URL((await page.locator('a[href*="chiffres.xlsx"]').first().getAttribute('href')) ?? '', page.url()).href);
	const bytes = readFileSync(await download.path());
	expect(Buffer.from(await again.body()).equals(bytes), 'the same file twice').toBe(true);
	return (await readExcelFile(bytes)) as unknown as readonly { data: (string | number | null)[][] }[];
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
