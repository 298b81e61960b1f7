/** What the screen looks like: chosen by the person, kept on the device. Without a choice the device decides. */
export const THEMES = ['light', 'sun', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps the choice, so that the server writes `data-theme` and nothing flashes. */
export const THEME_COOKIE = 'theme';

const YEAR = 31_536_000;

/** Tells whether a text names a theme. */
export function isTheme(text: unknown): text is Theme {
	return THEMES.includes(text as Theme);
}

/** The theme kept on this device. Takes `document.cookie`; `undefined` when the person has chosen none. */
export function keptTheme(cookies: string): Theme | undefined {
	const kept = new RegExp(`(?:^|;\\s*)${THEME_COOKIE}=(\\w+)`).exec(cookies)?.[1];
	return isTheme(kept) ? kept : undefined;
}

/** Writes a choice of this device: a cookie of one year. */
export function keepOnDevice(name: string, value: string): void {
	document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
}

/** Puts the kept theme on the page, for pages that no server rendered. */
export function showKeptTheme(): void {
	const theme = keptTheme(document.cookie);
	if (theme) document.documentElement.dataset['theme'] = theme;
}
