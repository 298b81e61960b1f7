/**
 * Typing goes down a column, as a pile of papers is read: Enter and Tab go to the next person, with Shift to the one before. Tab goes
 * on to the next column at the foot of one; where there is nowhere to go, keys do what they do on any page.
 */
export function downTheColumn(table: HTMLElement): () => void {
	const move = (event: KeyboardEvent) => {
		const cell = event.target;
		if (!(cell instanceof HTMLInputElement) || (event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.altKey || event.metaKey)
			return;
		const columns = [...Map.groupBy(table.querySelectorAll<HTMLInputElement>('input[data-column]'), ({ dataset }) => dataset['column']).values()];
		const order = event.key === 'Tab' ? columns.flat() : (columns.find((column) => column.includes(cell)) ?? []);
		const next = order[order.indexOf(cell) + (event.shiftKey ? -1 : 1)];
		// Enter at the foot of a column saves nothing by surprise.
		if (next || event.key === 'Enter') event.preventDefault();
		next?.focus();
		next?.select();
	};
	table.addEventListener('keydown', move);
	return () => table.removeEventListener('keydown', move);
}
