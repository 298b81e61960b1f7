/** A cell of the grid. */
export type Cell = Readonly<{ row: number; column: number }>;

/** A key as it was pressed. */
export type Pressed = Readonly<{ key: string; shiftKey: boolean; ctrlKey: boolean }>;

const PAGE = 10;

/**
 * Where a key leads from a cell of a grid of so many rows and columns, as in a spreadsheet; nothing when it leads nowhere: past the
 * last cell, Tab leaves the grid.
 */
export function moved({ row, column }: Cell, { key, shiftKey, ctrlKey }: Pressed, { rows, columns }: Readonly<{ rows: number; columns: number }>) {
	const within = (cell: Cell): Cell => ({ row: clamp(cell.row, rows), column: clamp(cell.column, columns) });
	const at = row * columns + column + (shiftKey ? -1 : 1);
	switch (key) {
		case 'ArrowUp':
			return within({ row: ctrlKey ? 0 : row - 1, column });
		case 'ArrowDown':
			return within({ row: ctrlKey ? rows : row + 1, column });
		case 'ArrowLeft':
			return within({ row, column: ctrlKey ? 0 : column - 1 });
		case 'ArrowRight':
			return within({ row, column: ctrlKey ? columns : column + 1 });
		case 'Enter':
			return within({ row: row + (shiftKey ? -1 : 1), column });
		case 'Home':
			return within({ row: ctrlKey ? 0 : row, column: 0 });
		case 'End':
			return within({ row: ctrlKey ? rows : row, column: columns });
		case 'PageUp':
			return within({ row: row - PAGE, column });
		case 'PageDown':
			return within({ row: row + PAGE, column });
		case 'Tab':
			return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns };
		default:
			return undefined;
	}
}

function clamp(at: number, many: number): number {
	return Math.min(Math.max(at, 0), Math.max(0, many - 1));
}
