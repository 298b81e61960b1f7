import { computeFigures, levelOf } from '#app/figures.ts';
import { askedPeriod } from '#app/period.ts';
import { standing } from '#app/standing.ts';
import { INDICATORS } from '#capabilities/indicators/rules/definitions.ts';
import type { PageServerLoad } from './$types';

/** The three indicators of a period, computed now, at the widest level the person may read. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const level = await levelOf(event, visitor, programme);
	const asked = askedPeriod(event.url, programme);
	if (!asked.period) return { asked, level: level.kind, counted: undefined, indicators: INDICATORS };
	const { period } = asked;
	const figures = await event.locals.app.readers.asFigures((reading) => computeFigures(reading, { programmeId: programme.id, level, ...period }));
	return { asked, level: level.kind, counted: { period, figures }, indicators: INDICATORS };
};
