import * as v from 'valibot';
import { day } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { placeCode, placeScheme, theme } from '../../programme/index.ts';
import { addingLine } from '../history-lines.ts';

/**
 * Writes what an organisation does where: a theme, a place of either division, and the service in its own words, if it gives
 * one. Refuses the same twice at one time. What it agreed to publish follows.
 */
export const recordWork = addingLine('registry.record-work', 'work', {
	...{ theme, service: line(0, 120), placeScheme, placeCode },
	sinceOn: day,
	untilOn: v.nullable(day),
});
