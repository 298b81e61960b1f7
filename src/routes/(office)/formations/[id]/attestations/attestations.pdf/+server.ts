import { error, type RequestHandler } from '@sveltejs/kit';
import { certificateFace } from '#app/certificate-face.ts';
import { printCertificates } from '#app/certificate-pdf.ts';
import { standing } from '#app/standing.ts';
import { isId } from '#kernel/ids.ts';
import { listCertificates } from '#capabilities/training/server/certificates.ts';
import { findSession } from '#capabilities/training/server/reads.ts';

/** The certificates of a session that stand and that the reader sees, a page each; `numero` asks for one. */
export const GET: RequestHandler = async (event) => {
	const { visitor, programme } = await standing(event);
	const { id } = event.params;
	if (!isId(id)) error(404, 'not-found');
	const wanted = event.url.searchParams.get('numero');
	const found = await event.locals.app.readers.as(visitor.personId, async (reading) => {
		const session = await findSession(reading, id);
		return session && { session, certificates: await listCertificates(reading, id) };
	});
	const certificates = found?.certificates.filter(({ revokedOn, number }) => !revokedOn && (wanted === null || number === wanted)) ?? [];
	if (!found || certificates.length === 0) error(404, 'not-found');
	const about = { session: found.session, programme, origin: event.url.origin };
	const pdf = await printCertificates(
		event.locals.app.programFolder,
		certificates.map((certificate) => certificateFace(certificate, about)),
	);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="attestations-${wanted ?? found.session.code}.pdf"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
