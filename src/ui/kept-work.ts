const KEPT = 'shigikira-travail';
const LEAVES = '/sortir';

/**
 * Keeps unsaved work of a page in this tab, for the person who typed it: it survives a reload and a session that ended, and ends
 * with the tab. Takes who she is, which work it is, and its text; an empty text forgets it.
 */
export function keepWork(who: string, what: string, text: string): void {
	const key = `${KEPT} ${who} ${what}`;
	if (text === '') sessionStorage.removeItem(key);
	else sessionStorage.setItem(key, text);
}

/** The unsaved work a person left on a page of this tab; nothing when there is none. */
export function keptWork(who: string, what: string): string | undefined {
	return sessionStorage.getItem(`${KEPT} ${who} ${what}`) ?? undefined;
}

/** Forgets what others left in this tab, at once, and all of it when the person signs out. Takes who she is; returns what to call at the end. */
export function forgetWorkOfOthers(who: string): () => void {
	forget((key) => !key.startsWith(`${KEPT} ${who} `));
	const heard = new AbortController();
	document.addEventListener(
		'submit',
		({ target }) => {
			if (target instanceof HTMLFormElement && new URL(target.action).pathname === LEAVES) forget(() => true);
		},
		{ signal: heard.signal, capture: true },
	);
	return () => heard.abort();
}

function forget(which: (key: string) => boolean): void {
	for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEPT) && which(key)) sessionStorage.removeItem(key);
}
