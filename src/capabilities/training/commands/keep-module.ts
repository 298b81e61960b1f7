import * as v from 'valibot';
import { refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scope, scopeOf, show, type Write } from '#platform/commands/command.ts';
import { day, id } from '#platform/commands/table.ts';
import { line, paragraph } from '#platform/commands/words.ts';
import { partners, theme, type Partner } from '../../programme/index.ts';
import { modules, moduleVersions, type Module, type ModuleVersion } from '../activity-schema.ts';
import { sessionKind } from '../schema.ts';

const text = {
	aim: paragraph(3, 1000),
	content: v.optional(paragraph(0, 8000), ''),
	halfDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28)),
	writtenOn: day,
};

/** Puts a module into the catalogue, with its first version; every partner reads it. Refuses a title that stands there already. */
export const addModule = defineCommand({
	name: 'training.add-module',
	version: 1,
	place: 'office',
	permission: 'training.keep-catalogue',
	input: v.object({ id, versionId: id, programmeId: id, title: line(3, 160), theme, kind: sessionKind, ...text }),
	scope: ({ programmeId }) => scope(programmeId),

	async gather(records, { programmeId }) {
		return { others: await records.list(modules, { programmeId }), readers: await records.list(partners, { programmeId }) };
	},

	decide({ others, readers }, { id, versionId, programmeId, title, theme, kind, ...first }) {
		if (others.some((other) => other.id === id)) return refuse('platform.not-permitted');
		if (others.some((other) => !other.retired && other.title.toLowerCase() === title.toLowerCase()))
			return refuse('training.module-twice', { title });
		const kept: Module = { id, scopeId: programmeId, programmeId, title, theme, kind, retired: false };
		const version: ModuleVersion = { id: versionId, scopeId: programmeId, moduleId: id, number: 1, ...first, changes: '' };
		return { writes: [add(modules, kept), add(moduleVersions, version), ...shownTo(readers, kept, version)] };
	},
});

/** Writes a module's next version, and says what changes. Sessions keep the version they used. Refuses a retired module. */
export const writeModuleVersion = defineCommand({
	name: 'training.write-module-version',
	version: 1,
	place: 'office',
	permission: 'training.keep-catalogue',
	input: v.object({ id, moduleId: id, changes: paragraph(3, 600), ...text }),
	scope: ({ moduleId }) => scopeOf(modules, moduleId),
	locks: ({ moduleId }) => [[modules, moduleId]],

	async gather(records, { moduleId }) {
		const kept = await records.find(modules, moduleId);
		const programmeId = typeof kept === 'object' ? kept.programmeId : moduleId;
		return { kept, versions: await records.list(moduleVersions, { moduleId }), readers: await records.list(partners, { programmeId }) };
	},

	decide({ kept, versions, readers }, written) {
		if (typeof kept !== 'object') return refuse('platform.not-permitted');
		if (kept.retired) return refuse('training.module-retired', { title: kept.title });
		const number = Math.max(0, ...versions.map((version) => version.number)) + 1;
		const version: ModuleVersion = { ...written, scopeId: kept.scopeId, number };
		return { writes: [add(moduleVersions, version), ...shownTo(readers, kept, version)] };
	},
});

/** Takes a module out of what may be planned, or puts it back. What was taught with it stays. */
export const retireModule = defineCommand({
	name: 'training.retire-module',
	version: 1,
	place: 'office',
	permission: 'training.keep-catalogue',
	input: v.object({ moduleId: id, retired: v.boolean() }),
	scope: ({ moduleId }) => scopeOf(modules, moduleId),
	locks: ({ moduleId }) => [[modules, moduleId]],

	async gather(records, { moduleId }) {
		return { kept: await records.find(modules, moduleId) };
	},

	decide({ kept }, { retired }) {
		return typeof kept === 'object' ? { writes: [put(modules, { ...kept, retired })] } : refuse('platform.not-permitted');
	},
});

// A partner that came after a module was written reads it from its next version on.
function shownTo(readers: readonly Partner[], { id }: Module, version: ModuleVersion): readonly Write[] {
	return readers.flatMap((partner) => [show(modules, id, partner.id), show(moduleVersions, version.id, partner.id)]);
}
