/** Takes an act; returns the same act, which does nothing while an earlier one of it is still being carried out. */
export function oneAtATime<Given extends readonly unknown[]>(act: (...given: Given) => Promise<void>): (...given: Given) => Promise<void> {
	let isBusy = false;
	return async (...given) => {
		if (isBusy) return;
		isBusy = true;
		try {
			await act(...given);
		} finally {
			isBusy = false;
		}
	};
}
