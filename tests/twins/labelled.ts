import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparedPerson } from '../../src/capabilities/people/rules/twins/person-likeness.ts';
import type { ComparedOrganisation } from '../../src/capabilities/registry/rules/twins/organisation-likeness.ts';

/** Two records that a person labelled as one or as two, and what kind of case they are. */
export type Labelled<R> = Readonly<{ same: boolean; kind: string; one: R; other: R }>;

type Cells = Readonly<Record<string, string>>;

/** The pairs of organisations labelled by hand. */
export function labelledOrganisations(): readonly Labelled<ComparedOrganisation>[] {
	return rowsOf('organisations.csv').map((row) => ({ ...labelOf(row), one: organisation(row, 'a'), other: organisation(row, 'b') }));
}

/** The pairs of persons labelled by hand. */
export function labelledPersons(): readonly Labelled<ComparedPerson>[] {
	return rowsOf('persons.csv').map((row) => ({ ...labelOf(row), one: person(row, 'a'), other: person(row, 'b') }));
}

function labelOf(row: Cells) {
	return { same: row['label'] === 'same', kind: row['case'] ?? '' };
}

function organisation(row: Cells, side: 'a' | 'b'): ComparedOrganisation {
	const said = (field: string) => row[`${field}_${side}`] ?? '';
	const former = said('former') ? [{ name: said('former'), acronym: said('former_acronym') }] : [];
	return {
		names: [{ name: said('name'), acronym: said('acronym') }, ...former],
		...{ kind: said('kind'), place: said('place'), colline: said('colline') },
		acts: said('act') ? [{ kind: 'recognition', number: said('act') }] : [],
		phones: said('phone') ? [said('phone')] : [],
	};
}

function person(row: Cells, side: 'a' | 'b'): ComparedPerson {
	const said = (field: string) => row[`${field}_${side}`] ?? '';
	const isElsewhere = side === 'b' && row['where'] === 'elsewhere';
	return {
		...{ fullName: said('full_name'), sex: said('sex') as 'F' | 'M', phone: said('phone') },
		birthYear: said('birth_year') ? Number(said('birth_year')) : null,
		organisationId: row['where'] === 'organisation' ? 'one' : side,
		place: isElsewhere ? '2025:BI407' : '2025:BI503',
	};
}

function rowsOf(file: string): readonly Cells[] {
	const [head = '', ...lines] = readFileSync(join(import.meta.dirname, file), 'utf8')
		.trim()
		.split('\n');
	const names = cellsOf(head);
	return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [names[at] ?? '', cell])));
}

function cellsOf(line: string): readonly string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
