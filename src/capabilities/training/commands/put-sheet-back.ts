import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { persons, type Person } from '../../people/index.ts';
import { personAttended } from '../facts.ts';
import { attendance, enrolments, sessions, typedSheets, type Attendance, type Enrolment, type TypedSheet } from '../schema.ts';

/**
 * Puts back what one saving of a typed sheet changed: people it put on the list leave it, functions and marks are again what they
 * were. Who was met stays known to her organisation. Refuses when something of it was changed since: nothing is put back then.
 */
export const putSheetBack = defineCommand({
	name: 'training.put-sheet-back',
	version: 1,
	place: 'office',
	permission: 'training.keep-attendance',
	input: v.object({ typedId: id, sessionId: id }),
	scope: ({ sessionId }) => scopeOf(sessions, sessionId),
	locks: ({ sessionId }) => [[sessions, sessionId]],

	async gather(records, { typedId, sessionId }) {
		const typed = await records.find(typedSheets, typedId);
		const wanted = new Set(typeof typed === 'object' ? typed.rows.map(({ enrolmentId }) => enrolmentId) : []);
		const places = (await records.list(enrolments, { sessionId })).filter((place) => wanted.has(place.id));
		const held = await Promise.all(places.map((place) => records.hold(enrolments, place.id)));
		const met = await Promise.all(places.map(({ personId }) => records.find(persons, personId)));
		return {
			...{ session: await records.find(sessions, sessionId), typed, marks: await records.list(attendance, { sessionId }) },
			places: held.filter((place) => typeof place === 'object'),
			met: met.filter((person) => typeof person === 'object'),
		};
	},

	decide({ session, typed, marks, places, met }, { sessionId }) {
		if (typeof session !== 'object' || typeof typed !== 'object' || typed.sessionId !== sessionId) return refuse('platform.not-permitted');
		if (session.state === 'cancelled') return refuse('training.session-over', { code: session.code });
		if (typed.putBack) return { writes: [] };
		const rows = typed.rows.map((row) => standing(row, { marks, places, met }));
		const changed = rows.filter((row) => !row || hasMoved(row)).length;
		if (changed > 0) return refuse('training.sheet-changed-since', { count: changed });
		const back = rows.flatMap((row) => (row ? [asItWas(row)] : []));
		return {
			writes: [...back.flatMap(({ writes }) => writes), put(typedSheets, { ...typed, putBack: true })],
			facts: back.map(({ place, person, after }) => personAttended(session, { enrolment: place, person, marks: after })),
		};
	},
});

type Change = TypedSheet['rows'][number];
type Standing = Readonly<{ change: Change; place: Enrolment; person: Person; marks: readonly Attendance[] }>;
type Among = Readonly<{ marks: readonly Attendance[]; places: readonly Enrolment[]; met: readonly Person[] }>;

function standing(change: Change, { marks, places, met }: Among): Standing | undefined {
	const place = places.find(({ id }) => id === change.enrolmentId);
	const person = met.find(({ id }) => id === place?.personId);
	return place && person && { change, place, person, marks: marks.filter(({ personId }) => personId === person.id) };
}

function hasMoved({ change, place, marks }: Standing): boolean {
	const typed = new Map(change.marks.map((mark) => [mark.id, mark]));
	if (place.withdrawn || (change.duty && place.duty !== change.duty.became)) return true;
	if (change.marks.some(({ id, became }) => marks.find((mark) => mark.id === id)?.mark !== became)) return true;
	// Whoever marked her since found her on the list: she does not leave it.
	return change.enrolled && marks.some(({ id, mark }) => mark !== 'none' && !typed.has(id));
}

function asItWas({ change, place, person, marks }: Standing) {
	const was = new Map(change.marks.map((mark) => [mark.id, mark.was]));
	const after = marks.map((mark) => ({ ...mark, mark: was.get(mark.id) ?? mark.mark }));
	const placeWas = { ...place, duty: change.duty?.was ?? place.duty, withdrawn: change.enrolled };
	const writes = [put(enrolments, placeWas), ...after.filter(({ id }) => was.has(id)).map((mark) => put(attendance, mark))];
	return { writes, place: placeWas, person, after };
}
