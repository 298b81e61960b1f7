import { newId } from '#kernel/ids.ts';
import { PARTNER_OF, teams, teamsAndLeaders, type Tried } from './who.ts';

/** The commands of the registry; see `COMMANDS`. */
export const REGISTRY_COMMANDS: readonly Tried[] = [
	{
		command: 'registry.register-organisation',
		allowed: teams,
		input: ({ idOf }, of) => ({
			id: newId(),
			partnerId: idOf(PARTNER_OF[of]),
			name: `Nouvelle ${newId()}`,
			kind: 'association',
			placeScheme: '2025',
			placeCode: 'BI101',
			membersWomen: 1,
			membersMen: 1,
			registeredOn: '2026-11-01',
		}),
	},
	{
		command: 'registry.correct-organisation',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), acronym: { was: 'pas ceci', becomes: 'X' } }),
	},
	{
		command: 'registry.publish-organisation',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), listingId: newId(), agreedOn: '2026-11-01' }),
	},
	{
		command: 'registry.rename-organisation',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), was: 'pas ceci', name: 'Nouveau nom', acronym: '', renamedOn: '2026-11-01' },
		}),
	},
	{
		command: 'registry.record-legal-act',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), kind: 'other', number: newId(), actedOn: '2026-11-01', authority: '' },
		}),
	},
	{
		command: 'registry.state-life',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), state: 'dormant', sinceOn: '2026-11-01', evidence: 'Porte close' },
		}),
	},
	{
		command: 'registry.count-members',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`), countedOn: '2026-11-01', women: 12, men: 7, youngWomen: null, youngMen: null },
		}),
	},
	{
		command: 'registry.record-work',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`) },
			theme: 'ethics',
			service: newId(),
			placeScheme: '2025',
			placeCode: 'BI101',
			sinceOn: '2026-11-01',
			untilOn: null,
		}),
	},
	{
		command: 'registry.record-mandate',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`) },
			organ: 'committee',
			duty: newId(),
			fullName: 'Essai',
			sex: 'F',
			fromOn: '2026-11-01',
			untilOn: null,
		}),
	},
	{
		command: 'registry.record-meeting',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`) },
			organ: 'other',
			heldOn: '2026-11-01',
			women: 3,
			men: 2,
			decided: '',
		}),
	},
	{
		command: 'registry.join-network',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({
			...{ id: newId(), organisationId: idOf(`organisation ${of}`) },
			network: newId(),
			sinceOn: '2026-11-01',
			untilOn: null,
		}),
	},
	{
		command: 'registry.record-own-funds',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ ...{ id: newId(), organisationId: idOf(`organisation ${of}`) }, year: 2011, francs: 1000, source: '' }),
	},
	{
		command: 'registry.end-history-line',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), what: 'work', lineId: idOf(`work ${of}`), untilOn: '2026-11-20' }),
	},
	{
		command: 'registry.strike-history-line',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), what: 'act', lineId: idOf(`act ${of}`) }),
	},
	{
		command: 'registry.restore-history-line',
		allowed: teamsAndLeaders,
		input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`), what: 'act', lineId: idOf(`act ${of}`) }),
	},
	{ command: 'registry.withdraw-organisation', allowed: teamsAndLeaders, input: ({ idOf }, of) => ({ organisationId: idOf(`organisation ${of}`) }) },
];
