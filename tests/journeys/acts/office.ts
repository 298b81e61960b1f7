import { expect, type Browser, type Page } from '@playwright/test';

/** Words typed in boxes, by the name of the box; a radio, a tick or a list is chosen by its value. */
export type Typed = Readonly<Record<string, string>>;

/** Fills the boxes of a form and sends it. Waits until the answer is there. */
export async function fillAndSend(page: Page, form: string, typed: Typed): Promise<void> {
	// A page whose script has not run yet may fold again what was unfolded.
	await page.waitForLoadState('networkidle');
	const within = page.locator(form);
	const folded = page.locator(`details:not([open]):has(${form}) > summary`);
	if (await folded.count()) await folded.first().click();
	for (const [name, value] of Object.entries(typed)) await fill(page, form, { name, value });
	await Promise.all([page.waitForEvent('load'), within.locator('button.button:not([type=button])').last().click()]);
}

async function fill(page: Page, form: string, { name, value }: Readonly<{ name: string; value: string }>): Promise<void> {
	const within = page.locator(form);
	if (name === 'place') return choosePlace(page, form, value);
	const box = within.locator(`[name="${name}"]:not([type=hidden])`);
	const kind = await box.first().evaluate((element) => (element instanceof HTMLSelectElement ? 'select' : (element as HTMLInputElement).type));
	if (kind === 'select') {
		const values = await box.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
		await box.selectOption(values.includes(value) ? value : { label: value });
	} else if (kind === 'radio' || kind === 'checkbox') await within.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
	else await box.fill(value);
}

// The place picker looks for what is typed, and the person takes the line that is shown.
async function choosePlace(page: Page, form: string, name: string): Promise<void> {
	const box = page.locator(`${form} [role=combobox]`);
	await box.fill(name);
	await page.locator(`${form} [role=option]`, { hasText: name }).first().click();
}

/** Where the program is looked at, how wide, and in which language. */
export type View = Readonly<{ address: string; width: number; language: string }>;

/** Comes in with the code on paper and a new password, in a browser of its own. Returns the page. */
export async function enterWithCode(browser: Browser, who: Readonly<{ userName: string; code: string }>, view: View): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: view.width, height: 800 },
		locale: 'fr-FR',
		timezoneId: 'Africa/Bujumbura',
		baseURL: view.address,
	});
	const page = await context.newPage();
	await page.goto(`/entrer/code?langue=${view.language}`);
	await fillAndSend(page, 'main form', { userName: who.userName, code: who.code, password: 'quatre mots de tous les jours' });
	await expect(page).not.toHaveURL(/entrer/);
	return page;
}

/** Opens an account on the screen and reads the code from the paper that is shown once. */
export async function openAccount(page: Page, typed: Typed): Promise<{ userName: string; code: string }> {
	await page.goto('/comptes/nouveau');
	await fillAndSend(page, 'main form', typed);
	const paper = (await page.locator('main').innerText()).match(/\b[A-Z2-9]{5}-[A-Z2-9]{5}\b/);
	expect(paper, 'a one-time code stands on the paper').not.toBeNull();
	return { userName: typed['userName'] ?? '', code: paper?.[0] ?? '' };
}

/** Registers an organisation on the screen and returns its address. */
export async function registerOrganisation(page: Page, typed: Typed): Promise<string> {
	await page.goto('/organisations/nouvelle');
	await fillAndSend(page, 'main form', { kind: 'association', ...typed });
	await expect(page).toHaveURL(/\/organisations\/[0-9a-f-]{36}/);
	return new URL(page.url()).pathname;
}

/** Says a need for an organisation and returns its address. */
export async function sayNeed(page: Page, organisation: string, typed: Typed): Promise<string> {
	await page.goto(`/besoins/nouveau?organisation=${organisation.split('/').pop() ?? ''}`);
	await fillAndSend(page, 'main form', typed);
	await expect(page).toHaveURL(/\/besoins\/[0-9a-f-]{36}/);
	return new URL(page.url()).pathname;
}
