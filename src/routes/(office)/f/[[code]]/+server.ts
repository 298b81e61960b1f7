import { redirect } from '@sveltejs/kit';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { readSheetCode } from '#capabilities/training/rules/sheet-code.ts';
import { sessionsOfCode } from '#capabilities/training/server/sheet-reads.ts';
import type { RequestHandler } from './$types';

const LONGEST = 60;

/**
 * Where the code of a paper sheet leads, aimed at or typed: to the grid of its session for those who may type it in, to the session
 * for others who see it. A code of nothing they see leads where one that does not exist leads.
 */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	const typed = (event.params.code ?? event.url.searchParams.get('code') ?? '').slice(0, LONGEST);
	const read = readSheetCode(typed);
	const notFound = `/formations?feuille=${encodeURIComponent(typed)}#feuille`;
	if (read.kind !== 'sound') redirect(303, notFound);
	const leads = await event.locals.app.readers.as(visitor.personId, async (reading) => {
		const [session] = await sessionsOfCode(reading, read.code, programme.id);
		if (!session) return notFound;
		const mayType = gives(await rolesAt(reading, visitor.personId, session.scopeId), 'training.keep-attendance');
		return `/formations/${session.id}${mayType ? '/saisie' : ''}`;
	});
	redirect(303, leads);
};
