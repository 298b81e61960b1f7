/** A name as two spellings of it are compared: letters and figures only, without accents or capitals. */
export function comparableName(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}
