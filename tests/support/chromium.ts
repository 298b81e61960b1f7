import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser, type LaunchOptions } from '@playwright/test';

/** Starts the Chromium of the npm package, which needs neither a browser nor its libraries nor fonts on the machine. Whoever calls it closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
	return chromium.launch({ ...(await chromiumOptions()), ...options });
}

/** What Playwright needs to start that Chromium, unpacking it the first time. For the configuration of a runner that launches by itself. */
export async function chromiumOptions(): Promise<LaunchOptions> {
	const folder = await unpacked();
	return {
		executablePath: join(folder, 'chromium'),
		chromiumSandbox: false,
		args: ['--font-render-hinting=none', '--disable-gpu'],
		env: {
			...process.env,
			HOME: folder,
			FONTCONFIG_FILE: join(folder, 'fonts.conf'),
			LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
		},
	};
}

async function unpacked(): Promise<string> {
	const installed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
	const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
	const folder = join(import.meta.dirname, '../../node_modules/.cache', `chromium-${version}`);
	if (existsSync(folder)) return folder;

	const unfinished = `${folder}.${process.pid}`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { recursive: true });
	await unpackInto(unfinished, join(installed, 'bin'));
	// It names the folder of its fonts once for all, and that is another one: without this, text has no height.
	writeFileSync(
		join(unfinished, 'fonts.conf'),
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
	);
	try {
		renameSync(unfinished, folder);
	} catch {
		// Another run finished first.
		rmSync(unfinished, { recursive: true, force: true });
	}
	return folder;
}

// The package unpacks into the temporary folder, whose name it asks for at once when called.
async function unpackInto(folder: string, archives: string): Promise<void> {
	const before = process.env['TMPDIR'];
	process.env['TMPDIR'] = folder;
	const unpacking = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(join(archives, name)));
	if (before === undefined) delete process.env['TMPDIR'];
	else process.env['TMPDIR'] = before;
	await Promise.all(unpacking);
}
