const KEPT = 'shigikira-formulaire';
const DOOR = '/entrer';
const LONGEST = 200_000;

type Kept = Readonly<{ who: string; path: string; action: string; typed: readonly (readonly [name: string, value: string])[] }>;

/**
 * Keeps what a person sends until the next page answers, so that a session that ended meanwhile costs nothing: when the door
 * stood between, and the same person comes back to the page, it is put back in its boxes. For this tab alone, and for her alone.
 * Takes who she is; returns what to call when the page is left for good.
 */
export function keepSentForms(who: string): () => void {
	const heard = new AbortController();
	document.addEventListener('submit', (event) => keep(who, event), { signal: heard.signal, capture: true });
	return () => heard.abort();
}

/** Puts back what was kept when the door stood between; forgets it in any case. Returns whether something was put back. */
export function putBackForm(who: string): boolean {
	const kept = takeKept();
	const cameByTheDoor = document.referrer !== '' && new URL(document.referrer).pathname.startsWith(DOOR);
	if (!kept || !cameByTheDoor || kept.who !== who || kept.path !== location.pathname) return false;
	const form = [...document.querySelectorAll<HTMLFormElement>('form[method=post]')].find(
		(each) => (each.getAttribute('action') ?? '') === kept.action,
	);
	if (!form) return false;
	form.closest('details')?.setAttribute('open', '');
	for (const name of new Set(kept.typed.map(([each]) => each))) {
		const values = kept.typed.filter(([each]) => each === name).map(([, value]) => value);
		for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) fill(box, values);
	}
	return true;
}

function keep(who: string, event: SubmitEvent): void {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.querySelector('[type=password]')) return;
	const typed = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
	const kept: Kept = { who, path: location.pathname, action: form.getAttribute('action') ?? '', typed };
	const text = JSON.stringify(kept);
	if (text.length <= LONGEST) sessionStorage.setItem(KEPT, text);
}

function takeKept(): Kept | undefined {
	const text = sessionStorage.getItem(KEPT);
	sessionStorage.removeItem(KEPT);
	try {
		return text === null ? undefined : (JSON.parse(text) as Kept);
	} catch {
		return undefined;
	}
}

// What the page itself carries in hidden boxes is newer than what was kept, but for what was chosen through them.
function fill(box: HTMLInputElement, values: readonly string[]): void {
	if (box.type === 'hidden' || box.type === 'file') return;
	if (box.type === 'radio' || box.type === 'checkbox') {
		if (box.checked !== values.includes(box.value)) box.click();
		return;
	}
	box.value = values[0] ?? '';
	for (const name of ['input', 'change']) box.dispatchEvent(new Event(name, { bubbles: true }));
}
