import { error, redirect } from '@sveltejs/kit';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { qrPath } from '#platform/server/qr-path.ts';
import { printedColumns, printedHalfDays, printedSheets } from '#capabilities/training/rules/printed-sheets.ts';
import { sheetCode } from '#capabilities/training/rules/sheet-code.ts';
import { findSession } from '#capabilities/training/server/reads.ts';
import { listSheet } from '#capabilities/training/server/sheet-reads.ts';
import type { PageServerLoad } from './$types';

/** The attendance sheet of a session, to print: a person without a phone signs it, and it comes back by its code. */
export const load: PageServerLoad = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		if (!session) error(404, 'not-found');
		// Of a discreet activity no list of names is printed.
		if (session.discreet) redirect(303, `/formations/${id}`);
		const { searchParams, origin } = event.url;
		const columns = printedColumns(searchParams.has('choisi') ? searchParams.getAll('colonne') : undefined);
		const code = sheetCode(session.code);
		return {
			session,
			demonstration: programme.demonstration,
			columns,
			code,
			qr: qrPath(`${origin}/f/${code}`),
			mayType: gives(await rolesAt(reading, visitor.personId, session.scopeId), 'training.keep-attendance'),
			...printedSheets(await listSheet(reading, id), { halfDays: printedHalfDays(session.halfDays), columns }),
		};
	});
};
