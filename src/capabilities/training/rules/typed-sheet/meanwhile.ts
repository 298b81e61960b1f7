import { isChanged, isEmpty, isLocked, type Line, type Sheet } from './sheet.ts';

/**
 * Brings what was typed over what the house holds now: untouched cells become as they are there; a cell that was changed here and
 * there to different values keeps both, for a person to choose. Nothing that was typed is lost.
 */
export function caughtUp(typed: readonly Line[], fresh: Sheet): Sheet {
	const mine = new Map(typed.flatMap((line) => [line.enrolmentId, line.personId].map((id) => [id, line] as const)));
	const stands = new Set(fresh.lines.flatMap(({ enrolmentId, personId }) => [enrolmentId, personId]));
	const held = fresh.lines.map((now) => {
		const line = mine.get(now.enrolmentId) ?? mine.get(now.personId);
		return line ? over(line, now) : now;
	});
	const others = typed.filter((line) => !stands.has(line.enrolmentId) && !stands.has(line.personId) && isChanged(line) && !isEmpty(line));
	return { ...fresh, lines: [...held, ...others.map(noMoreListed)] };
}

/** Takes the other's value in a cell where two differ, or keeps one's own. */
export function settled(line: Line, column: number, which: 'mine' | 'theirs'): Line {
	const { [column]: taken, ...theirs } = line.theirs;
	if (taken === undefined) return line;
	return { ...line, theirs, cells: which === 'mine' ? line.cells : line.cells.map((cell, at) => (at === column ? taken : cell)) };
}

function over(line: Line, now: Line): Line {
	const theirs: Record<number, string> = {};
	const cells = now.cells.map((cell, at) => {
		const [mine = '', was = ''] = [line.cells[at], line.base[at]];
		if (mine === was || mine === cell || isLocked(now, at)) return cell;
		if (cell !== was) theirs[at] = cell;
		return mine;
	});
	return { ...now, cells, theirs };
}

// Somebody took her from the list meanwhile: what was typed of her puts her there again.
function noMoreListed(line: Line): Line {
	return line.standing === 'listed' ? { ...line, standing: 'known', base: line.base.map((cell, at) => (at < 6 && at !== 4 ? cell : '')) } : line;
}
