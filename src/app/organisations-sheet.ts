import type { RequestEvent } from '@sveltejs/kit';
import { listOrganisations, type OrganisationQuery } from '#capabilities/registry/server/reads.ts';
import type { PlainSheet } from '#capabilities/reports/server/workbook.ts';
import { wordsFor } from '#platform/messages/words-for.ts';
import { askedWork } from './coverage.ts';
import { marked } from './marked-sheet.ts';
import { standing, type CurrentProgramme } from './standing.ts';

const MOST = 50_000;

/** What a list of organisations is filtered by, as its address says. */
export function organisationFilters({ searchParams }: URL) {
	const asked = (name: string) => (searchParams.get(name) ?? '').slice(0, 100);
	return { words: asked('mot'), province: asked('province'), kind: asked('sorte'), life: asked('vie') } satisfies Partial<OrganisationQuery>;
}

/**
 * The organisations a person sees, filtered as the address says, as one sheet. Under the heads stands a row of HXL tags
 * (hxlstandard.org, 1.1), by which other programmes' tools know the columns.
 */
export async function organisationsSheet(event: RequestEvent): Promise<Readonly<{ sheet: PlainSheet; programme: CurrentProgramme }>> {
	const { visitor, programme } = await standing(event);
	const words = wordsFor(event.locals.language);
	const organisations = await event.locals.app.readers.as(visitor.personId, async (reading) => {
		const work = await askedWork(reading, event.url);
		return listOrganisations(reading, { programmeId: programme.id, ...organisationFilters(event.url), work, limit: MOST });
	});
	const columns = [
		['registry.name', '#org+name'],
		['registry.acronym', '#org+acronym'],
		['registry.kind', '#org+type'],
		['registry.province', '#adm1+name'],
		['registry.commune', '#adm2+name'],
		['registry.commune-code', '#adm2+code'],
		['registry.partner', '#org+partner+name'],
		['registry.count-women', '#population+f'],
		['registry.count-men', '#population+m'],
		['registry.life', '#status'],
		['registry.published-on', '#date+published'],
	] as const;
	const sheet: PlainSheet = {
		name: words('registry.organisations'),
		head: columns.map(([key]) => words(key)),
		rows: [
			columns.map(([, tag]) => tag),
			...organisations.map((row) => [
				...[row.name, row.acronym, words(`registry.kind-${row.kind}`), row.province, row.commune, row.placeCode, row.partner],
				...[row.membersWomen, row.membersMen, words(`registry.life-${row.life ?? 'unknown'}`), row.publishedOn],
			]),
		],
		widths: [40, 12, 18, 18, 18, 12, 24, 10, 10, 16, 14],
	};
	return { sheet: programme.demonstration ? marked(sheet, words('reports.demonstration')) : sheet, programme };
}
