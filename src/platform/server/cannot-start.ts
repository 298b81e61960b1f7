/** Says in the terminal's language, French or English, why the program does not go on. Shown without a stack. */
export class CannotStart extends Error {
	override name = 'CannotStart';

	constructor(french: string, english: string) {
		super(inTerminal(french, english));
	}
}

/** Takes one sentence in French and in English and returns the one that whoever runs the program reads, after LC_ALL or LANG. */
export function inTerminal(french: string, english: string): string {
	return (process.env['LC_ALL'] || process.env['LANG'] || '').startsWith('fr') ? french : english;
}
