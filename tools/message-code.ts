import { parse, TYPE, type MessageFormatElement, type PluralElement, type SelectElement } from '@formatjs/icu-messageformat-parser';
import type { Language } from '../src/kernel/language.ts';

/** What a parameter of a message is, which decides what code may hand to it. */
export type ParamKind = 'text' | 'number' | 'date' | 'choice';

/** A message turned into code: an expression over `p`, its parameters, and what could not be understood. */
export type MessageCode = Readonly<{ code: string; params: ReadonlyMap<string, ParamKind>; faults: readonly string[] }>;

type Work = { readonly shapes: string; readonly params: Map<string, ParamKind>; readonly faults: string[] };

const DATE_STYLES = ['long', 'medium', 'short', 'month'];

/**
 * Turns an ICU message into a JavaScript expression.
 * Takes the text, its language, and the name under which the generated file knows the shapes of that language.
 * Returns the expression; a text that is not understood becomes itself, with sentences that say why.
 */
export function messageCode(text: string, language: Language, shapes: string): MessageCode {
	const set = typeset(text, language);
	const work: Work = { shapes, params: new Map(), faults: [] };
	try {
		const code = sequence(parse(set, { captureLocation: false, requiresOtherClause: true }), work, undefined);
		return { code, params: work.params, faults: work.faults };
	} catch (fault) {
		return {
			code: JSON.stringify(set),
			params: new Map(),
			faults: [`is not a message ICU understands (${fault instanceof Error ? fault.message : String(fault)})`],
		};
	}
}

/**
 * Sets the spaces and apostrophes that print needs: thin before ; ! ? %, fixed before : and inside « », curved apostrophes.
 * A straight apostrophe before a brace would also hide the parameter from ICU.
 */
export function typeset(text: string, language: Language): string {
	const curved = text.replace(/(?<=\p{L})'(?=[\p{L}{«])/gu, '’').replace(/ (?=(FBu|€)(?![\p{L}]))/gu, '\u00a0');
	if (language === 'en') return curved;
	return curved
		.replace(/ (?=[;!?%])/g, '\u202f')
		.replace(/ (?=[:»])/g, '\u00a0')
		.replace(/« /g, '«\u00a0');
}

function sequence(elements: readonly MessageFormatElement[], work: Work, counted: string | undefined): string {
	const parts = elements.flatMap((element) => piece(element, work, counted));
	return parts.length === 0 ? '""' : parts.join(' + ');
}

function piece(element: MessageFormatElement, work: Work, counted: string | undefined): string[] {
	const { shapes } = work;
	switch (element.type) {
		case TYPE.literal:
			return [JSON.stringify(element.value)];
		case TYPE.pound:
			return [`${shapes}.number(${counted ?? '0'})`];
		case TYPE.argument:
			return [`${shapes}.text(${param(element.value, 'text', work)})`];
		case TYPE.number:
			if (element.style) work.faults.push(`asks a number style of {${element.value}}: only {${element.value}, number} exists`);
			return [`${shapes}.number(${param(element.value, 'number', work)})`];
		case TYPE.date:
			return [`${shapes}.date(${param(element.value, 'date', work)}, ${JSON.stringify(dateStyle(element.value, element.style, work))})`];
		case TYPE.plural:
			return [`(${plural(element, work)})`];
		case TYPE.select:
			return [`(${choice(element, work, counted)})`];
		case TYPE.tag:
			if (element.value !== 'b') work.faults.push(`has a tag <${element.value}>: only <b> exists`);
			return ['"\\u0001"', ...element.children.flatMap((child) => piece(child, work, counted)), '"\\u0002"'];
		default:
			work.faults.push('has a {…, time}, which does not exist here');
			return ['""'];
	}
}

function param(name: string, kind: ParamKind, work: Work): string {
	const known = work.params.get(name);
	if (known !== undefined && known !== kind) work.faults.push(`uses {${name}} both as ${known} and as ${kind}`);
	work.params.set(name, kind);
	return `p[${JSON.stringify(name)}]`;
}

function dateStyle(name: string, style: unknown, work: Work): string {
	if (style === null || style === undefined) return 'medium';
	if (typeof style === 'string' && DATE_STYLES.includes(style)) return style;
	work.faults.push(`asks an unknown date style of {${name}}: there are ${DATE_STYLES.join(', ')}`);
	return 'medium';
}

function plural(element: PluralElement, work: Work): string {
	const value = param(element.value, 'number', work);
	if (element.offset !== 0 || element.pluralType !== 'cardinal')
		work.faults.push(`uses offset or selectordinal on {${element.value}}, which do not exist here`);
	const branches = Object.entries(element.options).map(([name, option]) => ({ name, code: sequence(option.value, work, value) }));
	for (const { name } of branches) {
		if (!/^(one|other|=\d+)$/.test(name)) work.faults.push(`has a plural branch "${name}" that is never used: there are one, other and =0, =1…`);
	}
	const other = branches.find(({ name }) => name === 'other')?.code ?? '""';
	const exact = branches.filter(({ name }) => name.startsWith('=')).map(({ name, code }) => `${value} == ${name.slice(1)} ? ${code} : `);
	const one = branches.filter(({ name }) => name === 'one').map(({ code }) => `${work.shapes}.one(${value}) ? ${code} : `);
	return [...exact, ...one, other].join('');
}

function choice(element: SelectElement, work: Work, counted: string | undefined): string {
	const value = param(element.value, 'choice', work);
	const branches = Object.entries(element.options).filter(([name]) => name !== 'other');
	const other = element.options['other'];
	const tests = branches.map(([name, option]) => `${value} === ${JSON.stringify(name)} ? ${sequence(option.value, work, counted)} : `);
	return tests.join('') + (other ? sequence(other.value, work, counted) : '""');
}
