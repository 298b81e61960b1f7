import type { RequestHandler } from '@sveltejs/kit';
import { figuresWorkbook } from '#app/figures-workbook.ts';
import { levelOf, periodOf } from '#app/figures.ts';
import { standing } from '#app/standing.ts';

/** The figures of a period with their rows, as a spreadsheet. The same figures give the same file. */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	const level = await levelOf(event, visitor, programme);
	const counted = { programmeId: programme.id, level, ...periodOf(event.url, programme) };
	const bytes = await figuresWorkbook(event, { visitor, programme, counted });
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${programme.code}-${counted.from}-${counted.to}.xlsx"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
