import type { CalendarDate } from '#kernel/calendar-date.ts';
import { PLACE_SCHEMES, type PlaceScheme } from '#kernel/place.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { readTypedDate } from '#kernel/typed-date.ts';
import { readWrittenPlace } from '#kernel/typed-place.ts';
import type { Reading } from '#platform/reading/reading.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listCommunes, listCrossings, listProvinces, type NamedPlace } from '#capabilities/programme/server/places.ts';
import { loadCoverage, placesShownAs, type Coverage, type WorkQuery } from '#capabilities/registry/server/coverage.ts';
import { today } from './form.ts';
import type { CurrentProgramme } from './standing.ts';

/** What the table of who works where on what is asked for. */
type CoverageFilters = Readonly<{ division: PlaceScheme; province: string; theme: string; day: CalendarDate }>;

/** The table as the address asks for it, with what its filters offer. */
export type AskedCoverage = Readonly<{ filters: CoverageFilters; provinces: readonly NamedPlace[]; coverage: Coverage }>;

/** Counts who works where on what, as far as the person sees. Takes the address that asks; what it does not offer is left aside. */
export async function askedCoverage(reading: Reading, url: URL, programme: CurrentProgramme): Promise<AskedCoverage> {
	const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 40);
	const division = PLACE_SCHEMES.find((scheme) => scheme === asked('division')) ?? programme.scheme;
	const provinces = await listProvinces(reading, division);
	const province = provinces.find(({ code }) => code === asked('province'));
	const filters = { division, province: province?.code ?? '', theme: themeIn(url), day: dayIn(url) };
	const communes = await listCommunes(reading, division);
	const covered = {
		...{ scheme: division, crossings: await listCrossings(reading), isWhole: !province },
		communes: province ? communes.filter((commune) => commune.province === province.name) : communes,
	};
	const query = { programmeId: programme.id, day: filters.day, theme: filters.theme };
	return { filters, provinces, coverage: await loadCoverage(reading, query, covered) };
}

/** The work that a list of organisations is narrowed to by its address; `undefined` when it is not. A commune stands for what lies whole in it. */
export async function askedWork(reading: Reading, url: URL): Promise<WorkQuery | undefined> {
	const theme = themeIn(url);
	const commune = readWrittenPlace(url.searchParams.get('commune') ?? '');
	if (!commune) return theme ? { day: dayIn(url), theme } : undefined;
	return { day: dayIn(url), theme, places: placesShownAs(commune, await listCrossings(reading)) };
}

function themeIn({ searchParams }: URL): string {
	return THEMES.find((theme) => theme === searchParams.get('theme')) ?? '';
}

// A day that was not understood is today: the page says which day it shows.
function dayIn({ searchParams }: URL): CalendarDate {
	const read = readTypedDate(searchParams.get('jour') ?? '', today(), 'past');
	return isRefusal(read) ? today() : read;
}
