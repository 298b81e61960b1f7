import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlaceScheme } from '#kernel/place.ts';
import type { Reading } from '#platform/reading/reading.ts';
import type { Theme } from '../../programme/index.ts';
import { readWords, type AskedWord, type AskedWords } from '../rules/directory-words.ts';
import type { OrganisationKind } from '../schema.ts';

/** How many organisations one page of the directory shows. */
export const PER_PAGE = 20;
/** Of words that more rows bear than this, as many are weighed and shown, and the rest is not counted: such words say too little. */
export const MOST_WEIGHED = 500;
const MOST_WORDS = 6;

/** What the directory is asked for; a place is written ("2025:BI101"), a province or a commune of either division. */
export type DirectoryQuery = Readonly<{ words?: string; theme?: string; place?: string; kind?: string; page?: number }>;

/** A row of the public directory; what is invented says so. */
export type DirectoryRow = Readonly<{
	organisationId: Id;
	name: string;
	acronym: string;
	kind: OrganisationKind;
	commune: string;
	province: string;
	themes: readonly Theme[];
	publishedOn: CalendarDate;
	demonstration: boolean;
}>;

/** A page of what was found. `count` is null when there are more than `MOST_WEIGHED`; `readAs` are the words it took for those it does not know. */
export type DirectoryPage = Readonly<{
	rows: readonly DirectoryRow[];
	count: number | null;
	page: number;
	hasNext: boolean;
	readAs: readonly string[];
}>;

/**
 * Searches the public directory: words in any order, forgiving accents and spelling, within a theme, a place and a kind; the
 * nearest first, then by name; of words that more than five hundred bear, five hundred. A reading as the public. A page past the last is the first.
 */
export async function searchDirectory(reading: Reading, query: DirectoryQuery): Promise<DirectoryPage> {
	const page = Math.max(1, query.page ?? 1);
	const asked = await readTyped(reading, query.words ?? '');
	if (asked.unread.length > 0) return { rows: [], count: 0, page: 1, hasNext: false, readAs: asked.readAs };
	const wanted = wantedOf(query, asked);
	const skipped = (page - 1) * PER_PAGE;
	const { count, rows } = await weigh(reading, { wanted, asked, skipped });
	const isCommon = count > MOST_WEIGHED;
	// A word stands at the head of many names, or in the middle: in the order of names, its rows may all come late.
	const found = isCommon && asked.question === '' ? await byName(reading, wanted, skipped) : rows;
	if (found.length === 0 && page > 1) return searchDirectory(reading, { ...query, page: 1 });
	return { rows: found.slice(0, PER_PAGE), count: isCommon ? null : count, page, hasNext: found.length > PER_PAGE, readAs: asked.readAs };
}

/** What a listed organisation agreed to show of itself. */
export type Listed = DirectoryRow &
	Readonly<{
		showsWork: boolean;
		showsMembers: boolean;
		services: readonly string[];
		zones: readonly Readonly<{ scheme: PlaceScheme; province: string; communes: readonly string[] }>[];
		membersWomen: number | null;
		membersMen: number | null;
		members: number | null;
	}>;

/** One organisation of the public directory; `undefined` when it is not listed, or no longer. */
export async function findListed(reading: Reading, organisationId: Id): Promise<Listed | undefined> {
	const { rows } = await sql<Listed>`
		select ${FACE}, d.shows_work as "showsWork", d.shows_members as "showsMembers", d.services, d.members_women as "membersWomen",
			d.members_men as "membersMen", d.members, (
				select coalesce(json_agg(json_build_object('scheme', z.scheme, 'province', z.province, 'communes', z.communes) order by z.scheme desc, z.province), '[]') from (
					select p.scheme, p.name as province, json_agg(c.name order by c.name) as communes from unnest(d.zones) w
					join programme.places c on c.scheme = split_part(w, ':', 1) and c.code = split_part(w, ':', 2)
					join programme.places p on p.scheme = c.scheme and p.code = c.province_code group by p.scheme, p.name
				) z) as zones
		from registry.directory d ${WITH_PLACE} where d.listed and d.organisation_id = ${organisationId}`.execute(reading);
	return rows[0];
}

type Wanted = RawBuilder<unknown>;

const FACE = sql`d.organisation_id as "organisationId", d.name, d.acronym, d.kind, c.name as commune, v.name as province, d.themes,
	d.published_on as "publishedOn", d.demonstration`;
const WITH_PLACE = sql`join programme.places c on c.scheme = d.place_scheme and c.code = d.place_code
	join programme.places v on v.scheme = c.scheme and v.code = c.province_code`;

async function readTyped(reading: Reading, typed: string): Promise<AskedWords> {
	if (typed.trim() === '') return readWords([]);
	// Words hold letters and figures alone: all that begin with one stand before it with a "~".
	const { rows } = await sql<AskedWord>`
		with asked as materialized (
			select t.typed, min(t.at) as at, exists (select 1 from registry.directory_words k where k.word >= t.typed and k.word < t.typed || '~') as is_known
			from string_to_table(trim(words.plain(${typed})), ' ') with ordinality t (typed, at) where t.typed <> '' group by t.typed order by 2 limit ${MOST_WORDS}
		)
		select a.typed, a.is_known as "isKnown", case when a.is_known or char_length(a.typed) <= 2 then '[]' else (
			select coalesce(json_agg(n order by n.likeness desc, n.word), '[]') from registry.words_like(a.typed) n) end as near
		from asked a order by a.at`.execute(reading);
	return readWords(rows);
}

// Only what was asked stands in the statement: the planner then knows how rare it is.
function wantedOf({ theme = '', place = '', kind = '' }: DirectoryQuery, { question }: AskedWords): Wanted {
	const parts = [
		sql`d.listed`,
		...(question ? [sql`d.sought @@ ${question}::tsquery`] : []),
		...(theme ? [sql`d.themes @> array[${theme}]::text[]`] : []),
		...(place ? [sql`d.places @> array[${place}]::text[]`] : []),
		...(kind ? [sql`d.kind = ${kind}`] : []),
	];
	return sql.join(parts, sql` and `);
}

type Weighed = Readonly<{ count: number; rows: readonly DirectoryRow[] }>;
type Weighing = Readonly<{ wanted: Wanted; asked: AskedWords; skipped: number }>;

async function weigh(reading: Reading, { wanted, asked: { question }, skipped }: Weighing): Promise<Weighed> {
	const nearness = question ? sql`ts_rank(d.sought, ${question}::tsquery)` : sql`0`;
	const { rows } = await sql<Weighed>`
		with matched as materialized (select d.id, d.name, ${nearness} as nearness from registry.directory d where ${wanted} limit ${MOST_WEIGHED + 1}),
		shown as (select id, nearness from matched order by nearness desc, name, id limit ${PER_PAGE + 1} offset ${skipped}),
		faces as (select ${FACE}, s.nearness, d.id from shown s join registry.directory d on d.id = s.id ${WITH_PLACE})
		select (select count(*)::int from matched) as count,
			(select coalesce(json_agg(to_json(f) order by f.nearness desc, f.name, f.id), '[]') from faces f) as rows`.execute(reading);
	return rows[0] ?? { count: 0, rows: [] };
}

async function byName(reading: Reading, wanted: Wanted, skipped: number): Promise<readonly DirectoryRow[]> {
	const { rows } = await sql<DirectoryRow>`
		with shown as (select d.id from registry.directory d where ${wanted} order by d.name, d.id limit ${PER_PAGE + 1} offset ${skipped})
		select ${FACE} from shown s join registry.directory d on d.id = s.id ${WITH_PLACE} order by d.name, d.id`.execute(reading);
	return rows;
}
