import { error } from '@sveltejs/kit';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { findScan } from '#capabilities/registry/server/history-reads.ts';
import type { RequestHandler } from './$types';

/** A scan, as a file to keep, for those who see the organisation's history. It is never shown inside a page. */
export const GET: RequestHandler = async (event) => {
	const { visitor } = await standing(event);
	const { id, scan: scanId } = event.params;
	const { readers, files } = event.locals.app;
	const scan = isId(scanId) ? await readers.as(visitor.personId, (reading) => findScan(reading, scanId)) : undefined;
	if (!scan || scan.organisationId !== id) error(404, 'not-found');
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
