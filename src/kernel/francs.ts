/** Burundian francs: whole numbers, never a float (ISO 4217 gives BIF no decimals). */
export type Francs = number & { readonly francs: unique symbol };

/** Euro cents: whole numbers. */
export type EuroCents = number & { readonly euroCents: unique symbol };

/** Takes a whole, safe number; returns it as francs. Throws otherwise: input is checked before. */
export function francs(amount: number): Francs {
	if (!Number.isSafeInteger(amount)) throw new Error(`Not whole francs: ${amount}`);
	return amount as Francs;
}

/** Takes a whole, safe number of cents; returns it as euro cents. Throws otherwise. */
export function euroCents(amount: number): EuroCents {
	if (!Number.isSafeInteger(amount)) throw new Error(`Not whole cents: ${amount}`);
	return amount as EuroCents;
}
