import type { RequestHandler } from '@sveltejs/kit';
import { coverageFile } from '#app/coverage-sheet.ts';
import { csvOf } from '#capabilities/reports/server/csv.ts';

/** Who works where on what, as the address asks, as CSV. */
export const GET: RequestHandler = async (event) => {
	const { sheet, programme } = await coverageFile(event);
	return new Response(csvOf(sheet), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${programme.code}-couverture.csv"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
