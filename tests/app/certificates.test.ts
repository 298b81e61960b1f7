import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { checkCertificate } from '#app/checking-certificates.ts';
import { printCertificates, type CertificateFace } from '#app/certificate-pdf.ts';
import { sheetCode } from '#capabilities/training/rules/sheet-code.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { newId } from '#kernel/ids.ts';
import { capabilities } from '#app/capabilities.ts';
import { loadProgrammes } from '#app/load.ts';
import { openDoor } from '#platform/access/door/door.ts';
import { openHouse, runCommand } from '#platform/commands/runner.ts';
import { readersOver } from '#platform/reading/reading.ts';
import { testDatabase } from '../support/test-database.ts';

const ROOT = join(import.meta.dirname, '../..');
const face: CertificateFace = {
	...{ language: 'fr', title: 'Attestation de participation', name: 'Nshimirimana Éric', words: 'Cette attestation est donnée à' },
	...{
		activity: 'Tenir la caisse',
		details: 'le 10 avril 2026 à Gitega',
		signTeam: 'Pour la Maison',
		signOther: 'Formatrice',
		number: 'FM-0001-001-7K',
	},
	...{ numberWords: 'Se vérifie sur http://exemple.bi/verifier', qr: { path: 'M0 0h1v1h-1z', size: 5 }, demonstration: '' },
};

describe('a printed certificate', () => {
	it('is a tagged PDF: its language, its title, a heading and what the square holds are told to who cannot see it', async () => {
		const bytes = await printCertificates(ROOT, [face, { ...face, name: 'Bizimana Pierre', number: 'FM-0001-002-9M' }]);
		// The mark of PDF/UA-1 stands in the file's own words, uncompressed.
		expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfuaid:part>1</);
		const pdf = await getDocumentProxy(bytes);
		expect(pdf.numPages).toBe(2);
		expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
		const { info } = await pdf.getMetadata();
		expect(info).toMatchObject({ Language: 'fr', Title: 'Attestation de participation FM-0001-001-7K' });
		const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
		expect(tree).toContain('"role":"H1"');
		expect(tree).toMatch(/"role":"Figure".*?"alt":"Se vérifie sur/);
		const { text } = await extractText(pdf, { mergePages: false });
		expect(text[0]).toContain('Nshimirimana Éric');
		expect(text[0]).not.toContain('Bizimana');
		expect(text[1]).toContain('FM-0001-002-9M');
	});

	it('prints a name as it is typed, whatever signs it holds', async () => {
		const name = '#pagebreak() $x$ "Éric" <b> \\ *gras*';
		const pdf = await getDocumentProxy(await printCertificates(ROOT, [{ ...face, name }]));
		expect(pdf.numPages).toBe(1);
		expect((await extractText(pdf, { mergePages: true })).text).toContain('#pagebreak() $x$ "Éric" <b> \\ *gras*');
	});
});

const database = await testDatabase();
await loadProgrammes({ database, empty: false, demonstration: true });
const { superuser } = database;
const house = openHouse(database, capabilities);
const app = {
	door: await openDoor(database.gateAs('shigikira_doorkeeper', { schema: 'auth' }), false),
	readers: readersOver(database.gate),
};

type Row = { id: string; code: string; enrolmentId: string; name: string; alice: string };

async function issued() {
	// Somebody of the demonstration who was there at each half-day.
	const { rows } = await superuser.query<Row>(`
		select t.id, t.code, e.id as "enrolmentId", p.full_name as name, (select id from access.accounts where user_name = 'alice') as alice
		from training.sessions t join training.enrolments e on e.session_id = t.id join people.persons p on p.id = e.person_id
		where t.state = 'held' and (select count(*) from training.attendance a where a.session_id = t.id and a.person_id = e.person_id and a.mark = 'present')
			= jsonb_array_length(t.half_days) and not exists (select 1 from training.certificates c where c.enrolment_id = e.id) order by e.id limit 1`);
	const [row] = rows as [Row];
	const certificateId = newId();
	const does = async (name: string, input: object) => runCommand(house, { personId: row.alice as never }, { id: newId(), name, version: 1, input });
	const outcome = await does('training.issue-certificates', {
		...{ sessionId: row.id, issuedOn: '2100-01-01', certificates: [{ id: certificateId, enrolmentId: row.enrolmentId }] },
	});
	expect(outcome).toMatchObject({ outcome: 'applied' });
	const { rows: kept } = await superuser.query<{ number: string }>('select number from training.certificates where id = $1', [certificateId]);
	return { number: kept[0]?.number ?? '', name: row.name, certificateId, sessionId: row.id, does };
}

describe('a stranger who checks a certificate', () => {
	it('learns yes for its number and name, in any order and spelling of capitals, and no for another', async () => {
		const { number, name } = await issued();
		const turned = name.toUpperCase().split(' ').reverse().join('  ');
		for (const typed of [
			{ number, name },
			{ number: number.toLowerCase().replaceAll('-', ' '), name: turned },
		])
			expect(await checkCertificate(app, typed)).toEqual({ stands: true });
		expect(await checkCertificate(app, { number, name: `${name} Autre` })).toEqual({ stands: false });
		expect(await checkCertificate(app, { number: '', name })).toEqual({ stands: false });
	});

	it('is told which letter of the number to look at again, without a question to the records', async () => {
		const { number, name } = await issued();
		const misread = number.replace(/^F/, 'E');
		expect(await checkCertificate(app, { number: misread, name })).toMatchObject({
			key: 'training.sheet-code-misread',
			params: { at: 1, likely: 'F' },
		});
	});

	it('learns no once it was taken back', async () => {
		const { number, name, certificateId, sessionId, does } = await issued();
		expect(await does('training.revoke-certificate', { certificateId, sessionId, revokedOn: '2100-01-02', reason: 'Nom mal écrit' })).toMatchObject({
			outcome: 'applied',
		});
		expect(await checkCertificate(app, { number, name })).toEqual({ stands: false });
	});

	it('waits after five wrong names of one number, and after five wrong numbers of one name', async () => {
		const { number, name } = await issued();
		const wrong = await Promise.all(Array.from({ length: 8 }, (_, at) => checkCertificate(app, { number, name: `Essai ${at}` })));
		expect(wrong.filter((answer) => !isRefusal(answer))).toHaveLength(5);
		expect(await checkCertificate(app, { number, name })).toMatchObject({ key: 'platform.wait' });
		const others = await Promise.all(
			Array.from({ length: 8 }, (_, at) => checkCertificate(app, { number: sheetCode(`FM-9${at}99-001`), name: 'Une Personne' })),
		);
		expect(others.filter((answer) => !isRefusal(answer))).toHaveLength(5);
	});
});
