-- The directory is searched by its own words. Each listed row bears what it is found by: the words of its name (A), of its
-- services (B) and of its places (C), and its places in both divisions with their provinces. Withdrawn rows bear nothing.
alter table registry.directory
	add column demonstration boolean not null default false,
	add column places text[] not null default '{}',
	add column sought tsvector not null default '';

-- The words that listed rows bear: what a misspelt word is compared with. Comparing it with whole names would cost a
-- trigram test for each row that shares a few letters.
create table registry.directory_words (word text collate "C" primary key);
create index directory_words_by_likeness on registry.directory_words using gin (word words.gin_trgm_ops);
grant select on registry.directory_words to shigikira_public, shigikira_backup;

-- The planner takes the comparing of trigrams for as cheap as that of numbers, and would read all words.
create function registry.words_like(typed text) returns table (word text, likeness real) language sql stable set search_path = ''
	set enable_seqscan = off as $$
	select k.word, words.similarity(k.word, typed) from registry.directory_words k where k.word operator(words.%) typed order by 2 desc, 1 limit 5
$$;

-- A place and what covers most of it, or what it covers most of, in the other division; all with their provinces.
create function registry.found_under(written text[]) returns text[] language sql stable set search_path = '' as $$
	with here as (
		select p.scheme, p.code, p.province_code from unnest(written) w
		join programme.places p on p.scheme = split_part(w, ':', 1) and p.code = split_part(w, ':', 2)
	), both_divisions as (
		select * from here
		union select p.scheme, p.code, p.province_code from here h join programme.crosswalk k on h.scheme = '2017' and k.code_2017 = h.code
			join programme.places p on p.scheme = '2025' and p.code = k.code_2025 where k.share >= 0.5
		union select p.scheme, p.code, p.province_code from here h join programme.crosswalk k on h.scheme = '2025' and k.code_2025 = h.code
			join programme.places p on p.scheme = '2017' and p.code = k.code_2017 where k.share >= 0.5
	)
	select coalesce(array_agg(distinct v.place), '{}') from both_divisions b
	cross join lateral (values (b.scheme || ':' || b.code), (b.scheme || ':' || b.province_code)) v (place)
$$;

-- The judge writes the row; what it is found by follows from it, and the judge need not know the names of places.
create function registry.prepare_listing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	new.demonstration := false;
	new.places := '{}';
	new.sought := '';
	if not new.listed then return new; end if;
	new.demonstration := registry.is_demonstration(new.organisation_id);
	new.places := registry.found_under(new.zones || (new.place_scheme || ':' || new.place_code));
	new.sought := setweight(to_tsvector('simple', words.plain(new.name || ' ' || new.acronym) || ' ' || replace(words.plain(new.acronym), ' ', '')), 'A')
		|| setweight(to_tsvector('simple', words.plain(array_to_string(new.services, ' '))), 'B')
		|| setweight(to_tsvector('simple', words.plain((select string_agg(p.name, ' ') from unnest(new.places) w
			join programme.places p on p.scheme = split_part(w, ':', 1) and p.code = split_part(w, ':', 2)))), 'C');
	return new;
end $$;
revoke execute on function registry.prepare_listing() from public;
create trigger prepare_listing before insert or update on registry.directory for each row execute function registry.prepare_listing();

-- Words come with the rows that bear them and go with the last of them. One writer at a time: of two, neither would see
-- that the other still needs a word.
create function registry.learn_words() returns trigger language plpgsql security definer set search_path = '' as $$
begin
	perform pg_advisory_xact_lock(hashtextextended('registry.directory_words', 0));
	insert into registry.directory_words
	select distinct word from after a cross join lateral unnest(tsvector_to_array(a.sought)) word where char_length(word) > 2
	on conflict do nothing;
	if tg_op = 'UPDATE' then
		delete from registry.directory_words k using (
			select word from before b cross join lateral unnest(tsvector_to_array(b.sought)) word
			except select word from after a cross join lateral unnest(tsvector_to_array(a.sought)) word
		) gone
		where k.word = gone.word and not exists (select 1 from registry.directory d where d.listed and d.sought @@ gone.word::tsquery);
	end if;
	return null;
end $$;
revoke execute on function registry.learn_words() from public;
create trigger learn_words_of_new after insert on registry.directory referencing new table as after
	for each statement execute function registry.learn_words();
create trigger learn_words_of_changed after update on registry.directory referencing old table as before new table as after
	for each statement execute function registry.learn_words();

drop index registry.directory_by_name;
create index directory_by_word on registry.directory using gin (sought, themes, places) where listed;
create index directory_by_name on registry.directory (name, id) where listed;
create index directory_by_kind on registry.directory (kind, name, id) where listed;

-- Rows that were listed before.
update registry.directory set listed = listed;
-- The row says it itself now.
revoke execute on function registry.is_demonstration(uuid) from shigikira_public;
