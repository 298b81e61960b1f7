import type { RequestHandler } from '@sveltejs/kit';
import { organisationsSheet } from '#app/organisations-sheet.ts';
import { csvOf } from '#capabilities/reports/server/csv.ts';

/** The list of organisations as the address filters it, as CSV. */
export const GET: RequestHandler = async (event) => {
	const { sheet, programme } = await organisationsSheet(event);
	return new Response(csvOf(sheet), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${programme.code}-organisations.csv"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
