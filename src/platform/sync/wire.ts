import * as v from 'valibot';
import { id } from '#platform/commands/table.ts';

// One letter a field: over 2G every byte is waited for. What is empty is left out.

/** The version of the protocol. */
export const PROTOCOL = 1;
export const MOST_COMMANDS = 50;
export const LARGEST_REQUEST = 64 * 1024;

/** A command on its way: its id, name, version and input. With an id it is answered, however absurd the rest. */
export const sentCommand = v.object({ i: id, n: v.fallback(v.string(), ''), v: v.fallback(v.number(), 0), d: v.optional(v.unknown()) });

/** A command sealed to the server by somebody else of this phone: base64 of the wrapped key, the nonce and the text. */
export const sealedCommand = v.object({ k: v.string(), n: v.string(), c: v.string() });

// What is none is passed over, and stays on its phone: it must not cost the others of the request their answers.
function some<S extends v.GenericSchema>(each: S) {
	return v.pipe(
		v.array(v.fallback(v.optional(each), undefined)),
		v.maxLength(MOST_COMMANDS),
		v.transform((all) => all.filter((one): one is v.InferOutput<S> => one !== undefined)),
	);
}

const counted = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a phone sends: device, epoch, cursor, hash of the scopes it holds, most rows it wants, commands, sealed commands of others. */
export const syncRequest = v.object({
	p: v.literal(PROTOCOL),
	d: id,
	/** Whose lane it is: a phone that two people share must not send one's commands under the other's cookie. */
	a: v.optional(id),
	e: v.optional(counted, 0),
	c: v.optional(counted, 0),
	s: v.optional(v.string(), ''),
	n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 300),
	o: v.optional(some(sentCommand), []),
	x: v.optional(some(sealedCommand), []),
	/** Set by a device that was known and finds its store empty: how many commands it had numbered is lost with it. */
	ev: v.optional(v.literal(1)),
});

const refusal = v.object({ key: v.string(), params: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])) });

/** What became of a command: applied, refused with its reason, or held to be sent again. */
export const sentOutcome = v.union([v.tuple([id, v.picklist(['applied', 'held'])]), v.tuple([id, v.literal('refused'), refusal])]);

/**
 * What the server answers: epoch, cursor, more to follow, the hash of the scopes now held (when it changed, with `f` when
 * the phone must load everything anew), outcomes, rows by table, rows that left, and the ids of sealed commands it took.
 */
export const syncAnswer = v.object({
	e: v.number(),
	c: v.number(),
	m: v.optional(v.literal(1)),
	s: v.optional(v.string()),
	r: v.optional(v.array(sentOutcome)),
	x: v.optional(v.array(id)),
	t: v.optional(v.record(v.string(), v.array(v.record(v.string(), v.unknown())))),
	l: v.optional(v.array(v.tuple([v.string(), id]))),
});

/** What a phone is given when a person is enrolled on it. */
export const laneAnswer = v.object({
	d: id,
	a: id,
	secret: v.string(),
	publicKey: v.record(v.string(), v.unknown()),
	e: v.number(),
	name: v.optional(v.string(), ''),
	/** What she sees is invented, and her pages say so. */
	demonstration: v.optional(v.boolean(), false),
});

export type SyncRequest = v.InferOutput<typeof syncRequest>;
export type SyncAnswer = v.InferOutput<typeof syncAnswer>;
export type SealedCommand = v.InferOutput<typeof sealedCommand>;
export type SentOutcome = v.InferOutput<typeof sentOutcome>;
