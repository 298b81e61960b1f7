// Makes organisations-12.xlsx, beside this file: twelve invented organisations, with what workbooks bring that separated files
// cannot: merged titles and heads, a province written once for its rows, real dates, telephones kept as numbers, two sheets.
// Run by hand when its content changes: node tests/journeys/lists/make-organisations-12.mjs
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';

/** @type {(value: string, more?: object) => any} */
const text = (value, more = {}) => (value === '' ? null : { value, type: String, ...more });
/** @type {(value: number) => any} */
const number = (value) => ({ value, type: Number });
/** @type {(value: string) => any} */
const day = (value) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' });

const head = [
	[text('Liste des organisations accompagnées (inventées)', { columnSpan: 10 }), ...Array(9).fill(null)],
	Array(10).fill(null),
	[
		text('Organisation', { rowSpan: 2 }),
		text('Type', { rowSpan: 2 }),
		text('Localisation', { columnSpan: 3 }),
		null,
		null,
		text('Membres', { columnSpan: 2 }),
		null,
		text('Agréée le', { rowSpan: 2 }),
		text('N° de l’ordonnance', { rowSpan: 2 }),
		text('Tél. du responsable', { rowSpan: 2 }),
	],
	[null, null, text('Province'), text('Commune'), text('Colline'), text('F'), text('H'), null, null, null],
];

const rows = [
	['Abanyamwete ba Giheta (AGI)', 'ASBL', 'Gitega', 'Giheta', 'Kiriba', 31, 22, day('2014-03-12'), '530/221', number(79123401)],
	['Coopérative Inkingi', 'Coopérative', '', 'Itaba', 'Butare', 18, 19, day('2016-04-01'), 'RC 114/16', number(71223302)],
	['Réseau Umusambi', 'Réseau', '', 'Gitga', 'Nyabiharage', 90, 75, day('2011-10-05'), '530/17', text('22 40 10 03 / 79 40 10 03')],
	['Tugire Ubumwe', 'groupement', 'Kayanza', 'Butaganzwa', 'Gatwaro', 12, 8, null, '', number(75662204)],
	['Maison des Aînés', 'ASBL', '', 'Gahombo', 'Ngoro', 14, 21, day('2009-06-30'), '530/803', text('+257 69 10 10 05')],
	['Maison des Ainés', 'asbl', '', 'Gahombo', 'Ngoro', 14, 21, null, '', text('69101005')],
	['Dufashanye Rango', 'ASBL', '', 'Rango', 'Gaheta', 44, 40, day('2012-02-29'), '530/77', number(61445506)],
	['Église Source Vive, diaconie', 'Église', 'Karusi', 'Buhiga', 'Karunyinya', 60, 20, day('2008-01-15'), '530/4', number(68112207)],
	['Ijwi ry’Umurimyi', 'Association', '', 'Mutumba', 'Bibara', 25, 30, text('31/02/2015'), '530/600', number(76333308)],
	['Urunani rw’Abakenyezi', 'urunani', 'Gitega', 'Karusi', '', 120, 0, day('2025-09-18'), '530/2025/9', number(29454509)],
	['Ateliers Nouveaux', 'fablab', 'Bujumbura Mairie', 'Mukaza', 'Rohero', 9, 11, null, '', text('néant')],
	['Ubuzima Bwiza', 'ASBL', '', 'Rohero', '', 17, 17, day('2013-07-07'), '530/313', number(79909010)],
];
const SPANS = new Map([
	[0, 3],
	[3, 4],
	[7, 2],
	[10, 2],
]);
/** @type {(value: any) => any} */
const cell = (value) => (typeof value === 'string' ? text(value) : typeof value === 'number' ? number(value) : value);
const written = rows.map((row, index) =>
	row.map((value, column) => (column === 2 && SPANS.has(index) ? text(value, { rowSpan: SPANS.get(index) }) : cell(value))),
);
const total = [text('TOTAL', { columnSpan: 5 }), null, null, null, null, number(454), number(284), null, null, null];
const notes = [[text('Notes de la coordination')], [text('Vue le 3 mars : les effectifs sont à recompter')]];

await writeExcelFile([
	{ sheet: 'Liste', data: [...head, ...written, total] },
	{ sheet: 'Notes', data: notes },
]).toFile(join(import.meta.dirname, 'organisations-12.xlsx'));
