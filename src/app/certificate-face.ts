import type { CertificateRow } from '#capabilities/training/server/certificates.ts';
import type { SessionRow } from '#capabilities/training/server/reads.ts';
import { wordsFor } from '#platform/messages/words-for.ts';
import { qrPath } from '#platform/server/qr-path.ts';
import type { CertificateFace } from './certificate-pdf.ts';

type About = Readonly<{ session: SessionRow; programme: Readonly<{ name: string; demonstration: boolean }>; origin: string }>;

// A certificate is French, whatever language its printer reads: it is signed and leaves the house.
const words = wordsFor('fr');

/** What a certificate shows: who, which activity, when and where, its number, and a code that opens the page that checks it. */
export function certificateFace(certificate: CertificateRow, { session, programme, origin }: About): CertificateFace {
	const { firstOn: first, lastOn: last, partner } = session;
	const place = session.venue ? `${session.commune}, ${session.venue}` : session.commune;
	const { side, path } = qrPath(`${origin}/verifier?numero=${certificate.number}`);
	return {
		language: 'fr',
		title: words('training.certificate-title'),
		name: certificate.fullName,
		words: words('training.certificate-words'),
		activity: session.title,
		details: words('training.certificate-details', { days: first === last ? 'one' : 'many', first, last, place, partner, programme: programme.name }),
		signTeam: words('training.certificate-sign-team', { partner }),
		signOther: words('training.certificate-sign-trainer', { on: certificate.issuedOn }),
		number: certificate.number,
		numberWords: words('training.certificate-check', { address: `${origin}/verifier` }),
		qr: { path, size: side },
		demonstration: programme.demonstration ? words('page.demonstration') : '',
	};
}
