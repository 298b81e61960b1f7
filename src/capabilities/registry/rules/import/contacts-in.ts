import { fault, type Fault, type ImportedContact, type Reading } from './import-fields.ts';
import { phonesIn } from './phones-in.ts';

/** What a line says of who is to be reached. */
export type ContactCells = Readonly<{ contactName: string; duty: string; phone: string; email: string }>;

const LONGEST_NAME = 120;
const LONGEST_DUTY = 80;
const PHONE_INSIDE = /(?:\+|00)?\d(?:[ .-]?\d){7,14}/g;
const WORD_FOR_PHONE = /(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|gsm|mob(?:ile)?|whats ?app|telefone)(?!\p{L})[.:\s]*/giu;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * Reads who is to be reached. Several names, telephones or addresses in one cell make several contacts, the first with the
 * first; a second telephone of one person makes a second contact of the same name, for a contact holds one.
 */
export function contactsIn(cells: ContactCells): Reading<readonly ImportedContact[]> {
	const named = cells.contactName === '' ? namedPhone(cells.phone) : '';
	const { words, figures } = apart(cells.contactName || named);
	const people = namesIn(words);
	const duties = partsOf(cells.duty);
	const phones = phonesIn([named === '' ? cells.phone : '', figures].filter((text) => text !== '').join('\n'));
	const { emails, faults: emailFaults } = emailsIn(cells.email);
	const count = Math.max(people.length, phones.value.length, emails.length, Math.min(1, duties.length));
	const alone = people.length <= 1;
	const value = Array.from({ length: count }, (_, index) => {
		const person = people[alone ? 0 : index];
		return {
			fullName: person?.fullName ?? '',
			duty: (duties.length > 1 && !alone ? duties[index] : cells.duty) || person?.duty || '',
			phone: phones.value[index] ?? '',
			email: emails[index] ?? '',
		};
	});
	const long = value.flatMap(({ fullName, duty }) => [...tooLong('contactName', fullName, LONGEST_NAME), ...tooLong('duty', duty, LONGEST_DUTY)]);
	return { value, faults: [...phones.faults, ...emailFaults, ...long], notes: [] };
}

// A telephone written beside its owner, in her cell: "Rose Habonimana 79 12 34 56".
function apart(text: string): Readonly<{ words: string; figures: string }> {
	const figures = text.match(PHONE_INSIDE) ?? [];
	if (figures.length === 0) return { words: text, figures: '' };
	const words = withoutPhones(text).replace(/\s*\(\s*\)|[\s,:;–-]+(?=\n|$)/g, '');
	return { words: words.trim(), figures: figures.join('\n') };
}

// And the other way round: a name in the cell of the telephone.
function namedPhone(text: string): string {
	const words = withoutPhones(text).replace(/\b(et|ou|na|and|or)\b/gi, ' ');
	return /\p{L}{3}/u.test(words) && text.search(PHONE_INSIDE) >= 0 ? text : '';
}

function withoutPhones(text: string): string {
	return text.replace(PHONE_INSIDE, ' ').replace(WORD_FOR_PHONE, ' ');
}

function namesIn(text: string): readonly Readonly<{ fullName: string; duty: string }>[] {
	return partsOf(text).map((part) => {
		const [, before = '', duty = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(part) ?? [];
		if (duty !== '') return { fullName: before, duty };
		const [, title = '', name = ''] = /^([\p{L}\s./-]{3,30}?)\s*:\s*(.+)$/u.exec(part) ?? [];
		return title === '' ? { fullName: part, duty: '' } : { fullName: name, duty: title };
	});
}

function partsOf(text: string): readonly string[] {
	return text
		.split(/[;\n/&|]|\set\s|\sna\s|\sand\s/i)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function emailsIn(text: string): Readonly<{ emails: readonly string[]; faults: readonly Fault[] }> {
	const parts = text
		.replace(/mailto:/gi, '')
		.split(/[\s;,/|]+/)
		.filter((part) => part !== '');
	const emails = parts.filter((part) => EMAIL.test(part) && part.length <= LONGEST_NAME);
	const faults = emails.length === parts.length ? [] : [fault('email', 'registry.import-email', { was: text })];
	return { emails: [...new Set(emails.map((email) => email.toLowerCase()))], faults };
}

function tooLong(field: 'contactName' | 'duty', text: string, most: number): readonly Fault[] {
	return text.length > most ? [fault(field, 'registry.import-too-long', { was: text })] : [];
}
