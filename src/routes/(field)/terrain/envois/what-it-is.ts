import * as v from 'valibot';
import { persons } from '#capabilities/people/index.ts';
import { addOnTheSpot } from '#capabilities/training/commands/add-on-the-spot.ts';
import { recordAttendance } from '#capabilities/training/commands/record-attendance.ts';
import { enrolments } from '#capabilities/training/schema.ts';
import type { TrayEntry } from '#platform/device/notebook.ts';
import type { OpenField } from '../field.svelte.ts';

type Named = Readonly<{ key: 'device.did-mark' | 'device.did-add' | 'device.did-other'; name: string | undefined }>;

/** Says what a kept command was about: the key of its words, and the person it names when this phone knows her. */
export function whatItIs(field: OpenField, { name, input }: Pick<TrayEntry, 'name' | 'input'>): Named {
	if (name === addOnTheSpot.name) {
		const added = v.safeParse(addOnTheSpot.input, input);
		return { key: 'device.did-add', name: added.success ? added.output.person.fullName : undefined };
	}
	if (name !== recordAttendance.name) return { key: 'device.did-other', name: undefined };
	const marked = v.safeParse(recordAttendance.input, input);
	const enrolment = marked.success ? field.find(enrolments, marked.output.enrolmentId) : undefined;
	return { key: 'device.did-mark', name: enrolment && field.find(persons, enrolment.personId)?.fullName };
}
