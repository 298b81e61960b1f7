import { askedWork } from '#app/coverage.ts';
import { organisationFilters } from '#app/organisations-sheet.ts';
import { standing } from '#app/standing.ts';
import { writtenPlace } from '#kernel/typed-place.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { needsByOrganisation } from '#capabilities/needs/server/reads.ts';
import { placeNames, listProvinces } from '#capabilities/programme/server/places.ts';
import { countTwins } from '#capabilities/people/server/twins.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { LIFE_STATES } from '#capabilities/registry/schema.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import type { WorkQuery } from '#capabilities/registry/server/coverage.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { PageServerLoad } from './$types';

const MOST = 200;

/** The organisations a person sees, by words, province and kind, which stand in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme, may } = await standing(event);
	const filters = organisationFilters(event.url);
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const work = await askedWork(reading, event.url);
		const found = await listOrganisations(reading, { programmeId: programme.id, ...filters, work, limit: MOST + 1 });
		const organisations = found.slice(0, MOST);
		const needs = await needsByOrganisation(reading, programme.id);
		return {
			filters,
			work: await toldWork(reading, work),
			themes: THEMES,
			kinds: KINDS,
			lifeStates: LIFE_STATES,
			provinces: await listProvinces(reading, programme.scheme),
			isCut: found.length > MOST,
			organisations: organisations.map((organisation) => ({ ...organisation, ...(needs.get(organisation.id) ?? { needs: 0, waiting: 0 }) })),
			twins: may('registry.merge') ? (await countTwins(reading, 'registry', programme.id)).proposed : null,
			mayRegister: may('registry.register') && !programme.closed,
			mayImport: may('registry.import') && !programme.closed,
		};
	});
};

// The first of the places is the commune that was asked; the others lie whole in it.
async function toldWork(reading: Reading, work: WorkQuery | undefined) {
	const [place] = work?.places ?? [];
	const named = place ? Object.values(await placeNames(reading, [{ placeScheme: place.scheme, placeCode: place.code }])) : [];
	return work && { theme: work.theme ?? '', commune: place ? writtenPlace(place) : '', communeName: named[0] ?? '', day: work.day };
}
