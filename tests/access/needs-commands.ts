import { newId } from '#kernel/ids.ts';
import { coordinators, GROUP_OF, leaders, PROGRAMME_OF, teams, teamsAndLeaders, wholeProgramme, type Tried } from './who.ts';
import { canary, type OrganisationKey, type World } from './world.ts';

function usToo(idOf: World['idOf'], of: OrganisationKey) {
	// The group of two is not open: to others than its own it is as if it were not there.
	const [groupId, organisationId] = [idOf(of === 'two' ? 'group shared' : GROUP_OF[of]), idOf(`organisation ${of}`)];
	return { id: newId(), groupId, organisationId, words: 'Nous aussi.', expressedOn: '2026-11-01' };
}

/** The commands of needs; see `COMMANDS`. */
export const NEED_COMMANDS: readonly Tried[] = [
	{
		command: 'needs.express-need',
		allowed: leaders,
		input: ({ idOf }, of) => ({
			id: newId(),
			organisationId: idOf(`organisation ${of}`),
			words: `Dit ${newId()}`,
			theme: 'ethics',
			expressedOn: '2026-11-01',
		}),
	},
	{
		command: 'needs.relay-need',
		allowed: teams,
		input: ({ idOf }, of) => ({
			id: newId(),
			organisationId: idOf(`organisation ${of}`),
			words: `Relayé ${newId()}`,
			theme: 'ethics',
			expressedOn: '2026-11-01',
		}),
	},
	{ command: 'needs.confirm-need', allowed: leaders, input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`), confirmedOn: '2026-11-01' }) },
	{
		command: 'needs.judge-answer',
		allowed: leaders,
		input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`), verdict: 'yes', words: canary('verdict', of), on: '2026-11-02' }),
	},
	{
		command: 'needs.group-needs',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			id: newId(),
			programmeId: idOf(PROGRAMME_OF[of]),
			heading: 'Un titre',
			theme: 'ethics',
			needIds: [idOf(`need ${of}`)],
		}),
	},
	{ command: 'needs.join-group', allowed: wholeProgramme, input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), needIds: [idOf(`need ${of}`)] }) },
	{
		command: 'needs.rank-groups',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ programmeId: idOf(PROGRAMME_OF[of]), groupIds: [idOf(GROUP_OF[of])] }),
	},
	{
		command: 'needs.decide-group',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			groupId: idOf(GROUP_OF[of]),
			decision: 'accepted',
			reason: 'Parce que',
			decidedOn: '2026-03-01',
			promisedFor: '2026-01-01',
		}),
	},
	{
		command: 'needs.answer-group',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), words: 'Voici', answeredOn: '2026-01-01' }),
	},
	{
		command: 'needs.say-us-too',
		allowed: leaders,
		input: ({ idOf }, of) => usToo(idOf, of),
	},
	{
		command: 'needs.relay-us-too',
		allowed: teams,
		input: ({ idOf }, of) => usToo(idOf, of),
	},
	{
		command: 'needs.correct-need',
		allowed: leaders,
		input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`), correctedOn: '2026-11-01', words: { was: 'Pas cela', becomes: 'Autre chose' } }),
	},
	{
		command: 'needs.correct-relayed-need',
		allowed: teams,
		input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`), correctedOn: '2026-11-01', words: { was: 'Pas cela', becomes: 'Autre chose' } }),
	},
	{ command: 'needs.take-back-need', allowed: leaders, input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`), takenBackOn: '2026-11-01' }) },
	{ command: 'needs.take-back-relayed-need', allowed: teams, input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`), takenBackOn: '2026-11-01' }) },
	{ command: 'needs.put-need-again', allowed: teamsAndLeaders, input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`) }) },
	{ command: 'needs.part-needs', allowed: wholeProgramme, input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), needIds: [idOf(`need ${of}`)] }) },
	{
		command: 'needs.open-group',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), headingId: newId(), openedOn: '2026-11-01' }),
	},
	{ command: 'needs.close-group', allowed: wholeProgramme, input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]) }) },
	{
		command: 'needs.weigh-criteria',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({
			...{ id: newId(), programmeId: idOf(PROGRAMME_OF[of]), answerWithinDays: 30, reason: 'Dit en comité', setOn: '2026-11-01' },
			weights: { organisations: 3, urgency: 3, 'women-and-youth': 2, age: 1, aims: 2, feasibility: 2 },
		}),
	},
	{
		command: 'needs.judge-group',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), aimsMark: 2, feasibilityMark: null, markWords: '' }),
	},
	{
		command: 'needs.rank-by-score',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ programmeId: idOf(PROGRAMME_OF[of]), rankedOn: '2026-11-01' }),
	},
	{
		command: 'needs.move-group',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), programmeId: idOf(PROGRAMME_OF[of]), rank: 1, reason: 'Essai', movedOn: '2026-11-01' }),
	},
	{
		command: 'needs.note-answer',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), id: newId(), kind: 'equipment', label: newId(), on: '2026-11-01', state: 'planned' }),
	},
	{
		command: 'needs.correct-answer',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), answerId: idOf(`noted ${GROUP_OF[of]}`), label: { was: 'Autre', becomes: 'Encore' } }),
	},
	{
		command: 'needs.reopen-group',
		allowed: wholeProgramme,
		input: ({ idOf }, of) => ({ groupId: idOf(GROUP_OF[of]), reason: 'Essai', reopenedOn: '2026-01-01' }),
	},
	// A partner's coordinator may take an organisation of hers out of a group.
	{ command: 'needs.leave-group', allowed: coordinators, input: ({ idOf }, of) => ({ needId: idOf(`need ${of}`) }) },
];
