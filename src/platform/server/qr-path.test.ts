import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

const SCALE = 4;

// The path as a camera would see it.
function photographed({ side, path }: ReturnType<typeof qrPath>) {
	const [width, data] = [side * SCALE, new Uint8ClampedArray((side * SCALE) ** 2 * 4).fill(255)];
	for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
		for (let dy = 0; dy < SCALE; dy += 1)
			for (let dx = 0; dx < Number(length) * SCALE; dx += 1) {
				const at = ((Number(y) * SCALE + dy) * width + Number(x) * SCALE + dx) * 4;
				data.fill(0, at, at + 3);
			}
	return { width, height: width, data };
}

describe('a code drawn as QR', () => {
	it('is read back as the address it holds', () => {
		const address = 'https://shigikira.exemple.bi/f/FM-0412-7K';
		expect(decodeQR(photographed(qrPath(address)))).toBe(address);
	});
});
