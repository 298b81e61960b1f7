import * as v from 'valibot';
import { edit } from '#platform/commands/edited.ts';
import { id } from '#platform/commands/table.ts';
import { personInput } from '../people/index.ts';
import { duty, halfDay, MARKS } from './schema.ts';

const mark = v.nullable(v.picklist(MARKS));

/** One row of a typed sheet: the person, what she does there, and her marks as they were read and as they become; `null` is no mark. */
export const sheetRow = v.object({
	number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
	...{ enrolmentId: id, organisationId: id, person: personInput },
	duty: edit(duty),
	marks: v.pipe(v.array(v.object({ id, halfDay, was: mark, becomes: mark })), v.maxLength(28)),
});

export type SheetRowInput = v.InferOutput<typeof sheetRow>;
export type MarkInput = SheetRowInput['marks'][number];
