import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { asSuperuser } from '../support/embedded.ts';
import { forget, startProgram } from '../support/program.ts';
import { cookieOf, personAt } from './sign-in.ts';

const program = await startProgram();
const alice = personAt(program.address, await cookieOf(program, 'alice'));

afterAll(async () => {
	await program.stop();
	forget(program.dataFolder);
});

const NAMES = ['=1+1', '+257 79', '-2', '@SUM(A1)', '=cmd|calc!A0', '<b>&amp;</b>', 'x]]>y', '_x0041_ échappé', '🥭 J.-Bosco'];

describe('the spreadsheet', () => {
	it('holds as text whatever was written, and no formula', async () => {
		const [session] = await asSuperuser(
			program.dataFolder,
			`select s.id, s.half_days as days, (select e.organisation_id from training.enrolments e where e.session_id = s.id limit 1) as organisation
			from training.sessions s where s.state = 'held' order by s.id limit 1`,
		);
		const [sessionId, organisationId] = [session?.['id'], session?.['organisation']];
		const [halfDay] = session?.['days'] as string[];
		const does = async (name: string, input: object) => {
			const answer = await alice.send('/api/commands', JSON.stringify({ id: newId(), name, version: 1, input }));
			expect(await answer.json()).toMatchObject({ outcome: 'applied' });
		};
		for (const fullName of NAMES) {
			const enrolmentId = newId();
			const person = { id: newId(), fullName, sex: 'F', birthYear: 1990, phone: '' };
			await does('training.add-on-the-spot', { id: enrolmentId, sessionId, organisationId, person, on: String(halfDay).slice(0, 10) });
			await does('training.record-attendance', { id: newId(), sessionId, enrolmentId, halfDay, mark: 'present' });
		}
		const file = Buffer.from(await (await alice.read('/rapports/chiffres.xlsx?du=2024-01-01&au=2026-12-31')).arrayBuffer());
		const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)] as const);
		expect(parts.filter(([, text]) => /<f[ >]|externalLink|<hyperlink/.test(text)).map(([name]) => name)).toEqual([]);
		const cells = (await readExcelFile(file)).flatMap(({ data }) => data.flat()).map(String);
		for (const name of NAMES) expect(cells).toContain(name);
	});
});
