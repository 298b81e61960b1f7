import { error } from '@sveltejs/kit';
import { computeFigures, levelOf, openFigure, periodOf } from '#app/figures.ts';
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
	const counted = { programmeId: programme.id, level, ...periodOf(event.url, programme) };
	const figures = await event.locals.app.readers.asFigures((reading) => computeFigures(reading, counted));
	const { rows, unseen } = await openFigure(event, indicator, { visitor, counted });
	return {
		indicator,
		period: { from: counted.from, to: counted.to },
		level: level.kind,
		figures,
		rows: rows.slice(0, SHOWN),
		rowCount: rows.length,
		unseen,
	};
};
