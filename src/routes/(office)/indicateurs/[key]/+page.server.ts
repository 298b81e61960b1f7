import { error } from '@sveltejs/kit';
import { computeFigures, levelOf, openFigure } from '#app/figures.ts';
import { askedPeriod } from '#app/period.ts';
import { standing } from '#app/standing.ts';
import { indicatorOf } from '#capabilities/indicators/rules/definitions.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 500;

/** One indicator, opened down to its rows under the person's rights. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const indicator = indicatorOf(event.params.key);
	if (!indicator) error(404, 'not-found');
	const level = await levelOf(event, visitor, programme);
	const asked = askedPeriod(event.url, programme);
	const face = { indicator, asked, level: level.kind, programmeName: programme.name };
	if (!asked.period) return { ...face, counted: undefined };
	const counted = { programmeId: programme.id, level, ...asked.period };
	const figures = await event.locals.app.readers.asFigures((reading) => computeFigures(reading, counted));
	const { rows, unseen } = await openFigure(event, indicator, { visitor, counted });
	return { ...face, counted: { period: asked.period, figures, rows: rows.slice(0, SHOWN), rowCount: rows.length, unseen } };
};
