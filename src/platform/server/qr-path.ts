import encodeQR from 'qr';

/** A QR code to draw: its side in modules, quiet edge included, and the dark ones as one SVG path. */
export type QrPath = Readonly<{ side: number; path: string }>;

/** Draws a text as a QR code that a quarter of can be dirty and still be read. */
export function qrPath(text: string): QrPath {
	const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: 2 });
	const path = modules.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)).join('');
	return { side: modules.length, path };
}

function runsOf(row: readonly boolean[]): readonly Readonly<{ from: number; length: number }>[] {
	return row.flatMap((dark, from) => {
		if (!dark || row[from - 1]) return [];
		const end = row.indexOf(false, from);
		return [{ from, length: (end < 0 ? row.length : end) - from }];
	});
}
