import * as v from 'valibot';
import { day } from '#platform/commands/table.ts';
import { paragraph } from '#platform/commands/words.ts';
import { addingLine } from '../history-lines.ts';
import { ORGANS } from '../schema.ts';

const came = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** Writes that an organ met: how many came, and what was decided. An organ meets once a day. */
export const recordMeeting = addingLine('registry.record-meeting', 'meeting', {
	...{ organ: v.picklist(ORGANS), heldOn: day, women: came, men: came },
	decided: paragraph(0, 1000),
});
