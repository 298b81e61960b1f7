import * as v from 'valibot';
import { day } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { addingLine } from '../history-lines.ts';
import { ORGANS } from '../schema.ts';

/** Writes who holds a duty in an organ, from a day, and until when if it is known. Refuses the same twice at one time. */
export const recordMandate = addingLine('registry.record-mandate', 'mandate', {
	organ: v.picklist(ORGANS),
	duty: line(2, 80),
	fullName: line(2, 120),
	sex: v.picklist(['F', 'M']),
	fromOn: day,
	untilOn: v.nullable(day),
});
