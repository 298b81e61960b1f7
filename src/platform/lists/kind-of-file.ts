import { refuse, type Refusal } from '#kernel/refusal.ts';

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OTHERS: readonly (readonly number[])[] = [
	[0x25, 0x50, 0x44, 0x46],
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff],
	[0x47, 0x49, 0x46, 0x38],
	[0x7b, 0x5c, 0x72, 0x74, 0x66],
	[0x52, 0x61, 0x72, 0x21],
	[0x37, 0x7a, 0xbc, 0xaf],
	[0x1f, 0x8b],
];

/** Tells a workbook from a separated text by its first bytes, whatever its name says. Refuses what is neither. */
export function kindOfFile(bytes: Uint8Array): 'csv' | 'xlsx' | Refusal {
	const begins = (signs: readonly number[]) => signs.every((sign, index) => bytes[index] === sign);
	// An old workbook, or a new one under a password: both are stored so.
	if (begins(OLD_OFFICE)) return refuse('lists.old-workbook');
	if (begins(ZIP)) return 'xlsx';
	const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).trimStart().toLowerCase();
	if (OTHERS.some(begins) || /^(ï»¿)?<(!doctype|html|\?xml|table)/.test(start)) return refuse('lists.not-a-list');
	return 'csv';
}
