/** Reads a year of birth ("1988") or an age ("30 ans") on a day; nothing when it is neither. */
export function readBirthYear(typed: string, today: string): Readonly<{ year: number; isAbout: boolean }> | undefined {
	const [, digits] = /^\D*(\d{1,4})\D*$/.exec(typed.trim()) ?? [];
	const number = Number(digits);
	if (!digits || number > 2100) return undefined;
	if (digits.length === 4) return number >= 1900 ? { year: number, isAbout: false } : undefined;
	return digits.length < 3 ? { year: Number(today.slice(0, 4)) - number, isAbout: true } : undefined;
}
