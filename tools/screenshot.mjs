// Usage: node tools/screenshot.mjs <url> <width> <out.png> [storage-state.json]
import { launchChromium } from '../tests/support/chromium.ts';

const [url, width, out, storageState] = process.argv.slice(2);
if (!url || !width || !out) {
	console.error('Usage: node tools/screenshot.mjs <url> <width> <out.png> [storage-state.json]');
	process.exit(2);
}

const browser = await launchChromium();
try {
	const page = await browser.newPage({ viewport: { width: Number(width), height: Number(width) < 600 ? 780 : 900 }, storageState });
	page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
	page.on('pageerror', (failure) => console.error(failure.message));
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.screenshot({ path: out, fullPage: true });
} finally {
	await browser.close();
}
