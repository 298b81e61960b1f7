import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judged, rowsInto, verdictOf } from '#platform/commands/builders.ts';
import { aPartner } from '../../programme/builders.ts';
import { partners } from '../../programme/index.ts';
import { modules, moduleVersions, type Module, type ModuleVersion } from '../activity-schema.ts';
import { addModule, retireModule, writeModuleVersion } from './keep-module.ts';

const care = aPartner();
const text = { aim: 'Chaque groupe montre sa caisse à l’assemblée.', halfDays: 4, writtenOn: '2026-02-01' };
const asked = { id: newId(), versionId: newId(), programmeId: care.programmeId, title: 'Tenir la caisse', theme: 'accountability', kind: 'training' };
const added = () => judged(addModule, { ...asked, ...text }, [[partners, care]]);

describe('keep the catalogue', () => {
	it('gives a module its first version, for every partner to read', async () => {
		const decision = await added();
		expect(rowsInto(moduleVersions, decision)).toMatchObject([{ number: 1, moduleId: asked.id }]);
		expect(decision).toMatchObject({ writes: expect.arrayContaining([expect.objectContaining({ kind: 'show', id: asked.id, scope: care.id })]) });
	});

	it('refuses a title that stands there, whatever its capitals, unless that one was retired', async () => {
		const [kept] = rowsInto(modules, await added()) as [Module];
		const again = { ...asked, ...text, id: newId(), versionId: newId(), title: 'TENIR LA CAISSE' };
		expect(verdictOf(await judged(addModule, again, [[modules, kept]]))).toBe('training.module-twice');
		expect(verdictOf(await judged(addModule, again, [[modules, { ...kept, retired: true } as Module]]))).toBe('applied');
	});

	it('writes the next version and leaves the former one as it was', async () => {
		const decision = await added();
		const [kept] = rowsInto(modules, decision) as [Module];
		const [first] = rowsInto(moduleVersions, decision) as [ModuleVersion];
		const rows = [
			[modules, kept],
			[moduleVersions, first],
		] as const;
		const next = await judged(writeModuleVersion, { ...text, id: newId(), moduleId: kept.id, changes: 'Un exercice de plus' }, rows);
		expect(rowsInto(moduleVersions, next)).toMatchObject([{ number: 2, changes: 'Un exercice de plus' }]);
		const retired = [[modules, { ...kept, retired: true }]] as const;
		expect(verdictOf(await judged(writeModuleVersion, { ...text, id: newId(), moduleId: kept.id, changes: 'Encore' }, retired))).toBe(
			'training.module-retired',
		);
	});

	it('takes a module out and puts it back', async () => {
		const [kept] = rowsInto(modules, await added()) as [Module];
		expect(rowsInto(modules, await judged(retireModule, { moduleId: kept.id, retired: true }, [[modules, kept]]))).toMatchObject([{ retired: true }]);
		expect(verdictOf(await judged(retireModule, { moduleId: newId(), retired: true }))).toBe('platform.not-permitted');
	});
});
