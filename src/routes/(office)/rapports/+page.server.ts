import { headOfChain } from '#platform/audit/sealer.ts';
import { computeFigures, levelOf } from '#app/figures.ts';
import { askedPeriod } from '#app/period.ts';
import { standing } from '#app/standing.ts';
import type { PageServerLoad } from './$types';

/** The figures of a period, to print or to download with their rows; under those of a whole programme stands the head of the audit chain. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const level = await levelOf(event, visitor, programme);
	const asked = askedPeriod(event.url, programme);
	const face = { asked, level: level.kind, programmeName: programme.name };
	if (!asked.period) return { ...face, counted: undefined, head: undefined };
	const { period } = asked;
	const figures = await event.locals.app.readers.asFigures((reading) => computeFigures(reading, { programmeId: programme.id, level, ...period }));
	const head = level.kind === 'programme' ? await headOfChain(event.locals.app.house.gate) : undefined;
	return { ...face, counted: { period, figures }, head };
};
