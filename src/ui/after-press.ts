/**
 * Calls at once, or when a press that is under way is over: leaving a box may show or take away a sentence under it, and
 * a button that moves between a finger's coming down and its going up is missed.
 */
export function afterPress(then: () => void): void {
	if (!document.querySelector(':is(button, summary, a, label):active')) return then();
	const over = new AbortController();
	const end = () => {
		over.abort();
		// The click follows the finger's going up.
		setTimeout(then);
	};
	for (const name of ['pointerup', 'pointercancel', 'dragend']) window.addEventListener(name, end, { signal: over.signal });
}
