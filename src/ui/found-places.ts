import type { Place } from '#kernel/place.ts';
import { writtenPlace } from '#kernel/typed-place.ts';

/** A commune with the name of its province: two communes of one name differ by it. */
export type NamedPlace = Place & Readonly<{ name: string; province: string }>;

const KEPT = 'shigikira-lieux';
const MOST = 3;

/** Fetches the communes that resemble some letters. Returns nothing without a network: the list of all is there then. */
export async function findPlaces(letters: string, scheme: string, signal: AbortSignal): Promise<readonly NamedPlace[] | undefined> {
	try {
		const answer = await fetch(`/api/places?q=${encodeURIComponent(letters)}&division=${scheme}`, { signal });
		return answer.ok ? ((await answer.json()) as readonly NamedPlace[]) : undefined;
	} catch {
		return undefined;
	}
}

/** The last three places chosen on this device, of one division. */
export function lastPlaces(scheme: string): readonly NamedPlace[] {
	return kept()
		.filter((place) => place.scheme === scheme)
		.slice(0, MOST);
}

/** Remembers a chosen place on this device. Places are no secret; nothing says for whom it was chosen. */
export function rememberPlace(place: NamedPlace): void {
	const others = kept().filter((each) => writtenPlace(each) !== writtenPlace(place));
	localStorage.setItem(KEPT, JSON.stringify([place, ...others].slice(0, MOST * 2)));
}

function kept(): readonly NamedPlace[] {
	try {
		return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as readonly NamedPlace[];
	} catch {
		return [];
	}
}
