import { readWrittenPlace, writtenPlace } from '#kernel/typed-place.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listAllProvinces, listCommunesIn } from '#capabilities/programme/server/places.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { MOST_WEIGHED, searchDirectory } from '#capabilities/registry/server/directory.ts';
import type { PageServerLoad } from './$types';

const MOST_PAGES = 10_000;

/** The public directory; what is searched and chosen stands in the address. A value the page does not offer is left aside. */
export const load: PageServerLoad = async ({ locals, url }) =>
	locals.app.readers.asPublic(async (reading) => {
		const asked = askedIn(url);
		const provinces = await listAllProvinces(reading);
		const province = provinces.find((place) => writtenPlace(place) === asked.province);
		const communes = province ? await listCommunesIn(reading, province) : [];
		const commune = communes.find((place) => writtenPlace(place) === asked.commune);
		const place = commune ?? province;
		const found = await searchDirectory(reading, { ...asked, ...(place && { place: writtenPlace(place) }) });
		return {
			language: locals.language,
			asked: { ...asked, province: province ? asked.province : '', commune: commune ? asked.commune : '' },
			...{ themes: THEMES, kinds: KINDS, provinces, communes, found, most: MOST_WEIGHED },
			before: found.page > 1 ? atPage(url, found.page - 1) : undefined,
			after: found.hasNext ? atPage(url, found.page + 1) : undefined,
		};
	});

function askedIn({ searchParams }: URL) {
	const told = (name: string) => (searchParams.get(name) ?? '').slice(0, 100).trim();
	const among = (name: string, offered: readonly string[]) => (offered.includes(told(name)) ? told(name) : '');
	const placed = (name: string) => (readWrittenPlace(told(name)) ? told(name) : '');
	const page = /^\d{1,5}$/.test(told('page')) ? Math.min(Number(told('page')), MOST_PAGES) : 1;
	return {
		words: told('q'),
		theme: among('theme', THEMES),
		kind: among('sorte', KINDS),
		province: placed('province'),
		commune: placed('commune'),
		page,
	};
}

function atPage({ searchParams }: URL, page: number): string {
	const asked = new URLSearchParams([...searchParams].filter(([name, value]) => value !== '' && name !== 'page'));
	if (page > 1) asked.set('page', String(page));
	return `/annuaire?${asked.toString()}`;
}
