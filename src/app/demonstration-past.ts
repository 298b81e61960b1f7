import { addDays } from '#kernel/calendar-date.ts';
import type { Seeds, Stage } from './demonstration.ts';

type Seed = Seeds['organisations'][number];

/** Tells the past of an invented organisation: some have their papers, one had another name, one sleeps, others were never asked. */
export async function tellThePast(stage: Stage, seed: Seed, at: number): Promise<void> {
	const { today, idOf, does } = stage;
	const { name, before, acronym, women, men, asleep = false } = seed;
	const said = (command: string, what: string, line: object) =>
		does('alice', `registry.${command}`, { id: idOf(`${what} of ${name}`), organisationId: idOf(name), ...line });

	if (before) await said('rename-organisation', 'name', { was: before, name, acronym, renamedOn: addDays(today, -300) });
	if (at % 3 === 0) {
		const [kind, authority] = at % 2 ? ['registration', 'Administration communale'] : ['recognition', 'Ministère'];
		await said('record-legal-act', 'act', { kind, authority, number: `DEMO/${100 + at}`, actedOn: addDays(today, -2600 + at * 40) });
	}
	if (at % 4 !== 3 || asleep)
		await said('state-life', 'life', {
			...{ state: asleep ? 'dormant' : 'active', sinceOn: addDays(today, -200 + at * 5) },
			evidence: asleep ? 'Personne à la réunion, trois fois.' : 'Réunion vue, cahier tenu.',
		});
	await tellTheWork(stage, seed, at);
	if (women !== null && men !== null && at % 5 === 0) {
		const young = { youngWomen: Math.floor(women / 3), youngMen: Math.floor(men / 4) };
		await said('count-members', 'count', { countedOn: addDays(today, -120), women, men, ...young });
	}
}

const DOES = [
	['governance', 'Suivi du budget de la commune'],
	['human-rights', 'Écoute et orientation des familles'],
	['credit-and-income', 'Caisse d’épargne et petits commerces'],
	['accountability', 'Réunions de redevabilité sur la colline'],
	['ethics', ''],
] as const;

async function tellTheWork({ today, idOf, does }: Stage, { name, place }: Seed, at: number): Promise<void> {
	const said = (command: string, what: string, line: object) =>
		does('alice', `registry.${command}`, { id: idOf(`${what} of ${name}`), organisationId: idOf(name), ...line });
	const [theme, service] = DOES[at % DOES.length] ?? DOES[0];
	const where = { placeScheme: '2025', placeCode: place };
	if (at % 6 !== 5) await said('record-work', 'work', { theme, service, ...where, sinceOn: addDays(today, -900 + at * 30), untilOn: null });
	// Three of them on one theme in one commune, and one place that was told in the division of before 2025.
	if (at % 3 === 0 && at < 9)
		await said('record-work', 'shared work', {
			...{ theme: 'accountability', service: '', placeScheme: '2025', placeCode: 'BI106', sinceOn: addDays(today, -150 + at), untilOn: null },
		});
	if (at === 4)
		await said('record-work', 'old work', {
			...{ theme: 'human-rights', service: '', placeScheme: '2017', placeCode: 'BDI002004', sinceOn: '2019-02-01', untilOn: null },
		});
	if (at % 4 === 1) await said('join-network', 'network', { network: 'Collectif des collines', sinceOn: addDays(today, -500 + at), untilOn: null });
	if (at % 3 === 1)
		await said('record-own-funds', 'funds', { year: Number(today.slice(0, 4)) - 1, francs: 180_000 + at * 65_000, source: 'Cotisations' });
	if (at % 4 !== 2) return;
	const organ = { organ: 'committee', duty: 'Présidente', fullName: 'Personne inventée', sex: 'F' };
	await said('record-mandate', 'mandate', { ...organ, fromOn: addDays(today, -400), untilOn: null });
	await said('record-meeting', 'meeting', {
		organ: 'assembly',
		heldOn: addDays(today, -60 - at),
		women: 22,
		men: 9,
		decided: 'Compte de l’année approuvé.',
	});
}
