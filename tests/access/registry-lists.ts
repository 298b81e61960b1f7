import { newId } from '#kernel/ids.ts';
import { PARTNER_OF, teams, teamsAndLeaders, type Tried } from './who.ts';
import { lineSaying } from './world-lists.ts';

// The lists of the world: one for each partner, so that of two is that of one.
const LIST = { one: 'one', two: 'one', three: 'three', bee: 'bee' } as const;

/** The commands about lists, contacts and scans; see `COMMANDS`. */
export const LIST_COMMANDS: readonly Tried[] = [
	{
		command: 'registry.begin-import',
		allowed: teams,
		input: ({ idOf }, of) => ({
			...{ id: newId(), partnerId: idOf(PARTNER_OF[of]), fileName: 'essai.csv', digest: 'e'.repeat(64), readOn: '2026-11-01', head: ['Nom'] },
			...{ columns: ['name'], kindByDefault: null, placeScheme: '2025', notes: [] },
			lines: [{ id: newId(), organisationId: newId(), number: 2, cells: [], fields: lineSaying('Essai'), faults: [], notes: [], candidates: [] }],
		}),
	},
	{
		command: 'registry.match-import-columns',
		allowed: teams,
		input: ({ idOf }, of) => ({ importId: idOf(`import ${LIST[of]}`), columns: ['name'], kindByDefault: null, placeScheme: '2025', lines: [] }),
	},
	{
		command: 'registry.correct-import-line',
		allowed: teams,
		input: ({ idOf }, of) => ({
			...{ importId: idOf(`import ${LIST[of]}`), lineId: idOf(`line 2 ${LIST[of]}`), seen: 99, fields: lineSaying('Essai') },
		}),
	},
	{
		command: 'registry.leave-import-lines',
		allowed: teams,
		input: ({ idOf }, of) => ({ importId: idOf(`import ${LIST[of]}`), lineIds: [idOf(`line 3 ${LIST[of]}`)], reason: 'Hors de la zone' }),
	},
	{
		command: 'registry.resume-import-lines',
		allowed: teams,
		input: ({ idOf }, of) => ({ importId: idOf(`import ${LIST[of]}`), lineIds: [idOf(`line 3 ${LIST[of]}`)] }),
	},
	{
		command: 'registry.decide-import-line',
		allowed: teams,
		input: ({ idOf }, of) => ({ importId: idOf(`import ${LIST[of]}`), lineId: idOf(`line 2 ${LIST[of]}`), decided: '', sameAsId: null }),
	},
	{
		command: 'registry.finish-import',
		allowed: teams,
		input: ({ idOf }, of) => ({ importId: idOf(`import ${LIST[of]}`), partnerId: idOf(PARTNER_OF[of]), on: '2026-11-20' }),
	},
	{
		command: 'registry.set-import-aside',
		allowed: teams,
		input: ({ idOf }, of) => ({ importId: idOf(`import ${LIST[of]}`), setAside: false }),
	},
	{
		command: 'registry.look-for-twins',
		allowed: teams,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`) }),
	},
	{
		command: 'registry.add-contact',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ id: newId(), organisationId: idOf(`organisation ${of}`), fullName: newId(), duty: '', phone: '', email: '' }),
	},
	{
		command: 'registry.correct-contact',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ organisationId: idOf(`organisation ${of}`), contactId: idOf(`contact ${of}`), duty: { was: 'pas ceci', becomes: 'Autre' } },
		}),
	},
	{
		command: 'registry.retire-contact',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), contactId: idOf(`contact ${of}`), gone: false }),
	},
	{
		command: 'registry.attach-scan',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), actId: idOf(`act ${of}`), name: 'essai.png', type: 'image/png', bytes: 8 },
			...{ digest: 'f'.repeat(64), addedOn: '2026-11-01' },
		}),
	},
	{
		command: 'registry.strike-scan',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), scanId: idOf(`scan ${of}`), struck: false }),
	},
];
