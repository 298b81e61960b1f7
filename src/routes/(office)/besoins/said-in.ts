import type { TypedForm } from '#app/form.ts';

/** What a form says of a need beside its words; what was left is not said. */
export function saidIn(form: TypedForm) {
	return {
		urgency: form.text('urgency') || null,
		touched: form.all('touched'),
		touchedCount: form.count('touchedCount'),
		wished: form.text('wished') || null,
	};
}
