import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { aList, aListLine, anOrganisation, someFields } from '../builders.ts';
import type { ImportLine } from '../import-schema.ts';
import type { Organisation } from '../schema.ts';
import { lineStandings } from './line-standing.ts';
import { takenLine } from './taken-line.ts';

const list = aList();
const IDS = Array.from({ length: 40 }, () => newId());
const said = fc.record({
	name: fc.constantFrom('Abarimyi', 'abarimyi', 'Abàrimyi', 'Dusasirane', 'Ziganya'),
	placeCode: fc.constantFrom('BI101', 'BI102', ''),
	membersWomen: fc.constantFrom(12, 30, null),
});
const lines = fc.array(fc.record({ fields: said, left: fc.boolean() }), { maxLength: 12 }).map((all) =>
	all.map(({ fields, left }, at) =>
		aListLine(list, {
			...{ id: IDS[at] as string, number: at + 2, organisationId: IDS[at + 20] as string, leftBecause: left ? 'Hors zone' : '' },
			fields: someFields({ ...fields, placeScheme: '2025' }),
		}),
	),
);

function registeredBy(some: readonly ImportLine[], before: readonly Organisation[]): readonly Organisation[] {
	const standings = lineStandings(some, before);
	const ready = some.filter(({ id }) => standings.get(id)?.state === 'ready');
	return ready
		.flatMap((line) => takenLine(line, list, '2026-03-05' as CalendarDate))
		.flatMap((write) =>
			// The rows of that table are organisations.
			write.kind === 'put' && write.table.name === 'registry.organisations' ? [write.row as Organisation] : [],
		);
}

describe('the lines of a list', () => {
	it('register the same organisations in whatever order they stand', () => {
		fc.assert(
			fc.property(lines, fc.infiniteStream(fc.nat()), (some, chance) => {
				const turned = [...some].map((line) => [chance.next().value ?? 0, line] as const).sort(([a], [b]) => a - b);
				const ids = (all: readonly Organisation[]) => all.map(({ id }) => id).sort();
				expect(
					ids(
						registeredBy(
							turned.map(([, line]) => line),
							[],
						),
					),
				).toEqual(ids(registeredBy(some, [])));
			}),
		);
	});

	it('register nothing when the same list is read again', () => {
		fc.assert(
			fc.property(lines, (some) => {
				const once = registeredBy(some, []);
				expect(registeredBy(some, once)).toEqual([]);
				// Another file that says the same bears other ids.
				expect(
					registeredBy(
						some.map((line) => ({ ...line, id: newId(), organisationId: newId() })),
						once,
					),
				).toEqual([]);
			}),
		);
	});

	it('register one name in one place once, and never over one that is registered', () => {
		fc.assert(
			fc.property(lines, (some) => {
				const before = [anOrganisation({ name: 'Ziganya', placeCode: 'BI101' })];
				const after = [...before, ...registeredBy(some, before)];
				const faces = after.map(
					({ name, placeCode }) =>
						`${name
							.normalize('NFD')
							.replace(/[^a-z]/gi, '')
							.toLowerCase()} ${placeCode}`,
				);
				expect(new Set(faces).size).toBe(faces.length);
			}),
		);
	});

	it('are looked at once each, however many say the same', () => {
		const many = Array.from({ length: 20_000 }, (_, at) => ({ ...aListLine(list, { number: at + 2 }), id: String(at) }));
		const standings = lineStandings(many, []);
		expect(standings.get('0')?.state).toBe('ready');
		expect(standings.get('19999')).toMatchObject({ state: 'known', sameAsLine: 2 });
	});
});
