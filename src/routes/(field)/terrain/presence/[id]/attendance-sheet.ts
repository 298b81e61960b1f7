import { persons, type Person, type PersonInput } from '#capabilities/people/index.ts';
import { organisations } from '#capabilities/registry/index.ts';
import { attendance, enrolments, seats, type Enrolment, type Mark, type Session } from '#capabilities/training/schema.ts';
import { cleanedLine } from '#platform/commands/words.ts';
import type { OpenField } from '../../field.svelte.ts';

/** One line of the sheet: a person on the list of a session, and her marks by half-day. */
export type Line = Readonly<{ enrolment: Enrolment; name: string; sex: Person['sex']; organisation: string; marks: ReadonlyMap<string, Mark> }>;

/** The lines of a session on this phone, by name. A person whose record is not here is called as the page says. */
export function linesOf(field: OpenField, sessionId: string, somebody: string): readonly Line[] {
	const marks = new Map<string, Map<string, Mark>>();
	for (const { personId, halfDay, mark } of field.list(attendance, { sessionId })) {
		// A mark that was taken back says nothing.
		if (mark === 'none') continue;
		marks.set(personId, (marks.get(personId) ?? new Map<string, Mark>()).set(halfDay, mark));
	}
	const lines = field.list(enrolments, { sessionId, withdrawn: false }).map((enrolment) => {
		const person = field.find(persons, enrolment.personId);
		return {
			enrolment,
			name: person?.fullName ?? somebody,
			sex: person?.sex ?? ('M' as const),
			organisation: field.find(organisations, enrolment.organisationId)?.name ?? '',
			marks: marks.get(enrolment.personId) ?? new Map<string, Mark>(),
		};
	});
	return lines.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Who was added, as the page says it. */
export type Added = Readonly<{ name: string; sex: Person['sex'] }>;

/** Takes a newcomer as she was typed; returns her named as she is kept, without marks that would show another name. */
export function addedAs({ fullName, sex }: PersonInput): Added {
	return { name: cleanedLine(fullName), sex };
}

/** The organisations a newcomer may come for: those with a seat in the session first, then the others of the programme. */
export function organisationsFor(field: OpenField, session: Session): readonly Readonly<{ value: string; label: string }>[] {
	const seated = new Set(
		[...field.list(seats, { sessionId: session.id }), ...field.list(enrolments, { sessionId: session.id })].map((row) => row.organisationId),
	);
	const rank = (id: string) => (seated.has(id) ? 0 : 1);
	return [...field.list(organisations, { programmeId: session.programmeId })]
		.sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name, 'fr'))
		.map(({ id, name }) => ({ value: id, label: name }));
}

/** Persons on this phone whose name is like the letters typed: each typed word begins one of theirs. Nobody for under three letters. */
export function likelyPersons(letters: string, known: readonly Person[]): readonly Person[] {
	const wanted = wordsOf(letters);
	if (wanted.join('').length < 3) return [];
	return known.filter(({ fullName }) => wanted.every((word) => wordsOf(fullName).some((part) => part.startsWith(word)))).slice(0, 3);
}

function wordsOf(name: string): readonly string[] {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
