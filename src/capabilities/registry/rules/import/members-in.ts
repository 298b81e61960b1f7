import { isRefusal } from '#kernel/refusal.ts';
import { readTypedCount } from '#kernel/typed-amount.ts';
import { fault, read, type ImportField, type Reading } from './import-fields.ts';

/** What a line says of its members: women, men, or all of them in one cell. */
export type MemberCells = Readonly<{ women: string; men: string; members: string }>;
export type ImportedMembers = Readonly<{ membersWomen: number | null; membersMen: number | null }>;

type Told = Readonly<{ women?: number; men?: number; total?: number; about: boolean }>;

const MOST = 1_000_000;
const WOMEN = 'femmes?|filles?|f(?:em)?|women|w|abakenyezi|abagore|dames?';
const MEN = 'hommes?|gar[çc]ons?|h(?:om)?|m(?:asc)?|men|abagabo|messieurs';
const NOTHING = /^([-–—/.]|n\.?d\.?|nc|n\/a|inconnue?s?|\?+)$/i;

/**
 * Reads how many women and men an organisation has. Takes two columns, or one cell such as "51 F / 35 H" or "86 dont 51
 * femmes". A number of all members alone cannot be shared out: it is told, and the counts stay unknown.
 */
export function membersIn({ women, men, members }: MemberCells): Reading<ImportedMembers> {
	const [one, two, all] = [countIn('women', women), countIn('men', men), toldIn(members)];
	const faults = [...one.faults, ...two.faults, ...all.faults];
	const told = all.value;
	const [byWomen, byMen] = [one.value ?? told.women, two.value ?? told.men];
	const total = told.total;
	const membersWomen = byWomen ?? difference(total, byMen);
	const membersMen = byMen ?? difference(total, byWomen);
	const contradicts =
		total !== undefined && ((byWomen ?? 0) + (byMen ?? 0) > total || (byWomen !== undefined && byMen !== undefined && byWomen + byMen !== total));
	const unshared = total !== undefined && byWomen === undefined && byMen === undefined;
	return {
		value: contradicts ? NOBODY : { membersWomen: membersWomen ?? null, membersMen: membersMen ?? null },
		faults: contradicts
			? [...faults, fault('members', 'registry.import-members-sum', { was: [women, men, members].filter(Boolean).join(' / ') })]
			: faults,
		notes: [
			...(unshared ? [{ field: 'members' as const, key: 'registry.import-members-unshared', was: members, became: String(total) }] : []),
			...(told.about && !unshared ? [{ field: 'members' as const, key: 'registry.import-members-about', was: members, became: '' }] : []),
		],
	};
}

const NOBODY = { membersWomen: null, membersMen: null };

function countIn(field: ImportField, text: string): Reading<number | undefined> {
	const bare = text.trim();
	if (bare === '' || NOTHING.test(bare)) return read(undefined);
	const count = readTypedCount(bare.replace(/^[≈~]\s*|^env(\.|iron)\s*/i, '').replace(/\s*(personnes|membres|abanywanyi|members)$/i, ''));
	if (isRefusal(count) || count > MOST) return { value: undefined, faults: [fault(field, 'registry.import-count', { was: text })], notes: [] };
	return read(count);
}

function toldIn(text: string): Reading<Told> {
	const bare = text.trim();
	if (bare === '' || NOTHING.test(bare)) return read({ about: false });
	const about = /[≈~]|\benv(\.|iron)|\bplus de\b|\bcirca\b/i.test(bare);
	const women = sexed(bare, WOMEN);
	const men = sexed(bare, MEN);
	const rest = bare.replace(
		new RegExp(`\\d[\\d ]*\\s*(?:${WOMEN}|${MEN})(?!\\p{L})|(?<!\\p{L})(?:${WOMEN}|${MEN})\\s*[:=]?\\s*\\d[\\d ]*`, 'giu'),
		' ',
	);
	const numbers = [...rest.matchAll(/\d+(?: \d{3})*/g)].map(([figures]) => Number(figures.replaceAll(' ', '')));
	const told = {
		...(women === undefined ? {} : { women }),
		...(men === undefined ? {} : { men }),
		...(numbers[0] === undefined ? {} : { total: numbers[0] }),
		about,
	};
	const understood =
		numbers.length <= 1 && (women ?? men ?? numbers[0]) !== undefined && [women, men, numbers[0]].every((count) => (count ?? 0) <= MOST);
	return understood ? read(told) : { value: { about }, faults: [fault('members', 'registry.import-members', { was: text })], notes: [] };
}

function sexed(text: string, words: string): number | undefined {
	const before = new RegExp(`(\\d+)\\s*(?:${words})(?!\\p{L})`, 'iu').exec(text)?.[1];
	const after =
		new RegExp(`(?<!\\p{L})(?:${words})\\s*[:=]\\s*(\\d+)`, 'iu').exec(text)?.[1] ??
		new RegExp(`(?<!\\p{L})(?:${words})\\s*(\\d+)(?!\\s*(?:${WOMEN}|${MEN})(?!\\p{L}))`, 'iu').exec(text)?.[1];
	const found = before ?? after;
	return found === undefined ? undefined : Number(found);
}

function difference(total: number | undefined, part: number | undefined): number | undefined {
	return total === undefined || part === undefined ? undefined : total - part;
}
