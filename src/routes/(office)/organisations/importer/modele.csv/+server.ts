import { standing } from '#app/standing.ts';
import { csvOf } from '#capabilities/reports/server/csv.ts';
import { IMPORT_FIELDS } from '#capabilities/registry/rules/import/import-fields.ts';
import { wordsFor } from '#platform/messages/words-for.ts';
import type { RequestHandler } from './$types';

// What stands in one cell of other people's lists has a column for each answer in ours.
const JOINED = ['place', 'members', 'act'];

/** An empty list with a column for everything an import understands, in the reader's language. */
export const GET: RequestHandler = async (event) => {
	await standing(event);
	const words = wordsFor(event.locals.language);
	const columns = IMPORT_FIELDS.filter((field) => !JOINED.includes(field));
	const head = columns.map((field) => {
		const said = words.saySomething(`registry.column-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
		return said.runs.map(({ text }) => text).join('');
	});
	return new Response(csvOf({ head, rows: [] }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="organisations.csv"',
			'cache-control': 'private, no-store',
		},
	});
};
