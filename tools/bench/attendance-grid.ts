import type { Page } from '@playwright/test';
import { addMonths, dayInBurundi } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { launchChromium } from '../../tests/support/chromium.ts';
import { signIn, type Program } from './program.ts';
import { atMost, percentile, told, type Result } from './result.ts';

const PEOPLE = 60;
const SLOWED = 4;
const TIMES = 11;

/**
 * Measures the attendance grid of 60 people × 4 half-days in Chromium, its processor slowed four times, the program warm and the page's
 * files in the browser's store as after a first visit: from the start of navigation (`performance.timeOrigin`) until the grid answers
 * Ctrl+End by giving its last cell the focus. The page is watched by an observer of its own; the middle of eleven openings.
 */
export async function benchAttendanceGrid({ base, password }: Program): Promise<readonly Result[]> {
	const sheet = await crowdedSheet(base, await signIn(base, 'alice', password));
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, baseURL: base });
		await entered(page, password);
		await page.addInitScript(watchGrid);
		await opened(page, sheet);
		const slow = await page.context().newCDPSession(page);
		await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
		const openings: Opening[] = [];
		for (let time = 0; time < TIMES; time += 1) openings.push(await opened(page, sheet));
		const middle = (of: (opening: Opening) => number) => percentile(openings.map(of), 0.5);
		return [
			told(
				`attendance grid of ${PEOPLE} × 4, 4× slowed: until its last cell is there`,
				middle(({ there }) => there),
				'ms',
			),
			atMost(`attendance grid of ${PEOPLE} × 4 opens, 4× slowed: until Ctrl+End brings the focus to its last cell`, 300, [
				middle(({ usable }) => usable),
				'ms',
			]),
		];
	} finally {
		await browser.close();
	}
}

type Opening = Readonly<{ there: number; usable: number }>;
type Watched = { watched?: Partial<Opening> };

// Runs in the page before anything of its own: what it notes is in milliseconds since the start of the navigation.
function watchGrid(): void {
	const noted: { there?: number; usable?: number } = {};
	(globalThis as Watched).watched = noted;
	const last = () => [...document.querySelectorAll<HTMLElement>('.sheet-grid tbody tr:last-child td')].pop();
	new MutationObserver((_, watching) => {
		if (document.querySelector('.sheet-grid tfoot')) noted.there ??= performance.now();
		if (!document.querySelector('.sheet-grid.ready')) return;
		const hand = document.querySelector('.sheet-grid td[tabindex="0"]');
		hand?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true, cancelable: true }));
		if (!last() || document.activeElement !== last()) return;
		noted.usable = performance.now();
		watching.disconnect();
	}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
}

async function opened(page: Page, sheet: string): Promise<Opening> {
	await page.goto(sheet, { waitUntil: 'commit' });
	await page.waitForFunction(() => (globalThis as Watched).watched?.usable !== undefined, undefined, { timeout: 60_000 });
	return page.evaluate(() => (globalThis as Watched).watched as Opening);
}

async function entered(page: Page, password: string): Promise<void> {
	await page.goto('/entrer');
	await page.locator('[name=userName]').fill('alice');
	await page.locator('[name=password]').fill(password);
	await page.locator('form[method=post] button[type=submit], form[method=POST] button').first().click();
	await page.waitForURL((url) => !url.pathname.startsWith('/entrer'));
}

type Held = Readonly<{ sessions: Record<string, unknown>; enrolments: Record<string, unknown> }>;

// A session of two days beside one of the demonstration, with sixty people typed in by the act that is measured.
async function crowdedSheet(base: string, cookie: string): Promise<string> {
	const post = async (path: string, body: unknown) => {
		const headers = { origin: base, cookie, 'content-type': 'application/json' };
		return (await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<Record<string, unknown>>;
	};
	const does = async (name: string, input: unknown) => {
		const answer = await post('/api/commands', { id: newId(), name, version: 1, input });
		if (answer['outcome'] !== 'applied') throw new Error(`${name}: ${JSON.stringify(answer)}`);
	};
	const { sessions, enrolments } = await oneOfEach(post);
	const day = addMonths(dayInBurundi(Date.now()), -1);
	const sessionId = newId();
	const halfDays = [`${day} am`, `${day} pm`, `${addMonths(day, -1)} am`, `${addMonths(day, -1)} pm`].sort();
	await does('training.plan-session', {
		...{ id: sessionId, partnerId: sessions['scopeId'], groupId: sessions['groupId'], code: 'FM-9060', title: 'Soixante personnes', venue: '' },
		...{ placeScheme: sessions['placeScheme'], placeCode: sessions['placeCode'], halfDays },
	});
	const rows = Array.from({ length: PEOPLE }, (_, at) => ({
		...{ number: at + 1, enrolmentId: newId(), organisationId: enrolments['organisationId'], duty: { was: '', becomes: 'Membre' } },
		person: { id: newId(), fullName: `Inventée Personne ${at}`, sex: at % 2 ? 'F' : 'M', birthYear: 1960 + (at % 40), phone: '79 000 000' },
		marks: halfDays.map((halfDay) => ({ id: newId(), halfDay, was: null, becomes: 'present' })),
	}));
	await does('training.type-in-sheet', { id: newId(), sessionId, on: dayInBurundi(Date.now()), rows });
	return `/formations/${sessionId}/saisie`;
}

async function oneOfEach(post: (path: string, body: unknown) => Promise<Record<string, unknown>>): Promise<Held> {
	const answer = await post('/api/sync', { p: 1, d: newId(), e: 1, c: 0, s: '', n: 1000 });
	const tables = (answer['t'] ?? {}) as Record<string, Record<string, unknown>[]>;
	const [enrolments] = tables['training.enrolments'] ?? [];
	const sessions = tables['training.sessions']?.find(({ id }) => id === enrolments?.['sessionId']);
	if (!sessions || !enrolments) throw new Error('The demonstration has no session with people');
	return { sessions, enrolments };
}
