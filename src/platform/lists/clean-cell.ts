/**
 * A cell without what cannot be seen: marks of direction, joiners, byte order marks, control signs; spaces of any width are
 * plain ones. Line breaks inside the cell stay.
 */
export function cleanCell(cell: string): string {
	return cell
		.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
		.replace(/[\t\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
		.replace(/ {2,}/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.trim();
}
