import type { RequestHandler } from '@sveltejs/kit';
import type { Language } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { figuresWorkbook } from '#app/figures-workbook.ts';
import { levelOf } from '#app/figures.ts';
import { askedPeriod } from '#app/period.ts';
import { standing } from '#app/standing.ts';
import { wordsFor } from '#platform/messages/words-for.ts';

/** The figures of a period with their rows, as a spreadsheet. The same figures give the same file; a period that is none gives a sentence (422). */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	const level = await levelOf(event, visitor, programme);
	const { period, refusals } = askedPeriod(event.url, programme);
	if (!period) return notUnderstood(event.locals.language, Object.values(refusals));
	const counted = { programmeId: programme.id, level, ...period };
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

function notUnderstood(language: Language, refusals: readonly Refusal[]): Response {
	const words = wordsFor(language);
	return new Response(`${refusals.map((refusal) => words.refusal(refusal)).join('\n')}\n`, {
		status: 422,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
	});
}
