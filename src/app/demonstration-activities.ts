import { addDays, addMonths } from '#kernel/calendar-date.ts';
import type { Stage } from './demonstration.ts';

/** An invented module of the catalogue; `next` is its second version. */
export type ModuleSeed = Readonly<{
	title: string;
	theme: string;
	kind: 'training' | 'workshop';
	halfDays: number;
	aim: string;
	content: string;
	next?: Readonly<{ changes: string; months: number }>;
}>;

/** What a workshop left: codes adopted by organisations (by their place in the seeds), what was found of each, and a link of two. */
export type WorkshopSeed = Readonly<{
	code: string;
	codes: readonly (readonly [organisation: number, finding: 'applied' | 'partly' | 'not' | null])[];
	link: readonly [one: number, other: number, purpose: string];
}>;

/** A discreet workshop, held and counted without names. */
export type DiscreetSeed = Readonly<{
	code: string;
	title: string;
	group: string;
	partner: number;
	place: string;
	venue: string;
	trainer: string;
	months: number;
	women: number;
	men: number;
	youngWomen: number;
	youngMen: number;
}>;

/** Puts the modules of the seeds into the catalogue, before the sessions that follow them. */
export async function keepCatalogue({ seeds, today, idOf, does }: Stage): Promise<void> {
	for (const [at, { next, ...text }] of seeds.modules.entries()) {
		const moduleId = idOf(`module ${at}`);
		const versionId = idOf(`version 1 of module ${at}`);
		await does('alice', 'training.add-module', {
			...{ id: moduleId, versionId, programmeId: idOf('programme'), ...text, writtenOn: addMonths(today, -11) },
		});
		if (!next) continue;
		const { title: _, theme: __, kind: ___, ...written } = text;
		await does('alice', 'training.write-module-version', {
			...{ id: idOf(`version 2 of module ${at}`), moduleId, ...written, changes: next.changes, writtenOn: addMonths(today, next.months) },
		});
	}
}

/** What the workshop of the demonstration left, and its discreet activity. */
export async function demonstrationActivities(stage: Stage): Promise<void> {
	await commitments(stage);
	await discreet(stage);
}

async function commitments({ seeds, today, idOf, does }: Stage): Promise<void> {
	const { code, codes, link } = seeds.workshop;
	const of = (organisation: number) => idOf(seeds.organisations[organisation]?.name ?? '');
	const madeOn = addMonths(today, -2);
	for (const [organisation, finding] of codes) {
		const codeId = idOf(`ethics code ${organisation}`);
		await does('alice', 'training.adopt-code', {
			...{ id: codeId, organisationId: of(organisation), sessionId: idOf(code), adoptedOn: madeOn, organ: 'assembly' },
			evidence: 'Procès-verbal signé, texte affiché au siège.',
		});
		if (finding)
			await does('alice', 'training.check-code', {
				...{ id: idOf(`code check ${organisation}`), codeId, checkedOn: addDays(today, -9), finding },
				evidence: 'Un cas traité par le comité, noté au cahier.',
			});
	}
	const [one, other, purpose] = link;
	await does('alice', 'training.record-link', {
		...{ id: idOf('link'), sessionId: idOf(code), oneId: of(one), otherId: of(other), purpose, madeOn },
	});
}

async function discreet({ seeds, today, idOf, does }: Stage): Promise<void> {
	const { code, title, group, partner, place, venue, trainer, months, ...came } = seeds.discreet;
	const day = addMonths(today, months);
	const sessionId = idOf(code);
	await does('alice', 'training.plan-session', {
		...{ id: sessionId, partnerId: idOf(seeds.partners[partner]?.name ?? ''), groupId: idOf(group), code, title },
		...{ placeScheme: '2025', placeCode: place, venue, halfDays: [`${day} am`], kind: 'workshop', discreet: true },
		...{ quietFaceId: idOf(`quiet ${code}`), trainers: [{ name: trainer, from: '' }] },
	});
	await does('alice', 'training.count-half-day', { id: idOf(`totals ${code}`), sessionId, halfDay: `${day} am`, ...came });
	await does('alice', 'training.hold-session', { sessionId, heldOn: day, declarationId: idOf(`declaration ${code}`) });
}
