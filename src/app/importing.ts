import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { isId, newId } from '#kernel/ids.ts';
import { PLACE_SCHEMES, type PlaceScheme } from '#kernel/place.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/refusal.ts';
import { listGazetteer } from '#capabilities/programme/server/places.ts';
import { KINDS, type OrganisationKind } from '#capabilities/registry/index.ts';
import { candidatesOf } from '#capabilities/registry/server/twins.ts';
import { cellsOf, findImport } from '#capabilities/registry/server/import-reads.ts';
import { secondColumn, understandRows, type Column, type Understanding } from '#capabilities/registry/server/understood-lists.ts';
import { cleaned } from '#platform/commands/words.ts';
import { runCommand } from '#platform/commands/runner.ts';
import { beginRun, findRun, type Tells } from '#platform/jobs/runs.ts';
import { MOST_BYTES } from '#platform/lists/list.ts';
import { derivedId } from './derived-id.ts';
import { today, type Refused } from './form.ts';
import { fullestSheet, importInput, type ListWanted } from './import-input.ts';
import { readListApart, type SentFile } from './reading-lists.ts';
import { gives, rolesAt, visitorOr } from './standing.ts';

// A short list is read while the person waits; of a long one she is told how far it is.
const PATIENCE = 1_500;

type Wanted = ListWanted & Readonly<{ file: SentFile }>;

/**
 * Takes a list from a form and has it read apart; it is kept by `registry.begin-import` when it was understood.
 * Returns the address to go to: the list, or how far its reading is. A file that was read before leads to what it became.
 */
export async function receiveList(event: RequestEvent): Promise<string | ActionFailure<Refused>> {
	const { app } = event.locals;
	const { personId } = visitorOr(event);
	const data = await event.request.formData();
	const wanted = await listIn(data);
	const typed = Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
	if (isRefusal(wanted)) return fail(422, { refusal: wanted, field: String(wanted.params['field'] ?? ''), typed });
	const roles = await app.readers.as(personId, (reading) => rolesAt(reading, personId, wanted.partnerId));
	if (!gives(roles, 'registry.import')) return fail(422, { refusal: refuse('platform.not-permitted'), field: '', typed });
	const before = await app.readers.as(personId, (reading) => findImport(reading, wanted.importId));
	if (before) return `/organisations/importer/${wanted.importId}?fait=again`;

	const broken = refuse('platform.not-carried-out');
	const run = await beginRun(app.judge, { accountId: personId, what: 'registry.import', broken }, (tells) => readAndKeep(event, wanted, tells));
	await Promise.race([run.ended, wait(PATIENCE)]);
	const now = await app.readers.as(personId, (reading) => findRun(reading, run.id));
	if (now?.state === 'refused' && now.refusal) return fail(422, { refusal: now.refusal, field: 'list', typed });
	return now?.result ? `/organisations/importer/${now.result}` : `/organisations/importer/lecture/${run.id}`;
}

/** Takes the columns of a list for other fields, as a form says, and has its lines understood anew. Returns what went wrong, or nothing. */
export async function matchColumns(event: RequestEvent, importId: string): Promise<ActionFailure<Refused> | undefined> {
	const { app } = event.locals;
	const { personId } = visitorOr(event);
	const data = await event.request.formData();
	const typed = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
	const back = (refusal: Refusal) => fail(422, { refusal, field: String(refusal.params['field'] ?? ''), typed });
	const found = isId(importId) ? await app.readers.as(personId, (reading) => findImport(reading, importId)) : undefined;
	if (!found) return back(refuse('platform.not-permitted'));
	// What is no field is refused by nobody: a list is then merely not understood.
	const columns = found.list.head.map((_, at) => (typed[`column.${at}`] ?? 'ignore') as Column);
	const second = secondColumn(columns);
	if (second !== undefined) return back(refuse('registry.column-twice', { field: `column.${second}` }));
	const [placeScheme, kindByDefault] = [schemeOf(typed['placeScheme']), kindOf(typed['kindByDefault'])];
	const context = await contextOf(event, { scheme: placeScheme, kind: kindByDefault });
	const cells = await app.readers.as(personId, (reading) => cellsOf(reading, found.list.id, 'all'));
	const rows = found.lines.map(({ id }) => ({ cells: cells.get(id) ?? [] }));
	const understood = await understandRows(rows, { ...context, columns });
	const anew = found.lines.flatMap(({ id }, at) => (understood[at] ? [{ id, ...understood[at] }] : []));
	const candidates = await app.readers.as(personId, (reading) => candidatesOf(reading, found.list.partnerId, anew));
	const lines = anew.map((line, at) => ({ ...line, candidates: candidates[at] ?? [] }));
	const outcome = await runCommand(
		app.house,
		{ personId },
		{
			id: derivedId(`${typed['form']} ${JSON.stringify([columns, placeScheme, kindByDefault])}`),
			...{ name: 'registry.match-import-columns', version: 1, input: { importId, columns, placeScheme, kindByDefault, lines } },
		},
	);
	return outcome.outcome === 'applied' ? undefined : back(outcome.refusal ?? refuse('platform.not-carried-out'));
}

// Reads a list in a process apart, then keeps it in one command. Returns the id of the import.
async function readAndKeep(event: RequestEvent, wanted: Wanted, tells: Tells): Promise<string | Refusal> {
	const { app } = event.locals;
	const context = await contextOf(event, wanted);
	const read = (sheet: number) =>
		readListApart(app.programFolder, wanted.file, {
			understanding: { ...context, sheet, columns: undefined },
			onProgress: ({ done, total }) => tells(done, total),
		});
	const first = await read(0);
	if (isRefusal(first)) return first;
	const sheet = fullestSheet(first);
	const understood = sheet === 0 ? first : await read(sheet);
	if (isRefusal(understood)) return understood;
	const { personId } = visitorOr(event);
	const input = importInput(wanted, understood, sheet);
	const candidates = await app.readers.as(personId, (reading) => candidatesOf(reading, wanted.partnerId, input.lines));
	const lines = input.lines.map((line, at) => ({ ...line, candidates: candidates[at] ?? [] }));
	const { outcome, refusal } = await runCommand(
		app.house,
		{ personId },
		// The import's own id makes it happen once; a refusal must not answer for ever.
		{ id: newId(), name: 'registry.begin-import', version: 1, input: { ...input, lines } },
	);
	return outcome === 'applied' ? wanted.importId : (refusal ?? refuse('platform.not-carried-out'));
}

async function contextOf(
	{ locals }: RequestEvent,
	{ scheme, kind }: Pick<Wanted, 'scheme' | 'kind'>,
): Promise<Omit<Understanding, 'sheet' | 'columns'>> {
	const places = await locals.app.readers.asPublic((reading) => listGazetteer(reading));
	return { places, scheme, defaults: { kind }, today: today() };
}

async function listIn(data: FormData): Promise<Wanted | Refusal> {
	const [file, partnerId] = [data.get('list'), data.get('partnerId')];
	if (!(file instanceof File) || file.size === 0) return refuse('registry.import-no-file', { field: 'list' });
	if (file.size > MOST_BYTES) return refuse('registry.import-too-large', { field: 'list' });
	if (!isId(partnerId)) return refuse('platform.missing', { field: 'partnerId' });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const digest = createHash('sha256').update(bytes).digest('hex');
	const fileName = cleaned(file.name.replace(/[/\\]+/g, ' ')).slice(0, 200) || 'liste';
	const scheme = schemeOf(String(data.get('placeScheme')));
	return {
		importId: derivedId(`import ${partnerId} ${digest}`),
		partnerId,
		digest,
		readOn: today(),
		file: { bytes, fileName },
		scheme,
		kind: kindOf(String(data.get('kindByDefault'))),
	};
}

function schemeOf(text: string | undefined): PlaceScheme {
	return PLACE_SCHEMES.find((scheme) => scheme === text) ?? '2025';
}

function kindOf(text: string | undefined): OrganisationKind | null {
	return KINDS.find((kind) => kind === text) ?? null;
}
