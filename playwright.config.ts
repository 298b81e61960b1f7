import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './tests/support/chromium.ts';

export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results/journeys',
	globalSetup: './tests/support/build-first.ts',
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 10_000 },
	use: {
		launchOptions: await chromiumOptions(),
		locale: 'fr-FR',
		timezoneId: 'Africa/Bujumbura',
		viewport: { width: 360, height: 780 },
		screenshot: 'only-on-failure',
		trace: 'off',
		actionTimeout: 10_000,
		navigationTimeout: 20_000,
	},
});
