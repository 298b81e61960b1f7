import type { RequestHandler } from '@sveltejs/kit';
import { organisationsSheet } from '#app/organisations-sheet.ts';
import { workbookOf } from '#capabilities/reports/server/workbook.ts';

/** The list of organisations as the address filters it, as a spreadsheet. */
export const GET: RequestHandler = async (event) => {
	const { sheet, programme } = await organisationsSheet(event);
	return new Response(new Uint8Array(await workbookOf([sheet])), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${programme.code}-organisations.xlsx"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
