import { createContext } from 'svelte';

/** What every page of an area shows and none decides. */
export type Area = Readonly<{ demonstration: boolean }>;

const [read, provide, isProvided] = createContext<Area>();

/** Said by the layout of an area, once, while it is made. */
export function provideArea(area: Area): void {
	provide(area);
}

/** What the layout above said; nothing special where none did. */
export function useArea(): Area {
	return isProvided() ? read() : { demonstration: false };
}
