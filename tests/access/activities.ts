import { newId, type Id } from '#kernel/ids.ts';
import type { Visitor } from './visitors.ts';
import type { Actor } from './world.ts';

type Build = Readonly<{ does: (by: Visitor, command: string, input: unknown) => Promise<void>; idOf: (what: string) => Id }>;

const word = (field: string, of: string) => `zq${field}${of}qz`;
const QUIET = {
	shared: { programme: 'a', partner: 'care', members: ['one', 'three'] },
	beyond: { programme: 'b', partner: 'other', members: ['bee'] },
} as const;

/**
 * A module in each programme, and a discreet workshop that follows it: its place and trainers are for its team, its face for those who
 * were invited, what each organisation took on itself for that organisation and the team, a link for the two who made it.
 */
export async function quietActivities({ does, idOf }: Build, by: Readonly<Record<keyof typeof QUIET, Visitor>>): Promise<void> {
	for (const group of ['shared', 'beyond'] as const) {
		const { programme, partner, members } = QUIET[group];
		const does1 = (command: string, input: object) => does(by[group], command, input);
		await does1('training.add-module', {
			...{ id: idOf(`module ${programme}`), versionId: idOf(`version ${programme}`), programmeId: idOf(`programme ${programme}`) },
			...{ title: word('module', programme), theme: 'ethics', kind: 'workshop', aim: word('aim', programme), content: word('content', programme) },
			...{ halfDays: 2, writtenOn: '2026-01-15' },
		});
		const sessionId = idOf(`quiet ${group}`);
		await does1('training.plan-session', {
			...{ id: sessionId, partnerId: idOf(`partner ${partner}`), groupId: idOf(`group ${group}`), code: `Q-${group.toUpperCase()}` },
			...{ title: word('quiettitle', group), placeScheme: '2025', placeCode: 'BI101', venue: word('quietvenue', group), halfDays: ['2026-05-10 am'] },
			...{ kind: 'workshop', discreet: true, quietFaceId: newId(), moduleVersionId: idOf(`version ${programme}`) },
			trainers: [{ name: word('quiettrainer', group), from: '' }],
		});
		for (const key of members) await does1('training.offer-seats', { id: newId(), sessionId, organisationId: idOf(`organisation ${key}`), seats: 3 });
		await does1('training.count-half-day', {
			...{ id: newId(), sessionId, halfDay: '2026-05-10 am', women: 6, men: 5, youngWomen: 2, youngMen: 1 },
		});
		const [one, other] = members;
		await does1('training.record-link', {
			...{ id: idOf(`link ${group}`), sessionId, oneId: idOf(`organisation ${one}`), otherId: other ? idOf(`organisation ${other}`) : null },
			...{ otherName: other ? '' : word('linkname', group), purpose: word('linkpurpose', group), madeOn: '2026-05-11' },
		});
		for (const key of members) await code({ does: does1, idOf }, { key, sessionId });
	}
	const lonely = { does: (command: string, input: object) => does(by.shared, command, input), idOf };
	await code(lonely, { key: 'two', sessionId: idOf('session lonely') });
}

type Doing = Readonly<{ does: (command: string, input: object) => Promise<void>; idOf: (what: string) => Id }>;

async function code({ does, idOf }: Doing, { key, sessionId }: Readonly<{ key: string; sessionId: Id }>): Promise<void> {
	await does('training.adopt-code', {
		...{ id: idOf(`code ${key}`), organisationId: idOf(`organisation ${key}`), sessionId, adoptedOn: '2026-05-20', organ: 'assembly' },
		evidence: word('codeevidence', key),
	});
	await does('training.check-code', {
		...{ id: newId(), codeId: idOf(`code ${key}`), checkedOn: '2026-08-20', finding: 'applied', evidence: word('codecheck', key) },
	});
}

/** Who may meet which word of these activities; see `CANARIES`. */
export const ACTIVITY_CANARIES: readonly (readonly [fields: readonly string[], of: string, seenBy: readonly Actor[]])[] = [
	[['module', 'aim', 'content'], 'a', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam']],
	[['module', 'aim', 'content'], 'b', ['coordinatorOfB']],
	// Where a discreet workshop is and who leads it: its team alone. That it will be: those who are invited.
	[['quietvenue', 'quiettrainer'], 'shared', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['quietvenue', 'quiettrainer'], 'beyond', ['coordinatorOfB']],
	[
		['quiettitle', 'linkpurpose'],
		'shared',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam', 'leaderOfOne', 'leaderOfThree', 'memberOfOne'],
	],
	[['quiettitle', 'linkpurpose', 'linkname'], 'beyond', ['coordinatorOfB', 'leaderOfBee']],
	[['codeevidence', 'codecheck'], 'one', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne']],
	[['codeevidence', 'codecheck'], 'two', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
	[['codeevidence', 'codecheck'], 'three', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam', 'leaderOfThree']],
	[['codeevidence', 'codecheck'], 'bee', ['coordinatorOfB', 'leaderOfBee']],
];
