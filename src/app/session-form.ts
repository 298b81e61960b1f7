import { addDays, daysBetween } from '#kernel/calendar-date.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { TypedForm } from './form.ts';

const MOST_DAYS = 14;

/** The half-days a form asks for: each day from the first to the last, mornings, afternoons or both. Refuses days reversed, and more than fourteen. */
export function typedHalfDays(form: TypedForm): readonly string[] {
	const first = form.day('firstOn', 'future');
	const typed = form.text('lastOn').trim() ? form.day('lastOn', 'future') : first;
	const last = form.must(typed, notADuration(daysBetween(first, typed) + 1));
	const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => addDays(first, at));
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

function notADuration(days: number): Refusal | undefined {
	if (days < 1) return refuse('training.last-before-first', { field: 'lastOn' });
	return days > MOST_DAYS ? refuse('training.too-many-days', { field: 'lastOn', most: MOST_DAYS }) : undefined;
}
