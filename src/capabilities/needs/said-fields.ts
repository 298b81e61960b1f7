import * as v from 'valibot';
import { TOUCHED, URGENCIES, WISHES } from './choices.ts';

export const urgency = v.nullable(v.picklist(URGENCIES));
export const wished = v.nullable(v.picklist(WISHES));
export const touched = v.pipe(
	v.array(v.picklist(TOUCHED)),
	// In one order, so that the same choice is the same list.
	v.transform((chosen) => TOUCHED.filter((each) => chosen.includes(each))),
);
export const touchedCount = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)));

/** What may be said of a need beside its words; each may be left unsaid. */
export const saidFields = {
	urgency: v.optional(urgency, null),
	touched: v.optional(touched, []),
	touchedCount: v.optional(touchedCount, null),
	wished: v.optional(wished, null),
};
