import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Evaluation, Moment, Question, SessionTest } from '../test-schema.ts';

const QUESTION = sql`q.id, q.theme, q.words, q.choices, q.answer, q.retired`;

/** A question as the bank shows it. */
export type QuestionRow = Pick<Question, 'id' | 'theme' | 'words' | 'choices' | 'answer' | 'retired'>;

/** What the bank is asked for: questions of a theme or of all, those that may be asked or those taken out. */
export type QuestionQuery = Readonly<{ programmeId: Id; theme?: string; retired?: boolean }>;

/** The questions of a programme's bank, by theme; none for whoever does not read the bank. */
export async function listQuestions(reading: Reading, { programmeId, theme = '', retired }: QuestionQuery): Promise<readonly QuestionRow[]> {
	const { rows } = await sql<QuestionRow>`
		select ${QUESTION} from training.questions q
		where q.programme_id = ${programmeId} and (${theme} = '' or q.theme = ${theme}) and (${retired ?? null}::boolean is null or q.retired = ${retired ?? null})
		order by q.theme, q.words, q.id`.execute(reading);
	return rows;
}

/** Whether the person reads any question of a programme's bank. */
export async function readsQuestions(reading: Reading, programmeId: Id): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`select exists (select 1 from training.questions where programme_id = ${programmeId}) as has`.execute(
		reading,
	);
	return rows[0]?.has ?? false;
}

/** The test of a session with its questions in their order; `undefined` when none was set. */
export async function findTest(
	reading: Reading,
	sessionId: Id,
): Promise<(Pick<SessionTest, 'outOf'> & Readonly<{ questions: readonly QuestionRow[] }>) | undefined> {
	const { rows } = await sql<{ outOf: number }>`select out_of as "outOf" from training.tests where session_id = ${sessionId}`.execute(reading);
	const [test] = rows;
	if (!test) return undefined;
	const asked = await sql<QuestionRow>`
		select ${QUESTION} from training.tests t cross join lateral jsonb_array_elements_text(t.question_ids) with ordinality as a (id, place)
			join training.questions q on q.id = a.id::uuid
		where t.session_id = ${sessionId} order by a.place`.execute(reading);
	return { ...test, questions: asked.rows };
}

/** A person on a session's list with her points before and after. */
export type ScoredPerson = Readonly<{ enrolmentId: Id; fullName: string; organisation: string; before: number | null; after: number | null }>;

/** The people on a session's list, by name, with their points; the points are read by the team alone. */
export async function listScores(reading: Reading, sessionId: Id): Promise<readonly ScoredPerson[]> {
	const { rows } = await sql<ScoredPerson>`
		select e.id as "enrolmentId", q.full_name as "fullName", coalesce(o.name, '') as organisation,
			(select s.points from training.scores s where s.enrolment_id = e.id and s.moment = 'before') as before,
			(select s.points from training.scores s where s.enrolment_id = e.id and s.moment = 'after') as after
		from training.enrolments e join people.persons q on q.id = e.person_id left join registry.organisations o on o.id = e.organisation_id
		where e.session_id = ${sessionId} and not e.withdrawn order by q.full_name, e.id`.execute(reading);
	return rows;
}

/** The points on a session's papers without names, at each moment. */
export async function listPaperScores(reading: Reading, sessionId: Id): Promise<Readonly<Record<Moment, readonly number[]>>> {
	const { rows } = await sql<{ moment: Moment; points: readonly number[] }>`
		select moment, points from training.paper_scores where session_id = ${sessionId}`.execute(reading);
	const at = (moment: Moment) => rows.find((row) => row.moment === moment)?.points ?? [];
	return { before: at('before'), after: at('after') };
}

/** What participants said of a session; `undefined` when it was not written, or the person does not read it. */
export async function findEvaluation(reading: Reading, sessionId: Id): Promise<Pick<Evaluation, 'sheets' | 'aspects' | 'words'> | undefined> {
	const { rows } = await sql<Pick<Evaluation, 'sheets' | 'aspects' | 'words'>>`
		select sheets, aspects, words from training.evaluations where session_id = ${sessionId}`.execute(reading);
	return rows[0];
}
