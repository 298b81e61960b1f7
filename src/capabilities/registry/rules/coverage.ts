import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import { THEMES, type Theme } from '../../programme/index.ts';
import { communeFor, type WholeCommunes } from './other-division.ts';

/** An organisation at work on a theme in a place, told in either division. */
export type AtWork = Readonly<{ organisationId: Id; theme: Theme; placeScheme: PlaceScheme; placeCode: string }>;
type Commune = Readonly<{ code: string; name: string; province: string }>;

/** How many organisations work on each theme, and how many in all: one that works on two themes is counted once in all. */
export type Counts = Readonly<{ themes: Readonly<Partial<Record<Theme, number>>>; organisations: number }>;
export type CommuneCounts = Commune & Counts;

/** Who works where on what. No count is the sum of others: an organisation may be in many communes and on many themes. */
export type Coverage = Readonly<{
	themes: readonly Theme[];
	provinces: readonly Readonly<{ name: string; counts: Counts; communes: readonly CommuneCounts[] }>[];
	empty: readonly Commune[];
	/** Told in the other division, in a place that does not say in which commune of this one it is. */
	unplaced: Counts;
	all: Counts;
}>;

/** From how many organisations on one theme in one commune it is worth asking whether they know of each other. */
export const OVERLAP = 3;

type Division = Readonly<{ scheme: PlaceScheme; communes: readonly Commune[]; whole: WholeCommunes }>;

/**
 * Counts who works where on what in the communes of a division (or in those of one province of it), from works that go on. Communes in
 * which nobody works are named. What cannot be placed is told apart, and counted in the whole; of one province it is not told.
 */
export function coverageOf(works: readonly AtWork[], { scheme, communes, whole }: Division, isWhole = true): Coverage {
	const shown = new Set(communes.map(({ code }) => code));
	const placed = works.map((work) => ({
		...work,
		commune: communeFor({ scheme: work.placeScheme, code: work.placeCode }, scheme, whole),
	}));
	const within = placed.filter(({ commune }) => commune !== undefined && shown.has(commune));
	const unplaced = isWhole ? placed.filter(({ commune }) => commune === undefined || !shown.has(commune)) : [];
	const byCommune = Map.groupBy(within, ({ commune }) => commune);
	const counted = communes.map((commune) => ({ ...commune, ...countsOf(byCommune.get(commune.code) ?? []) }));
	const provinces = [...Map.groupBy(counted, ({ province }) => province)].map(([name, its]) => ({
		name,
		communes: its.filter(({ organisations }) => organisations > 0),
		counts: countsOf(its.flatMap(({ code }) => byCommune.get(code) ?? [])),
	}));
	const all = [...within, ...unplaced];
	return {
		themes: THEMES.filter((theme) => all.some((work) => work.theme === theme)),
		provinces: provinces.filter(({ communes }) => communes.length > 0),
		empty: counted.filter(({ organisations }) => organisations === 0).map(({ code, name, province }) => ({ code, name, province })),
		unplaced: countsOf(unplaced),
		all: countsOf(all),
	};
}

/** The communes and themes on which several organisations work, the most first. */
export function overlapsIn({ provinces }: Coverage): readonly Readonly<{ commune: Commune; theme: Theme; organisations: number }>[] {
	return provinces
		.flatMap(({ communes }) => communes)
		.flatMap((commune) => THEMES.map((theme) => ({ commune, theme, organisations: commune.themes[theme] ?? 0 })))
		.filter(({ organisations }) => organisations >= OVERLAP)
		.sort((a, b) => b.organisations - a.organisations);
}

function countsOf(works: readonly AtWork[]): Counts {
	const unique = (some: readonly AtWork[]) => new Set(some.map(({ organisationId }) => organisationId)).size;
	const byTheme = Map.groupBy(works, ({ theme }) => theme);
	return { themes: Object.fromEntries([...byTheme].map(([theme, some]) => [theme, unique(some)])), organisations: unique(works) };
}
