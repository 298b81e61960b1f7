import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPerson } from '../../people/builders.ts';
import { persons } from '../../people/index.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { aMark, anEnrolment, aSession } from '../builders.ts';
import { attendance, enrolments, sessions, typedSheets } from '../schema.ts';
import { typeInSheet } from './type-in-sheet.ts';

const home = anOrganisation();
const session = aSession({ programmeId: home.programmeId, halfDays: ['2026-04-10 am', '2026-04-10 pm'] });
const known = aPerson({ organisationId: home.id });
const place = anEnrolment(session, { organisationId: home.id, personId: known.id, duty: 'Trésorière' });
const morning = aMark(place);
const standing = [
	[organisations, home],
	[sessions, session],
] as const;
const enrolled = [...standing, [persons, known], [enrolments, place], [attendance, morning]] as const;

const newcomer = (given: object = {}) => ({
	...{ number: 31, enrolmentId: newId(), organisationId: home.id, duty: { was: '', becomes: 'Secrétaire' } },
	person: { id: newId(), fullName: 'Rose Ntakirutimana', sex: 'F', birthYear: 1991, phone: '79 000 001' },
	marks: [{ id: newId(), halfDay: '2026-04-10 am', was: null, becomes: 'late' }],
	...given,
});
const onTheList = (marks: readonly object[], given: object = {}) => ({
	...{ number: 1, enrolmentId: place.id, organisationId: home.id, marks },
	person: { id: known.id, fullName: known.fullName, sex: known.sex, birthYear: known.birthYear, phone: '' },
	...given,
});
const mark = (was: string | null, becomes: string | null, halfDay = '2026-04-10 am') => ({ id: newId(), halfDay, was, becomes });
const typed = (rows: readonly object[], on = '2026-04-12') => ({ id: newId(), sessionId: session.id, on, rows });
const judge = (rows: readonly object[], given: Parameters<typeof judged>[2] = enrolled, on?: string) => judged(typeInSheet, typed(rows, on), given);

describe('type in a sheet', () => {
	it('meets a person, gives her a place with her function, marks her and counts her, all in one', async () => {
		const decision = await judge([newcomer()], standing);
		expect(rowsInto(persons, decision)).toMatchObject([{ fullName: 'Rose Ntakirutimana', phone: '79 000 001', metOn: '2026-04-12' }]);
		expect(rowsInto(enrolments, decision)).toMatchObject([{ duty: 'Secrétaire', onTheSpot: true, withdrawn: false }]);
		expect(rowsInto(attendance, decision)).toMatchObject([{ mark: 'late', halfDay: '2026-04-10 am' }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.attended', sex: 'F', birthYear: 1991 }] });
	});

	it('keeps what it changed without naming anybody, so that it can be put back', async () => {
		const [kept] = rowsInto(typedSheets, await judge([newcomer(), onTheList([mark('present', 'absent')])]));
		expect(kept?.rows).toMatchObject([
			{ enrolled: true, duty: { was: '', became: 'Secrétaire' }, marks: [{ was: 'none', became: 'late' }] },
			{ enrolled: false, duty: null, marks: [{ id: morning.id, was: 'present', became: 'absent' }] },
		]);
		expect(JSON.stringify(kept)).not.toContain('Ntakirutimana');
	});

	it('writes a mark that somebody else set to the same, or that nobody touched, as it is', async () => {
		expect(rowsInto(attendance, await judge([onTheList([mark(null, 'present')])]))).toEqual([]);
		expect(rowsInto(attendance, await judge([onTheList([mark('present', null)])]))).toEqual([{ ...morning, mark: 'none' }]);
	});

	it('refuses a mark that somebody else changed meanwhile, with both values, and writes nothing', async () => {
		expect(await judge([newcomer(), onTheList([mark(null, 'absent')])])).toMatchObject({
			key: 'training.row-changed',
			params: { number: 1, theirs: 'present', yours: 'absent', day: '2026-04-10', part: 'am' },
		});
	});

	it('refuses a function that somebody else wrote meanwhile, with both', async () => {
		const lost = onTheList([], { duty: { was: '', becomes: 'Présidente' } });
		expect(await judge([lost])).toMatchObject({ key: 'training.row-duty-changed', params: { theirs: 'Trésorière', yours: 'Présidente' } });
	});

	it('gives a place again to a person whose place was given back', async () => {
		const back = [...standing, [persons, known], [enrolments, { ...place, withdrawn: true }]] as const;
		const decision = await judge([onTheList([mark(null, 'present')])], back);
		expect(rowsInto(enrolments, decision)).toEqual([{ ...place, withdrawn: false }]);
	});

	it('keeps a telephone that nobody had written, and leaves one that is known', async () => {
		const withPhone = (phone: string) => onTheList([], { person: { ...known, phone } });
		expect(rowsInto(persons, await judge([withPhone('79 000 002')]))).toMatchObject([{ id: known.id, phone: '79 000 002' }]);
		const reached = [...enrolled.filter(([table]) => table !== persons), [persons, { ...known, phone: '79 000 003' }]] as never;
		expect(rowsInto(persons, await judge([withPhone('79 000 002')], reached))).toEqual([]);
	});

	it('says which row it refuses, and why', async () => {
		const birth = newcomer({ person: { ...newcomer().person, birthYear: 2030 } });
		expect(await judge([birth])).toMatchObject({ key: 'training.row-birth', params: { number: 31 } });
		expect(verdictOf(await judge([newcomer({ organisationId: newId() })]))).toBe('training.row-elsewhere');
		expect(verdictOf(await judge([newcomer({ marks: [mark(null, 'present', '2026-04-11 am')] })]))).toBe('training.row-half-day');
		expect(verdictOf(await judge([newcomer()], standing, '2026-04-09'))).toBe('training.row-half-day');
		const twice = newcomer();
		expect(verdictOf(await judge([twice, { ...twice, number: 32 }]))).toBe('training.row-twice');
		expect(verdictOf(await judge([onTheList([], { enrolmentId: newId() })]))).toBe('training.row-twice');
	});

	it('refuses a person of another organisation, and a session that was cancelled', async () => {
		const elsewhere = newcomer({ person: { ...newcomer().person, id: known.id }, organisationId: newId() });
		expect(verdictOf(await judge([elsewhere]))).toBe('training.row-elsewhere');
		const cancelled = [
			[organisations, home],
			[sessions, { ...session, state: 'cancelled' }],
		] as never;
		expect(verdictOf(await judge([newcomer()], cancelled))).toBe('training.session-over');
	});

	it('takes a hundred rows at most', async () => {
		await expect(judge(Array.from({ length: 101 }, () => newcomer()))).rejects.toThrow();
	});
});
