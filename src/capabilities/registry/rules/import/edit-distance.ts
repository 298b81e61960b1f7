/**
 * The number of letters to add, take away, change or exchange with their neighbour to make one word of another. Stops
 * counting beyond `most`, and returns one more than it.
 */
export function editDistance(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) return most + 1;
	let before: readonly number[] = [];
	let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let i = 1; i <= one.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			const best = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
			const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			next.push(exchanged ? Math.min(best, (before[j - 2] ?? 0) + 1) : best);
		}
		before = row;
		row = next;
	}
	return Math.min(row[other.length] ?? 0, most + 1);
}
