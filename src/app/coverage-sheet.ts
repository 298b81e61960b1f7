import type { RequestEvent } from '@sveltejs/kit';
import { wordsFor } from '#platform/messages/words-for.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import type { Counts, Coverage } from '#capabilities/registry/server/coverage.ts';
import type { PlainSheet } from '#capabilities/reports/server/workbook.ts';
import { askedCoverage } from './coverage.ts';
import { marked } from './marked-sheet.ts';
import { standing, type CurrentProgramme } from './standing.ts';

/**
 * Who works where on what, as the address asks, as one sheet: a line for each commune and theme, and one for each commune where nobody
 * works. Each line says the day and who sees it so: another person may see more. Under the heads stands a row of HXL tags.
 */
export async function coverageFile(event: RequestEvent): Promise<Readonly<{ sheet: PlainSheet; programme: CurrentProgramme }>> {
	const { visitor, programme } = await standing(event);
	const { filters, coverage } = await event.locals.app.readers.as(visitor.personId, (reading) => askedCoverage(reading, event.url, programme));
	const words = wordsFor(event.locals.language);
	const columns = [
		['registry.province', '#adm1+name'],
		['registry.commune', '#adm2+name'],
		['registry.commune-code', '#adm2+code'],
		['registry.work-theme', '#sector+name'],
		['registry.coverage-organisations', '#indicator+organisations+num'],
		['registry.coverage-on', '#date'],
		['registry.coverage-seen-by', '#meta+seen_by'],
	] as const;
	const sheet: PlainSheet = {
		name: words('registry.coverage'),
		head: columns.map(([key]) => words(key)),
		rows: [columns.map(([, tag]) => tag), ...linesOf(coverage, words).map((line) => [...line, filters.day, visitor.fullName])],
		widths: [18, 18, 12, 28, 14, 12, 28],
	};
	return { sheet: programme.demonstration ? marked(sheet, words('reports.demonstration')) : sheet, programme };
}

type Line = readonly (string | number)[];

function linesOf({ provinces, empty, unplaced }: Coverage, words: ReturnType<typeof wordsFor>): readonly Line[] {
	const lines = (place: Line, { themes }: Counts): readonly Line[] =>
		THEMES.flatMap((theme) => (themes[theme] ? [[...place, words(`programme.theme-${theme}`), themes[theme]]] : []));
	return [
		...provinces.flatMap(({ communes }) => communes.flatMap((commune) => lines([commune.province, commune.name, commune.code], commune))),
		...empty.map(({ province, name, code }) => [province, name, code, '', 0]),
		...lines(['', words('registry.coverage-unplaced'), ''], unplaced),
	];
}
