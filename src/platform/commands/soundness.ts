import type { Envelope } from './outcome.ts';

const NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;
const LONGEST_NAME = 120;
const LAST_VERSION = 9999;
const DEEPEST = 32;

/**
 * Whether an envelope can be one of ours at all: a name of our form, a version that is counted, an input that nests no deeper
 * than any of ours. What is not is refused without being kept: neither the records nor the audit could write it down.
 */
export function isSound({ name, version, input }: Envelope): boolean {
	return (
		name.length <= LONGEST_NAME && NAME.test(name) && Number.isInteger(version) && version > 0 && version <= LAST_VERSION && isWithin(input, DEEPEST)
	);
}

function isWithin(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return true;
	return levels > 0 && Object.values(value).every((part) => isWithin(part, levels - 1));
}
