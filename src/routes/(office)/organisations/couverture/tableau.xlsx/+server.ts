import type { RequestHandler } from '@sveltejs/kit';
import { coverageFile } from '#app/coverage-sheet.ts';
import { workbookOf } from '#capabilities/reports/server/workbook.ts';

/** Who works where on what, as the address asks, as a spreadsheet. */
export const GET: RequestHandler = async (event) => {
	const { sheet, programme } = await coverageFile(event);
	return new Response(new Uint8Array(await workbookOf([sheet])), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${programme.code}-couverture.xlsx"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
