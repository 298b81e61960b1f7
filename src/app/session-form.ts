import { addDays, daysBetween } from '#kernel/calendar-date.ts';
import type { TypedForm } from './form.ts';

const MOST_DAYS = 14;

/** The half-days a form asks for: each day from the first to the last, mornings, afternoons or both; fourteen days at most. */
export function typedHalfDays(form: TypedForm): readonly string[] {
	const first = form.day('firstOn', 'future');
	const last = form.text('lastOn').trim() ? form.day('lastOn', 'future') : first;
	const days = Array.from({ length: Math.min(MOST_DAYS, Math.max(0, daysBetween(first, last) + 1)) }, (_, at) => addDays(first, at));
	const parts = { both: ['am', 'pm'], am: ['am'], pm: ['pm'] }[form.text('parts')] ?? ['am', 'pm'];
	return days.flatMap((day) => parts.map((part) => `${day} ${part}`));
}

/** Trainers as they are typed, one a line: "Béatrice Nahimana, CARE" is a name and the house she comes from. */
export function typedTrainers(text: string): readonly Readonly<{ name: string; from: string }>[] {
	return text
		.split(/\r?\n/)
		.map((typed) => typed.trim())
		.filter(Boolean)
		.map((typed) => {
			const [name = '', ...rest] = typed.split(',');
			return { name: name.trim(), from: rest.join(',').trim() };
		});
}

/** Trainers as a form shows them again, one a line. */
export function trainersAsTyped(trainers: readonly Readonly<{ name: string; from: string }>[]): string {
	return trainers.map(({ name, from }) => (from ? `${name}, ${from}` : name)).join('\n');
}
