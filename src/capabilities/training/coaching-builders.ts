import { calendarDate } from '#kernel/calendar-date.ts';
import { newId } from '#kernel/ids.ts';
import { checklists, visits, type Checklist, type Section, type Visit } from './coaching-schema.ts';

/** A section on paper with so many points. */
export function aSection(points = 2, given: Partial<Section> = {}): Section {
	return {
		...{ id: newId(), title: 'Comptes', weight: 1 },
		points: Array.from({ length: points }, (_, at) => ({ id: newId(), words: `Point ${at + 1}`, anchors: ['Rien', 'En partie', 'En place'] })),
		...given,
	};
}

/** A checklist on paper: one section of two points, its first version. */
export function aChecklist(given: Partial<Checklist> = {}): Checklist {
	const id = given.id ?? newId();
	return checklists.parse({
		...{ id, scopeId: newId(), programmeId: newId(), familyId: id, version: 1, name: 'Vie de l’association', credit: '' },
		...{ sections: [aSection()], madeOn: '2026-01-10' },
		...given,
	});
}

/** A visit on paper: planned, with nothing scored. */
export function aVisit(checklist: Checklist, given: Partial<Visit> = {}): Visit {
	const organisationId = given.organisationId ?? newId();
	return visits.parse({
		...{ id: newId(), scopeId: organisationId, programmeId: checklist.programmeId, organisationId, checklistId: checklist.id },
		...{ plannedFor: '2026-05-04', coachName: 'Béatrice', groupId: null, sessionId: null, state: 'planned', heldOn: null, scores: {}, percent: null },
		...{ agreedOn: null, agreedHow: null, agreedName: '', agreedDuty: '', agreedBy: null },
		...given,
	});
}

/** The same visit, held with every point in part (50 percent). */
export function heldVisit(checklist: Checklist, given: Partial<Visit> = {}): Visit {
	const scores = Object.fromEntries(checklist.sections.flatMap(({ points }) => points.map(({ id }) => [id, 1 as const])));
	return aVisit(checklist, { state: 'held', heldOn: calendarDate('2026-05-04'), percent: 50, scores, ...given });
}
