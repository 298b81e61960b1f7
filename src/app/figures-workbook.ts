import type { RequestEvent } from '@sveltejs/kit';
import { AGE_BANDS } from '#capabilities/people/index.ts';
import { indicatorOf } from '#capabilities/indicators/index.ts';
import type { Counted } from '#capabilities/indicators/server/counting.ts';
import { workbookOf, type PlainSheet } from '#capabilities/reports/server/workbook.ts';
import type { Visitor } from '#platform/access/door/visitor.ts';
import { wordsFor } from '#platform/messages/words-for.ts';
import type { Words } from '#platform/messages/words.ts';
import { computeFigures, openFigure, type FigureRow, type Figures } from './figures.ts';
import type { CurrentProgramme } from './standing.ts';

type Asked = Readonly<{ visitor: Visitor; programme: CurrentProgramme; counted: Counted }>;

/** Makes the spreadsheet of a period: the figures, their breakdown, and the rows under them as far as the person may open them. */
export async function figuresWorkbook(event: Pick<RequestEvent, 'locals'>, { visitor, programme, counted }: Asked): Promise<Uint8Array> {
	const words = wordsFor(event.locals.language);
	const figures = await event.locals.app.readers.asFigures((reading) => computeFigures(reading, counted));
	const people = await openedAt(event, 'people-trained', { visitor, counted });
	const answers = await openedAt(event, 'needs-answered', { visitor, counted });
	return workbookOf([
		figuresSheet(words, figures, { programme, counted }),
		breakdownSheet(words, figures),
		peopleSheet(words, people.rows, people.unseen),
		answersSheet(words, answers.rows, answers.unseen),
	]);
}

async function openedAt(event: Pick<RequestEvent, 'locals'>, key: string, by: Pick<Asked, 'visitor' | 'counted'>) {
	const indicator = indicatorOf(key);
	return indicator ? openFigure(event, indicator, by) : { rows: [], unseen: 0 };
}

function figuresSheet(words: Words, figures: Figures, { programme, counted }: Pick<Asked, 'programme' | 'counted'>): PlainSheet {
	const { from, to, level } = counted;
	const { 'people-trained': people, 'needs-answered': answers, standing } = figures;
	return {
		name: words('reports.sheet-figures'),
		head: [words('reports.figure'), words('reports.value')],
		rows: [
			[words('reports.programme'), programme.name],
			...(programme.demonstration ? [[words('reports.demonstration'), null]] : []),
			[words('indicators.period'), `${from} – ${to}`],
			[words('reports.level'), words(`indicators.level-${level.kind}`)],
			[words('indicators.needs-answered'), answers.answered],
			[words('reports.expressed'), answers.expressed],
			[words('reports.median-days'), answers.medianDays],
			[words('indicators.organisations-supported'), figures['organisations-supported']],
			[words('indicators.people-trained'), people.unique],
			[words('reports.women'), people.women],
			[words('reports.participations'), people.participations],
			[words('reports.by-totals'), standing.byTotals],
			[words('reports.verified'), standing.verified],
			[words('reports.published'), standing.published],
			[words('reports.declared'), null],
		],
		widths: [48, 28],
	};
}

function breakdownSheet(words: Words, { 'people-trained': { cells } }: Figures): PlainSheet {
	const of = (band: string, sex: string) => cells.find((cell) => cell.band === band && cell.sex === sex)?.unique ?? 0;
	return {
		name: words('reports.sheet-breakdown'),
		head: [words('indicators.age'), words('people.women'), words('people.men')],
		rows: AGE_BANDS.map((band) => [words(`people.band-${band}`), of(band, 'F'), of(band, 'M')]),
		widths: [24, 12, 12],
	};
}

function peopleSheet(words: Words, rows: readonly FigureRow[], unseen: number): PlainSheet {
	return {
		name: words('reports.sheet-people'),
		head: [
			words('indicators.date'),
			words('training.organisation'),
			words('indicators.commune'),
			words('indicators.activity'),
			words('indicators.person'),
			words('people.sex'),
			words('people.birth-year'),
		],
		rows: [
			...rows.map((row) => [
				row.occurredOn,
				row.organisationName ?? row.organisation,
				row.place,
				row.activityName ?? row.activity,
				row.personName ?? row.person,
				row.sex,
				row.birthYear,
			]),
			...(unseen > 0 ? [[words('indicators.unseen', { count: unseen })]] : []),
		],
		widths: [12, 30, 18, 36, 28, 8, 10],
	};
}

function answersSheet(words: Words, rows: readonly FigureRow[], unseen: number): PlainSheet {
	return {
		name: words('reports.sheet-answers'),
		head: [
			words('indicators.date'),
			words('training.organisation'),
			words('indicators.commune'),
			words('needs.theme'),
			words('indicators.group'),
			words('indicators.days'),
		],
		rows: [
			...rows.map((row) => [
				row.occurredOn,
				row.organisationName ?? row.organisation,
				row.place,
				themeIn(words, row.theme),
				row.heading ?? null,
				row.days,
			]),
			...(unseen > 0 ? [[words('indicators.unseen', { count: unseen })]] : []),
		],
		widths: [12, 30, 18, 26, 40, 8],
	};
}

function themeIn(words: Words, theme: string | null): string | null {
	const key = `programme.theme-${theme ?? ''}`;
	return words.knows(key) ? (words as (key: string) => string)(key) : theme;
}
