import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { fillAndSend } from './acts/office.ts';

const PUBLIC = [
	'/',
	'/annuaire',
	'/annuaire?q=zzzz',
	'/annuaire?theme=governance&province=2025:BI1',
	'/programmes',
	'/programmes/burundi-osc-2016',
	'/programmes/demonstration',
	'/entrer',
	'/entrer/code',
	'/pieces',
	'/nulle-part',
];
const OFFICE = [
	'/bureau',
	'/organisations',
	'/organisations/nouvelle',
	'/organisations/importer',
	'/organisations/couverture',
	'/organisations/couverture?division=2017',
	'/organisations/doublons',
	'/personnes/doublons',
	'/besoins',
	'/besoins?onglet=a-classer',
	'/besoins?onglet=tous',
	'/besoins/nouveau',
	'/formations',
	'/formations/nouvelle',
	'/formations/questions',
	'/indicateurs',
	'/indicateurs/people-trained',
	'/indicateurs/needs-answered',
	'/rapports',
	'/conduite',
	'/comptes',
	'/comptes/nouveau',
	'/moi',
];
/** What a leader opens too. */
const LEADER = ['/bureau', '/organisations', '/besoins', '/besoins/nouveau', '/formations', '/indicateurs', '/rapports', '/moi'];
const THEMES = ['light', 'sun', 'dark'] as const;

/** The serious findings of axe on the page that is open, each as one line. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
	return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}

async function holdsForEveryone(page: Page, path: string, asking = ''): Promise<void> {
	const answer = await page.goto(`${path}${asking}`);
	expect(answer?.status(), path).toBe(200);
	expect(new URL(page.url()).pathname, 'the page that was asked for is shown').toBe(path);
	expect(await seriousFindings(page), path).toEqual([]);
	expect(await isWiderThanScreen(page), `${path} scrolls sideways`).toBe(false);
}

/** How far each found element is from the one before it: the wider of the gaps beside and above. */
async function distancesOf(page: Page, selector: string): Promise<readonly number[]> {
	return page.locator(selector).evaluateAll((found) =>
		found.map((element) => {
			const mine = element.getBoundingClientRect();
			const before = element.previousElementSibling?.getBoundingClientRect() ?? mine;
			return Math.max(mine.left - before.right, mine.top - before.bottom);
		}),
	);
}

async function enter(page: Page, said: string, userName: string): Promise<void> {
	await page.goto('/entrer');
	await fillAndSend(page, 'main form', { userName, password: /· (\S+)/.exec(said)?.[1] ?? '' });
}

async function firstAddressOf(page: Page, list: string, pattern: RegExp): Promise<string> {
	await page.goto(list);
	const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const found = links.find((href) => pattern.test(href));
	if (found === undefined) throw new Error(`${list} leads to no page like ${pattern.source}`);
	return found;
}

for (const width of [360, 1280]) {
	test(`public pages hold for everyone, at ${width} pixels, in three themes`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.setViewportSize({ width, height: 800 });
		for (const path of PUBLIC) {
			for (const theme of width === 360 ? THEMES : ['light']) {
				await page.goto(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
				expect(await seriousFindings(page), `${path} in ${theme}`).toEqual([]);
				expect(await isWiderThanScreen(page), `${path} scrolls sideways`).toBe(false);
			}
		}
	});

	test(`office pages hold for everyone, at ${width} pixels`, async ({ page, program }) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ width, height: 800 });
		await enter(page, program.said(), 'alice');
		const opened = [
			await firstAddressOf(page, '/organisations', /^\/organisations\/[0-9a-f-]{36}$/),
			await firstAddressOf(page, '/organisations/importer', /^\/organisations\/importer\/[0-9a-f-]{36}$/),
			await firstAddressOf(page, '/besoins?onglet=tous', /^\/besoins\/[0-9a-f-]{36}$/),
			await firstAddressOf(page, '/besoins', /^\/besoins\/groupes\/[0-9a-f-]{36}$/),
			await firstAddressOf(page, '/formations?etat=held', /^\/formations\/[0-9a-f-]{36}$/),
		];
		const session = opened.at(-1) ?? '';
		const organisation = opened[0] ?? '';
		for (const path of [
			...OFFICE,
			...opened,
			`${organisation}/histoire`,
			`${organisation}/contacts`,
			`${opened[1]}?onglet=ready`,
			`${opened[1]}/ligne/5`,
			`${session}?onglet=places`,
			`${session}?onglet=pratiques`,
			`${session}/feuille`,
			...['/tests', '/tests/papier', '/evaluation', '/evaluation/papier'].map((page) => `${session}${page}`),
		]) {
			await page.goto(path);
			expect(await seriousFindings(page), path).toEqual([]);
			expect(await isWiderThanScreen(page), `${path} scrolls sideways`).toBe(false);
		}
	});
}

test('the pages of a leader hold for her at 360 pixels', async ({ page, program }) => {
	await enter(page, program.said(), 'cyprien');
	const own = await firstAddressOf(page, '/organisations', /^\/organisations\/[0-9a-f-]{36}$/);
	const need = await firstAddressOf(page, '/besoins?onglet=tous', /^\/besoins\/[0-9a-f-]{36}$/);
	for (const path of [...LEADER, own, `${own}/contacts`, need]) await holdsForEveryone(page, path);
});

test('office pages hold in Kirundi on a dark screen, at 360 pixels', async ({ page, program }) => {
	await enter(page, program.said(), 'alice');
	for (const path of LEADER) {
		await holdsForEveryone(page, path, '?langue=rn&theme=dark');
		await expect(page.locator('html')).toHaveAttribute('lang', 'rn');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	}
});

test('what ends a row keeps its distance from what stands beside it', async ({ page, program }) => {
	await enter(page, program.said(), 'alice');
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/organisations');
		const gaps = await distancesOf(page, '.row .chip + span');
		expect(gaps.length, 'an organisation that sleeps is in the list').toBeGreaterThan(0);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7.5);
	}
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/conduite');
	const gaps = await distancesOf(page, '.row > span:has(> form)');
	expect(gaps.length).toBeGreaterThan(0);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7.5);
});

test('the door is opened with the keyboard alone', async ({ page, program }) => {
	await page.goto('/entrer');
	await page.keyboard.press('Tab');
	await expect(page.locator('.skip')).toBeFocused();
	await page.locator('[name=userName]').focus();
	await page.keyboard.type('alice');
	await page.keyboard.press('Tab');
	await page.keyboard.type(/· (\S+)/.exec(program.said())?.[1] ?? '');
	await Promise.all([page.waitForURL('**/bureau'), page.keyboard.press('Enter')]);
	await expect(page.locator('h1')).toBeVisible();
});

test('public pages are whole without script', async ({ browser, program }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: program.address });
	const page = await context.newPage();
	await page.goto('/');
	const box = page.locator('input[name=q]').first();
	await box.fill('gasorwe');
	await Promise.all([page.waitForURL('**/annuaire?*q=gasorwe*'), box.press('Enter')]);
	await expect(page.locator('main')).toContainText('Gasorwe');
	expect(await page.locator('script').count()).toBe(0);
	await context.close();
});
