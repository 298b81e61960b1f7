// The order matters: Edge and Opera call themselves Chrome, and Chrome calls itself Safari.
const BROWSERS = [
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\/|Opera/, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\bFirefox\//, 'Firefox'],
	[/\bChrome\//, 'Chrome'],
	[/\bSafari\//, 'Safari'],
] as const;
const SYSTEMS = [
	[/\bAndroid\b/, 'Android'],
	[/\biP(hone|ad)\b/, 'iOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux'],
] as const;

/** How a person recognises a device: the browser and the system, as far as it says them. Takes what the browser sent; an empty text when it says neither. */
export function deviceName(userAgent: string): string {
	const nameIn = (names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(userAgent))?.[1];
	return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter(Boolean).join(' · ');
}
