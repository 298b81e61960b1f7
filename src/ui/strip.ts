/** Where the work is: what the strip at the top of every field page says. */
export type Strip = Readonly<{
	/** Everything sent; kept on this phone; being sent; waiting for a network; refused. */
	state: 'sent' | 'saved' | 'sending' | 'waiting' | 'refused';
	/** How many forms wait, are sent or are refused. */
	count?: number;
	/** How many of `count` are sent already. */
	done?: number;
	/** Milliseconds: when all was sent, or since when there is no network. */
	since?: number;
	/** Where the list of what was sent and not sent is. */
	href?: string;
}>;
