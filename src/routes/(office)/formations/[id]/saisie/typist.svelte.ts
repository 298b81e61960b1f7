import { newId } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { ReadWith, Sender } from '#capabilities/training/rules/typed-sheet/cells.ts';
import { did, putBack, redo, undo, untouched, type Typing } from '#capabilities/training/rules/typed-sheet/history.ts';
import { laidOut, likelyKnown, type KnownPeople } from '#capabilities/training/rules/typed-sheet/likely-known.ts';
import { caughtUp, settled } from '#capabilities/training/rules/typed-sheet/meanwhile.ts';
import type { Cell } from '#capabilities/training/rules/typed-sheet/moving.ts';
import { placed, readPasted, type Pasted } from '#capabilities/training/rules/typed-sheet/pasted.ts';
import { countOfRows, faultsOf, rowsToSend, type Fault } from '#capabilities/training/rules/typed-sheet/sending.ts';
import {
	asKnown,
	isChanged,
	MOST_ROWS,
	sheetOf,
	typedInto,
	unmarkedAt,
	withSpare,
	type Known,
	type Line,
	type Listed,
	type Sheet,
} from '#capabilities/training/rules/typed-sheet/sheet.ts';
import { sendCommand, type OnItsWay } from './sent-command.ts';

/** What a page hands its typist: the sheet as the house holds it, and how she reaches the house. */
export type Desk = Readonly<{
	session: Readonly<{ id: string; halfDays: readonly string[] }>;
	today: CalendarDate;
	people: () => readonly Listed[];
	senders: readonly Sender[];
	/** Reads the page's sheet anew. */
	refresh: () => Promise<void>;
	/** Keeps unsaved lines for this tab; an empty text forgets them. */
	keep: (text: string) => void;
}>;

/** Somebody new, and whom she may be. */
export type Proposed = Readonly<{ line: Line; known: readonly Known[] }>;

export type Saved = Readonly<{ people: number; marks: number; typedId: string }>;

const SPARE = 6;
let minted = 0;
// Ids in the order of the lines: they are listed in it once they are written.
const mint = () => newId(Date.now() + (minted += 1));

/** Who types a sheet: what stands in the grid, what was done to it, and what goes to the house. The rules are in `typed-sheet`. */
export class Typist {
	typing = $state.raw<Typing>(untouched({ halfDays: [], lines: [] }));
	known = $state.raw<KnownPeople>();
	senders = $state.raw<readonly Sender[]>([]);
	refusal = $state.raw<Refusal>();
	faults = $state.raw<readonly Fault[]>([]);
	pasted = $state.raw<Pasted>();
	saved = $state.raw<Saved>();
	isBusy = $state(false);
	/** Lines of whom it was said that they are nobody known. */
	apart = $state.raw<readonly string[]>([]);
	#desk: Desk;
	#onItsWay: OnItsWay | undefined;
	#before: readonly Line[] = [];
	#lastId = '';
	// Whom a line may be is asked at each key: it changes only with the line.
	#found = new WeakMap<Line, readonly Known[]>();

	constructor(desk: Desk) {
		this.#desk = desk;
		this.senders = desk.senders;
		this.typing = untouched(withSpare(this.#held(), SPARE, mint));
	}

	get sheet(): Sheet {
		return this.typing.sheet;
	}
	get read(): ReadWith {
		return { today: this.#desk.today, senders: this.senders };
	}
	get changed(): readonly Line[] {
		return this.sheet.lines.filter(isChanged);
	}
	/** New people who may be somebody known, with whom. */
	get proposed(): readonly Proposed[] {
		const fresh = this.sheet.lines.filter(({ standing, enrolmentId }) => standing === 'new' && !this.apart.includes(enrolmentId));
		return fresh.map((line) => ({ line, known: this.#alike(line) })).filter(({ known }) => known.length > 0);
	}

	/** Takes up what was left unsaved in this tab. */
	resume(text: string | undefined): void {
		if (!text) return;
		try {
			this.#show(caughtUp(JSON.parse(text) as Line[], this.#held()));
		} catch {
			// What an older page kept is not read any more.
			this.#desk.keep('');
		}
		void this.meet();
	}

	type({ row, column }: Cell, text: string): void {
		const line = this.sheet.lines[row];
		if (!line) return;
		this.#did([typedInto(line, { column, text }, this.read)]);
		if (line.standing === 'new') void this.meet();
	}

	/** Fetches, once, whom the house knows: nobody is met anew before those who are alike were shown. */
	async meet(): Promise<void> {
		if (this.known) return;
		const answer = await fetch(`/formations/${this.#desk.session.id}/saisie/connues`).catch(() => undefined);
		if (!answer?.ok || this.known) return;
		const found = (await answer.json()) as { known: readonly Known[]; senders: readonly Sender[] };
		this.known = laidOut(found.known);
		const first = this.#desk.senders;
		this.senders = [...first, ...found.senders.filter(({ id }) => first.every((other) => other.id !== id))];
	}

	async paste(from: Cell, text: string): Promise<void> {
		await this.meet();
		const rows = readPasted(text).length;
		const below = this.sheet.lines.length - from.row;
		const roomy = { ...this.sheet, lines: withSpare(this.sheet, Math.max(SPARE, rows - below + SPARE * 2), mint).lines };
		this.typing = { ...this.typing, sheet: roomy };
		this.pasted = placed(this.sheet, { from, text }, this.read);
		this.#did(this.pasted.lines);
	}

	allPresent(column: number): void {
		this.#did(unmarkedAt(this.sheet, column, this.#desk.today).map((line) => typedInto(line, { column, text: 'P' }, this.read)));
	}

	choose(line: Line, person: Known): void {
		this.#did([asKnown(line, person)]);
	}

	setApart(lines: readonly Line[]): void {
		this.apart = [...this.apart, ...lines.map(({ enrolmentId }) => enrolmentId)];
	}

	settle(line: Line, column: number, which: 'mine' | 'theirs'): void {
		this.#replace(settled(line, column, which));
	}

	undo(): void {
		this.#step(undo(this.typing));
	}

	redo(): void {
		this.#step(redo(this.typing));
	}

	/** Sends all that changed as one act. Shows what must be looked at first, and brings in what others wrote when it is refused. */
	async save(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			await this.meet();
			this.faults = faultsOf(this.sheet, this.read);
			this.refusal = undefined;
			if (this.faults.length > 0 || this.proposed.length > 0) return;
			const rows = rowsToSend(this.sheet, this.read);
			if (rows.length === 0) return;
			await this.#send({ sessionId: this.#desk.session.id, on: this.#desk.today, rows });
			if (!this.refusal) this.saved = { ...countOfRows(rows), typedId: this.#lastId };
		} finally {
			this.isBusy = false;
		}
	}

	/** Puts a saving back; what it had typed can be done again. */
	async putBack(typedId: string): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		const { id: sessionId } = this.#desk.session;
		const sent = await sendCommand({ id: newId(), name: 'training.put-sheet-back', input: { typedId, sessionId } });
		this.refusal = sent.became === 'applied' ? undefined : sent.refusal;
		await this.#desk.refresh();
		if (sent.became === 'applied') {
			this.typing = putBack(withSpare(this.#held(), SPARE, mint), typedId === this.#lastId ? this.#before : []);
			this.saved = undefined;
		}
		this.isBusy = false;
	}

	async #send(input: Readonly<Record<string, unknown>>): Promise<void> {
		// The answer may have been lost: the same again, unless something changed, is the same act.
		const text = JSON.stringify(input);
		const again = this.#onItsWay && JSON.stringify({ ...(this.#onItsWay.input as object), id: undefined }) === text;
		const id = again && this.#onItsWay ? this.#onItsWay.id : newId();
		this.#onItsWay = { id, name: 'training.type-in-sheet', input: { ...input, id } };
		const before = this.changed;
		const sent = await sendCommand(this.#onItsWay);
		if (sent.became === 'unknown') {
			this.refusal = sent.refusal;
			return;
		}
		this.#onItsWay = undefined;
		this.refusal = sent.became === 'refused' ? sent.refusal : undefined;
		if (sent.became === 'applied') [this.#lastId, this.#before] = [id, before.slice(0, MOST_ROWS)];
		await this.#desk.refresh();
		this.#show(caughtUp(sent.became === 'applied' ? before.slice(MOST_ROWS) : this.sheet.lines, this.#held()));
		this.pasted = undefined;
		this.faults = this.refusal ? faultsOf(this.sheet, this.read) : [];
	}

	#alike(line: Line): readonly Known[] {
		if (!this.known) return [];
		const before = this.#found.get(line);
		const known = before ?? likelyKnown(line, this.known);
		this.#found.set(line, known);
		return known;
	}

	#held(): Sheet {
		return sheetOf(this.#desk.people(), this.#desk.session.halfDays);
	}

	#show(sheet: Sheet): void {
		this.typing = untouched(withSpare(sheet, SPARE, mint));
		this.#keep();
	}

	#did(lines: readonly Line[]): void {
		this.#step(did(this.typing, lines));
	}

	#replace(line: Line): void {
		const lines = this.sheet.lines.map((each) => (each.enrolmentId === line.enrolmentId ? line : each));
		this.#step({ ...this.typing, sheet: { ...this.sheet, lines } });
	}

	#step(typing: Typing): void {
		this.typing = { ...typing, sheet: withSpare(typing.sheet, SPARE, mint) };
		this.faults = this.faults.length > 0 ? faultsOf(this.sheet, this.read) : [];
		this.#keep();
	}

	#keep(): void {
		const { changed } = this;
		this.#desk.keep(changed.length > 0 ? JSON.stringify(changed) : '');
	}
}
