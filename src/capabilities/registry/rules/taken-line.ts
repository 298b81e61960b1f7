import type { CalendarDate } from '#kernel/calendar-date.ts';
import { idFor, type Id } from '#kernel/ids.ts';
import { add, openScope, put, type Write } from '#platform/commands/command.ts';
import { narrowestScope } from '../../people/index.ts';
import { comparedLine } from './twins/compared-organisation.ts';
import { organisationKeys } from './twins/organisation-keys.ts';
import { importLines, type Import, type ImportLine, type LineFields } from '../import-schema.ts';
import {
	contacts,
	formerNames,
	headcounts,
	legalActs,
	organisations,
	twinKeys,
	twins,
	works,
	type Organisation,
	type OrganisationKind,
} from '../schema.ts';

/** Everything that is written when a line of a list becomes an organisation: its face, contacts, act, count, works, and the line itself. */
export function takenLine(line: ImportLine, { programmeId, partnerId, readOn }: Import, registeredOn: CalendarDate): readonly Write[] {
	const { organisationId: id, fields } = line;
	const { name, acronym, placeScheme, placeCode, colline, membersWomen, membersMen } = fields;
	const toldOn = fields.countedOn ?? readOn;
	return [
		openScope(id, 'organisation', partnerId),
		add(organisations, {
			...{ id, scopeId: id, programmeId, partnerId, name, acronym, colline, membersWomen, membersMen, registeredOn, publishedOn: null },
			// A line is taken only when it has a kind.
			...{ kind: fields.kind as OrganisationKind, placeScheme, placeCode },
		}),
		...saidBeside(id, fields, toldOn),
		...organisationKeys(comparedLine(fields)).map((key, at) =>
			add(twinKeys, { id: idFor(`${twinKeys.name} ${id} ${at}`), scopeId: id, programmeId, organisationId: id, key }),
		),
		put(importLines, { ...line, taken: true }),
	];
}

type Apart = Readonly<{ list: Import; known: readonly Organisation[]; on: CalendarDate; by: Id }>;

/** The pairs that a person told apart when she said of a line that it is another organisation: they are not proposed again. */
export function toldApart({ organisationId, candidates }: ImportLine, { list, known, on, by }: Apart): readonly Write[] {
	const { programmeId, partnerId } = list;
	return known
		.filter((other) => other.programmeId === programmeId && candidates.some((candidate) => candidate.organisationId === other.id))
		.map((other) => {
			const [oneId, otherId] = [organisationId, other.id].sort() as [Id, Id];
			const scopeId = narrowestScope([organisationId, partnerId, programmeId], [other.id, other.partnerId, other.programmeId]);
			const likeness = candidates.find((candidate) => candidate.organisationId === other.id)?.likeness ?? 0;
			const decided = { state: 'different', standsId: null, rank: 0, decidedOn: on, decidedBy: by } as const;
			return add(twins, {
				...{ id: idFor(`${twins.name} ${oneId} ${otherId}`), scopeId, programmeId, oneId, otherId, ...decided },
				...{ score: Math.round(likeness * 100), reasons: [] },
			});
		});
}

function saidBeside(id: Id, fields: LineFields, toldOn: CalendarDate): readonly Write[] {
	let companions = 0;
	const line = () => ({ id: idFor(`beside ${id} ${(companions += 1)}`), scopeId: id, organisationId: id });
	const { membersWomen: women, membersMen: men, act, formerName } = fields;
	return [
		...fields.contacts.map((contact) => add(contacts, { ...line(), ...contact, fullName: contact.fullName || '–', gone: false })),
		...(act?.actedOn ? [add(legalActs, { ...line(), struck: false, ...act, actedOn: act.actedOn })] : []),
		...(women !== null && men !== null
			? [add(headcounts, { ...line(), struck: false, countedOn: toldOn, women, men, youngWomen: null, youngMen: null })]
			: []),
		...(formerName ? [add(formerNames, { ...line(), struck: false, name: formerName, acronym: '', untilOn: toldOn })] : []),
		...worksOf(fields).map((work) => add(works, { ...line(), struck: false, ...work, sinceOn: toldOn, untilOn: null })),
	];
}

// A list tells themes and services in two cells: the first service goes with the first theme, and one without a theme with "other".
function worksOf({ themes, services, placeScheme, placeCode }: LineFields) {
	const where = { placeScheme, placeCode };
	const count = Math.max(themes.length, services.length);
	return Array.from({ length: count }, (_, at) => ({ theme: themes[at] ?? themes[0] ?? 'other', service: services[at] ?? '', ...where }));
}
