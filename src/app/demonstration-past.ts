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
	if (women !== null && men !== null && at % 5 === 0) {
		const young = { youngWomen: Math.floor(women / 3), youngMen: Math.floor(men / 4) };
		await said('count-members', 'count', { countedOn: addDays(today, -120), women, men, ...young });
	}
}
