import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findSheetScan } from '#capabilities/training/server/sheet-reads.ts';
import type { RequestHandler } from './$types';

/** A scan of a signed sheet, as a file to keep, for the team that holds the session. It is never shown inside a page. */
export const GET: RequestHandler = async (event) => {
	const { visitor } = await standing(event);
	const { id, scan: scanId } = event.params;
	const { readers, files } = event.locals.app;
	const scan = isId(scanId) ? await readers.as(visitor.personId, (reading) => findSheetScan(reading, scanId)) : undefined;
	if (!scan || scan.sessionId !== id) error(404, 'not-found');
	const bytes = await files.find(scan.id);
	if (!bytes) error(404, 'not-found');
	return new Response(bytes, {
		headers: {
			'content-type': scan.type,
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(scan.name)}`,
			'cache-control': 'private, no-store',
		},
	});
};
