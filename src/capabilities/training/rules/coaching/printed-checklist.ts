import type { Point, Section } from '../../coaching-schema.ts';

/** A row of the paper: a point with its number through all pages, under the title of its section where that begins or goes on. */
export type PrintedPoint = Readonly<{ number: number; point: Point; title: string | undefined }>;

/** A page of the paper; the last one also holds what will be done and the signatures. */
export type PrintedPage = Readonly<{ rows: readonly PrintedPoint[] }>;

// In millimetres, for letters of 8 points in columns of 42: what a page holds under its head, and what its rows take.
const ROOM = 230;
const ROOM_OF_THE_LAST = 140;
const TITLE = 6;
const LEAST_ROW = 8.6;
const AROUND = 1.8;
const LINE = 3.3;
const LETTERS_A_LINE = 21;

/** Lays a checklist out on pages by the room its words take; when the last is too full for the signatures, one more page follows. */
export function printedChecklist(sections: readonly Section[]): readonly PrintedPage[] {
	const pages: PrintedPoint[][] = [[]];
	let [taken, number] = [0, 0];
	for (const { title, points } of sections) {
		for (const [at, point] of points.entries()) {
			const needs = heightOf(point) + (at === 0 ? TITLE : 0);
			const isFull = taken + needs > ROOM;
			if (isFull) {
				pages.push([]);
				taken = 0;
			}
			number += 1;
			pages.at(-1)?.push({ number, point, title: at === 0 || isFull ? title : undefined });
			taken += needs;
		}
	}
	return [...pages, ...(taken > ROOM_OF_THE_LAST ? [[]] : [])].map((rows) => ({ rows }));
}

function heightOf({ words, anchors }: Point): number {
	return Math.max(LEAST_ROW, AROUND + LINE * Math.ceil(Math.max(words.length, ...anchors.map(({ length }) => length)) / LETTERS_A_LINE));
}
