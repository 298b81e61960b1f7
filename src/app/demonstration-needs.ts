import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { GroupSeed, Seeds, Stage } from './demonstration.ts';

/** Says every need of the demonstration, relayed by the team; most were confirmed by their organisation. */
export async function sayNeeds({ seeds, today, idOf, does }: Stage): Promise<void> {
	let at = 0;
	const say = async (organisation: number, { words, theme, relayed, days }: { words: string; theme: string; relayed: boolean; days: number }) => {
		at += 1;
		const id = idOf(`need ${words}`);
		const organisationId = idOf(seeds.organisations[organisation]?.name ?? '');
		const said = { id, organisationId, words, theme, expressedOn: addDays(today, -days), ...saidBeside(at, seeds.organisations[organisation]) };
		await does('alice', 'needs.relay-need', said);
		// Some relayed needs still wait for the organisation; the others were confirmed at the next visit.
		if (!relayed) await does(`leader ${organisation}`, 'needs.confirm-need', { needId: id, confirmedOn: addDays(today, -days + (at % 5)) });
	};
	for (const group of seeds.groups) {
		for (const [organisation, words] of group.needs)
			await say(organisation, { words, theme: group.theme, relayed: at % 9 === 4, days: 330 - at * 2 });
	}
	for (const [organisation, words, theme, how] of seeds.loose) await say(organisation, { words, theme, relayed: how === 'relayed', days: 60 - at });
}

/** Groups the needs, ranks and judges the groups, decides and tells. */
export async function decideGroups({ seeds, today, idOf, does }: Stage): Promise<void> {
	const programmeId = idOf('programme');
	for (const { heading, theme, needs } of seeds.groups) {
		await does('alice', 'needs.group-needs', {
			id: idOf(heading),
			programmeId,
			heading,
			theme,
			needIds: needs.map(([, words]) => idOf(`need ${words}`)),
			// Some were still to be confirmed when they were grouped: the coordinator said so.
			unconfirmedToo: true,
		});
	}
	await does('alice', 'needs.rank-groups', {
		programmeId,
		groupIds: seeds.groups.filter(({ decision }) => decision).map(({ heading }) => idOf(heading)),
	});
	for (const [at, { heading, decision, reason, answer, late, lookAgainIn }] of seeds.groups.entries()) {
		if (!decision) continue;
		const decidedOn = addDays(today, -300 + at * 11);
		const promisedFor = late ? addDays(today, -13) : addDays(decidedOn, 45);
		await does('alice', 'needs.decide-group', {
			groupId: idOf(heading),
			decision,
			reason,
			decidedOn: late ? addDays(today, -50) : laterOf(decidedOn, addDays(today, -250)),
			lookAgainOn: lookAgainIn === undefined ? null : addDays(today, lookAgainIn),
			promisedFor: decision === 'declined' ? null : laterOf(promisedFor, addDays(today, late ? -13 : -240)),
		});
		if (answer) await does('alice', 'needs.answer-group', { groupId: idOf(heading), words: answer, answeredOn: addDays(today, -238 + at * 4) });
	}
}

/** What came after: marks and weights, things noted, a group open to all with one that said "us too", one that was reopened. */
export async function whatFollowed(stage: Stage): Promise<void> {
	const { seeds, today, idOf, does } = stage;
	for (const group of seeds.groups) {
		const groupId = idOf(group.heading);
		if (group.marks) {
			const [aimsMark, feasibilityMark, markWords] = group.marks;
			await does('alice', 'needs.judge-group', { groupId, aimsMark, feasibilityMark, markWords });
		}
		for (const { inDays, ...thing } of group.things ?? [])
			await does('alice', 'needs.note-answer', { groupId, id: idOf(`thing ${thing.label}`), ...thing, on: addDays(today, inDays) });
		if (group.usToo) await openToAll(stage, group, group.usToo);
		if (group.reopened) await reopen(stage, group, group.reopened);
	}
	await does('alice', 'needs.weigh-criteria', {
		...{ id: idOf('weights'), programmeId: idOf('programme'), answerWithinDays: 30, setOn: addDays(today, -120) },
		weights: { organisations: 3, urgency: 3, 'women-and-youth': 2, age: 1, aims: 2, feasibility: 1 },
		reason: 'Dit au comité : ce que beaucoup demandent et qui presse passe devant.',
	});
}

async function openToAll(
	{ seeds, today, idOf, does }: Stage,
	{ heading }: GroupSeed,
	[organisation, words]: readonly [number, string],
): Promise<void> {
	const groupId = idOf(heading);
	await does('alice', 'needs.open-group', { groupId, headingId: idOf(`open ${heading}`), openedOn: addDays(today, -40) });
	await does(`leader ${organisation}`, 'needs.say-us-too', {
		...{ id: idOf(`us too ${words}`), groupId, organisationId: idOf(seeds.organisations[organisation]?.name ?? ''), words },
		...{ urgency: 'these-months', touched: ['women', 'members'], touchedCount: 24, wished: 'training', expressedOn: addDays(today, -12) },
	});
}

async function reopen(
	{ today, idOf, does }: Stage,
	{ heading, needs }: GroupSeed,
	{ organisation, words, why, decision }: NonNullable<GroupSeed['reopened']>,
): Promise<void> {
	const groupId = idOf(heading);
	const [, said = ''] = needs.find(([at]) => at === organisation) ?? [];
	const needId = idOf(`need ${said}`);
	await does(`leader ${organisation}`, 'needs.judge-answer', { needId, verdict: 'no', words, on: addDays(today, -26) });
	await does('alice', 'needs.reopen-group', { groupId, reason: why, reopenedOn: addDays(today, -20) });
	await does('alice', 'needs.decide-group', {
		...{ groupId, decision: 'accepted', reason: decision, decidedOn: addDays(today, -9), promisedFor: addDays(today, 10) },
	});
}

const WISHES = ['training', 'coaching', 'unsure', 'equipment', 'exchange', 'workshop', 'micro-project'] as const;

// As life is: some say it all, some say a part, some stop at their words.
function saidBeside(at: number, organisation: Seeds['organisations'][number] | undefined) {
	if (at % 6 === 5) return {};
	const onlyWomen = organisation?.men === 0;
	const touched = [
		...(onlyWomen || at % 3 === 0 ? ['women'] : []),
		...(at % 4 === 1 ? ['youth'] : []),
		...(at % 5 < 3 ? ['members'] : ['community']),
	];
	return {
		urgency: at % 4 === 3 ? null : (['these-months', 'this-week', 'can-wait'] as const)[at % 3],
		touched,
		touchedCount: at % 3 === 2 ? null : 12 + ((at * 7) % 60),
		wished: at % 5 === 4 ? null : WISHES[at % WISHES.length],
	};
}

function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
	return one > other ? one : other;
}
