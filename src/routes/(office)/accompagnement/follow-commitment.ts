import { redirect, type RequestEvent } from '@sveltejs/kit';
import { act } from '#app/form.ts';

/** Follows a commitment as its form says, and goes back to the page it was followed on. */
export async function followCommitment(event: RequestEvent, back: string) {
	const failure = await act(event, 'training.follow-commitment', (form) => ({
		...{ commitmentId: form.text('commitmentId'), state: form.text('state'), on: form.day('on', 'past') },
	}));
	if (failure) return failure;
	return redirect(303, `${back}?fait=followed#engagements`);
}
