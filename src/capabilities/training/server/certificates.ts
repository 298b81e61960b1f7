import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Certificate } from '../test-schema.ts';

/** A certificate with the name of its organisation, as far as the reader sees it. */
export type CertificateRow = Certificate & Readonly<{ organisation: string }>;

/** The certificates of a session, by number, those taken back too; as far as the reader sees them. */
export async function listCertificates(reading: Reading, sessionId: Id): Promise<readonly CertificateRow[]> {
	const { rows } = await sql<CertificateRow>`
		select c.id, c.scope_id as "scopeId", c.organisation_id as "organisationId", c.partner_scope_id as "partnerScopeId", c.session_id as "sessionId",
			c.enrolment_id as "enrolmentId", c.number, c.full_name as "fullName", c.issued_on as "issuedOn", c.revoked_on as "revokedOn", c.reason,
			coalesce(o.name, '') as organisation
		from training.certificates c left join registry.organisations o on o.id = c.organisation_id
		where c.session_id = ${sessionId} order by c.number`.execute(reading);
	return rows;
}

/** Whether a certificate stands under a number and a name: yes or no, and nothing else. A reading as the public. */
export async function certificateStands(reading: Reading, { number, name }: Readonly<{ number: string; name: string }>): Promise<boolean> {
	const { rows } = await sql<{ stands: boolean }>`select training.certificate_stands(${number}, ${name}) as stands`.execute(reading);
	return rows[0]?.stands ?? false;
}
