import { askedCoverage } from '#app/coverage.ts';
import { standing } from '#app/standing.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { overlapsIn } from '#capabilities/registry/rules/coverage.ts';
import type { PageServerLoad } from './$types';

/** Who works where on what, of the organisations whose works a person sees; what is chosen stands in the address. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const asked = await askedCoverage(reading, event.url, programme);
		return { ...asked, overlaps: overlapsIn(asked.coverage), themes: THEMES };
	});
};
