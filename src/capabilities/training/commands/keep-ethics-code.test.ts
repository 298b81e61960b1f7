import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { anOrganisation } from '../../registry/builders.ts';
import { organisations } from '../../registry/index.ts';
import { codeChecks, ethicsCodes, type EthicsCode } from '../activity-schema.ts';
import { aSession } from '../builders.ts';
import { sessions } from '../schema.ts';
import { adoptCode, checkCode, strikeCode } from './keep-ethics-code.ts';

const home = anOrganisation();
const workshop = aSession({ kind: 'workshop', programmeId: home.programmeId });
const asked = { id: newId(), organisationId: home.id, sessionId: workshop.id, adoptedOn: '2026-05-02', organ: 'assembly', evidence: 'PV signé' };
const rows = [
	[organisations, home],
	[sessions, workshop],
] as const;
const adopt = (more: object = {}, others: Parameters<typeof judged>[2] = []) =>
	judged(adoptCode, { ...asked, ...more }, [...rows, ...(others ?? [])]);

describe('an ethics code', () => {
	it('is the organisation’s, and the partner that held the workshop reads it', async () => {
		const decision = await adopt();
		expect(rowsInto(ethicsCodes, decision)).toMatchObject([{ scopeId: home.id, partnerScopeId: workshop.scopeId, struck: false }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.code-adopted', organisationId: home.id, activityId: workshop.id }] });
	});

	it('is not written twice for a day, nor for a workshop of another programme', async () => {
		const [code] = rowsInto(ethicsCodes, await adopt()) as [EthicsCode];
		expect(verdictOf(await adopt({ id: newId() }, [[ethicsCodes, code]]))).toBe('training.code-adopted-twice');
		const elsewhere = aSession();
		expect(verdictOf(await adopt({ sessionId: elsewhere.id }, [[sessions, elsewhere]]))).toBe('platform.not-permitted');
	});

	it('counts no more when it was written by mistake, and again when it is put back', async () => {
		const [code] = rowsInto(ethicsCodes, await adopt()) as [EthicsCode];
		const strike = (struck: boolean) => judged(strikeCode, { codeId: code.id, struck }, [...rows, [ethicsCodes, code]]);
		expect(await strike(true)).toMatchObject({ facts: [{ kind: 'training.code-adopted', gone: true }] });
		expect(await strike(false)).toMatchObject({ facts: [{ kind: 'training.code-adopted', organisationId: home.id }] });
	});

	it('is found applied, partly or not, from the day it was adopted', async () => {
		const [code] = rowsInto(ethicsCodes, await adopt()) as [EthicsCode];
		const check = (checkedOn: string, of = code) =>
			judged(checkCode, { id: newId(), codeId: of.id, checkedOn, finding: 'partly', evidence: 'Affiché, peu suivi' }, [...rows, [ethicsCodes, of]]);
		const decision = await check('2026-08-02');
		expect(rowsInto(codeChecks, decision)).toMatchObject([{ scopeId: home.id, finding: 'partly' }]);
		expect(decision).toMatchObject({ facts: [{ kind: 'training.code-checked', amount: 1 }] });
		expect(verdictOf(await check('2026-05-01'))).toBe('training.code-checked-before');
		expect(verdictOf(await check('2026-08-02', { ...code, struck: true }))).toBe('platform.not-permitted');
	});
});
