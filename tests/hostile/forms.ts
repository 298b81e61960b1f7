/** A box of a form: what one types in it, or the values one may choose; `held` is what stands in it. */
export type Box = Readonly<{ name: string; kind: 'typed' | 'hidden' | 'chosen'; held: string; choices: readonly string[] }>;

/** A form that a page shows, with where it is sent. */
export type Form = Readonly<{ action: string; boxes: readonly Box[] }>;

// What stands within a tag: a value in quotes may hold the sign that ends one.
const HEAD = '((?:[^>"]|"[^"]*")*)';
const tag = (name: string, rest = '') => new RegExp(`<${name}\\b${HEAD}>${rest}`, 'gi');

/** The forms of a page that change something. Read from its text as our own pages write it: attributes in double quotes. */
export function formsOf(html: string): readonly Form[] {
	return [...html.matchAll(tag('form', '([\\s\\S]*?)</form>'))]
		.filter(([, head = '']) => /method="post"/i.test(head))
		.map(([, head = '', body = '']) => ({ action: attribute(head, 'action') ?? '', boxes: boxesOf(body) }));
}

function boxesOf(body: string): readonly Box[] {
	const boxes = new Map<string, Box>();
	const put = (box: Box) => {
		const before = boxes.get(box.name);
		boxes.set(box.name, before ? { ...before, held: before.held || box.held, choices: [...before.choices, ...box.choices] } : box);
	};
	for (const [, head = ''] of body.matchAll(tag('input'))) {
		const [name, type, value] = [attribute(head, 'name'), attribute(head, 'type') ?? 'text', attribute(head, 'value') ?? ''];
		// A file is chosen, not typed: those that are no list or no scan have tests of their own.
		if (!name || type === 'file') continue;
		if (type === 'radio' || type === 'checkbox') put({ name, kind: 'chosen', held: /\schecked\b/.test(head) ? value : '', choices: [value] });
		else put({ name, kind: type === 'hidden' ? 'hidden' : 'typed', held: value, choices: [] });
	}
	for (const [, head = '', text = ''] of body.matchAll(tag('textarea', '([\\s\\S]*?)</textarea>')))
		put({ name: attribute(head, 'name') ?? '', kind: 'typed', held: plain(text), choices: [] });
	for (const [, head = '', options = ''] of body.matchAll(tag('select', '([\\s\\S]*?)</select>'))) {
		const choices = [...options.matchAll(tag('option'))].map(([, option = '']) => attribute(option, 'value') ?? '').filter(Boolean);
		put({ name: attribute(head, 'name') ?? '', kind: 'chosen', held: '', choices });
	}
	return [...boxes.values()].filter(({ name }) => name);
}

/** The value of an attribute, read as a browser would. */
function attribute(head: string, name: string): string | undefined {
	const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1];
	return value === undefined ? undefined : plain(value);
}

/** Text of a page without its escapes. */
export function plain(text: string): string {
	const known: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
	return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
		code ? String.fromCodePoint(Number(code)) : (known[name ?? ''] ?? whole),
	);
}

/** What a person reads on a page: no script, no style, no mark-up. */
export function readable(html: string): string {
	return plain(
		html
			.replace(/<(script|style|svg|template)\b[\s\S]*?<\/\1>/gi, ' ')
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' '),
	);
}

/** The sentences that say what is wrong: under a box, or above the form. */
export function faultsSaid(html: string): readonly string[] {
	const under = [...html.matchAll(/<p class="error"[^>]*>([\s\S]*?)<\/p>/g)].map(([, said = '']) => said);
	const above = [...html.matchAll(/<div[^>]*role="alert"[^>]*>([\s\S]*?)<\/div>/g)].map(([, said = '']) => said);
	return [...under, ...above].map((said) => readable(said).trim()).filter(Boolean);
}
