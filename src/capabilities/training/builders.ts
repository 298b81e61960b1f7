import { newId, type Id } from '#kernel/ids.ts';
import { attendance, enrolments, sessions, type Attendance, type Enrolment, type Session } from './schema.ts';

/** A session on paper, planned for one morning; only what matters to the test is given. */
export function aSession(given: Partial<Session> = {}): Session {
	return sessions.parse({
		...{
			id: newId(),
			scopeId: newId(),
			programmeId: newId(),
			groupId: newId(),
			code: 'FM-0001',
			title: 'Tenir les comptes',
			theme: 'accountability',
		},
		...{ placeScheme: '2025', placeCode: 'BI101', venue: '', halfDays: ['2026-04-10 am'], firstOn: '2026-04-10', lastOn: '2026-04-10' },
		...{ state: 'planned', heldOn: null, checkOn: '2026-10-10', kind: 'training', discreet: false, moduleVersionId: null, trainers: [] },
		...given,
	});
}

/** A person's place in a session. */
export function anEnrolment(session: Session, given: Partial<Enrolment> = {}): Enrolment {
	const organisationId = given.organisationId ?? newId();
	return enrolments.parse({
		...{ id: newId(), scopeId: organisationId, sessionId: session.id, organisationId, personId: newId(), partnerScopeId: session.scopeId },
		...{ onTheSpot: false, withdrawn: false, duty: '' },
		...given,
	});
}

/** A mark of an enrolled person at a half-day. */
export function aMark(
	{ id: _, onTheSpot: __, withdrawn: ___, duty: ____, ...place }: Enrolment,
	mark: Attendance['mark'] = 'present',
	id: Id = newId(),
): Attendance {
	return attendance.parse({ ...place, id, halfDay: '2026-04-10 am', mark });
}
