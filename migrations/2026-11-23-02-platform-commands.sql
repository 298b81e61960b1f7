-- The runner's own records: outcomes, the feed, facts, and the audit lines. All are written by one call at the end of a
-- transaction, under one lock that is held until commit: numbers are therefore in the order of commits, and a reader
-- whose cursor stands at n has seen everything up to n.

create schema commands;
create schema sync;
create schema facts;
create schema audit;
grant usage on schema commands, sync, facts, audit to shigikira_judge, shigikira_reader, shigikira_backup;
grant usage on schema facts to shigikira_figures;

create table commands.outcomes (
	command_id uuid primary key,
	account_id uuid not null,
	name text not null,
	version integer not null,
	input_hash bytea not null,
	outcome text not null check (outcome in ('applied', 'refused')),
	refusal jsonb,
	seq bigint not null,
	received_at timestamptz not null default now(),
	check ((outcome = 'refused') = (refusal is not null))
);
alter table commands.outcomes enable row level security;
alter table commands.outcomes force row level security;
create policy owner_keeps on commands.outcomes to shigikira_owner using (true) with check (true);
create policy judge_writes on commands.outcomes to shigikira_judge using (true) with check (true);
create policy backup_copies on commands.outcomes for select to shigikira_backup using (true);
create policy own_only on commands.outcomes for select to shigikira_reader using (account_id = access.person());
grant select, insert on commands.outcomes to shigikira_judge;
grant select on commands.outcomes to shigikira_reader, shigikira_backup;

create sequence sync.sequence;
create table sync.node (
	the_only boolean primary key default true check (the_only),
	epoch integer not null default 1
);
insert into sync.node default values;

-- Kept at the newest change per (scope, row): a phone asks what happened to a row, not how often.
create table sync.changes (
	seq bigint not null unique,
	scope_id uuid not null,
	collection text not null,
	row_id uuid not null,
	kind text not null check (kind in ('upsert', 'leave')),
	primary key (scope_id, row_id)
);
create index on sync.changes (scope_id, seq);
grant select, insert, update on sync.changes to shigikira_judge;
grant select on sync.changes, sync.node to shigikira_reader, shigikira_judge, shigikira_backup;
grant select, usage on sequence sync.sequence to shigikira_judge, shigikira_reader, shigikira_backup;
grant select on sequence sync.sequence to shigikira_figures;
grant usage on schema sync to shigikira_figures;

create table facts.facts (
	id bigint generated always as identity primary key,
	kind text not null,
	key text not null,
	entered bigint not null,
	left_at bigint,
	occurred_on date not null,
	programme_id uuid not null,
	partner_id uuid,
	organisation_id uuid,
	group_id uuid,
	activity_id uuid,
	person_id uuid,
	sex text check (sex in ('F', 'M')),
	birth_year smallint,
	place_scheme text,
	place_code text,
	theme text,
	amount integer,
	scope_id uuid not null,
	source text not null,
	source_id uuid not null,
	check (left_at > entered)
);
-- One standing fact per thing that happened.
create unique index facts_standing on facts.facts (kind, key) where left_at is null;
create index facts_by_day on facts.facts (programme_id, kind, occurred_on);
create index facts_by_person on facts.facts (person_id);

-- Two records of one person, told and untold by a person; a figure counts the first of the two.
create table facts.same_as (
	id bigint generated always as identity primary key,
	person_id uuid not null,
	counted_as uuid not null,
	entered bigint not null,
	left_at bigint,
	check (person_id <> counted_as),
	check (left_at > entered)
);
create unique index same_as_standing on facts.same_as (person_id) where left_at is null;

alter table facts.facts enable row level security;
alter table facts.facts force row level security;
create policy owner_keeps on facts.facts to shigikira_owner using (true) with check (true);
create policy judge_writes on facts.facts to shigikira_judge using (true) with check (true);
create policy backup_copies on facts.facts for select to shigikira_backup using (true);
create policy figures_count on facts.facts for select to shigikira_figures using (true);
-- The rows under a figure open only as far as the reader sees the record each comes from.
create policy reader_opens on facts.facts for select to shigikira_reader using (exists (
	select 1 from access.row_scopes r join access.seen s on s.scope_id = r.scope_id
	where r.row_id = facts.facts.source_id and s.account_id = access.person() and s.sees));
grant select, insert on facts.facts, facts.same_as to shigikira_judge;
grant update (left_at) on facts.facts, facts.same_as to shigikira_judge;
grant select on facts.facts, facts.same_as to shigikira_reader, shigikira_figures, shigikira_backup;

-- A line holds a salted digest; the content stands apart and can be erased by law without breaking the chain.
create table audit.lines (
	seq bigint primary key,
	at timestamptz not null default now(),
	account_id uuid not null,
	command_id uuid not null,
	name text not null,
	scope_id uuid,
	outcome text not null,
	digest bytea not null
);
create table audit.contents (
	seq bigint primary key references audit.lines (seq),
	salt bytea not null,
	content text not null
);
create table audit.seals (
	seq bigint primary key,
	number bigint not null unique,
	chain bytea not null
);
grant select, insert on audit.lines, audit.contents, audit.seals to shigikira_judge;
grant select on audit.lines, audit.contents, audit.seals to shigikira_backup;
revoke update, delete, truncate on audit.lines, audit.contents, audit.seals from public;

-- Keeps two copies of one command from running at once, and returns what was already answered.
create function commands.prior(wanted uuid[]) returns setof commands.outcomes language plpgsql as $$
begin
	perform pg_advisory_xact_lock(hashtextextended(command::text, 71)) from unnest(wanted) command;
	-- A statement of its own sees what the holder of the lock committed.
	return query select * from commands.outcomes o where o.command_id = any (wanted);
end $$;

-- Ends a transaction: takes the lock, numbers everything, and returns the number of the batch.
-- touched / seers / collections: who sees each written row, as pairs in three lists, replacing what was;
-- shown / hidden: [{id, collection, scope}]; facts: [{kind, key, gone?, ...}]; outcomes: [{...}] with their audit lines.
create function commands.publish(touched uuid[], seers uuid[], collections text[], shown jsonb, hidden jsonb, declared jsonb, outcomes jsonb)
returns bigint language plpgsql as $$
declare
	head bigint;
	gone access.row_scopes[];
	added access.row_scopes[];
begin
	-- Who sees what needs no number: it is written before the lock is taken, which others wait for until this commits.
	with lost as (
		delete from access.row_scopes o where o.row_id = any (touched) and not o.shown
			and (o.row_id, o.scope_id) not in (select w.row_id, w.scope_id from unnest(touched, seers) as w (row_id, scope_id))
		returning o.*
	)
	select array_agg(row(l.row_id, l.scope_id, l.collection, l.shown)::access.row_scopes) into gone from lost l;
	insert into access.row_scopes (row_id, scope_id, collection)
	select * from unnest(touched, seers, collections) on conflict (row_id, scope_id) do nothing;
	if hidden is not null then
		gone := gone || commands.take_back(hidden);
	end if;
	if shown is not null then
		added := commands.give_sight(shown);
	end if;

	perform pg_advisory_xact_lock(7301);
	head := nextval('sync.sequence');

	if gone is not null or added is not null then
		perform commands.tell(gone, 'leave');
		perform commands.tell(added, 'upsert');
	end if;
	-- A row that changed is told to everybody who sees it, to those it was shown to as well.
	insert into sync.changes (seq, scope_id, collection, row_id, kind)
	select nextval('sync.sequence'), o.scope_id, o.collection, o.row_id, 'upsert' from access.row_scopes o where o.row_id = any (touched)
	on conflict (scope_id, row_id) do update set seq = excluded.seq, kind = excluded.kind;

	if declared is not null then
		perform commands.publish_facts(declared, head);
	end if;

	with line as materialized (
		select nextval('sync.sequence') as seq, o.*
		from jsonb_to_recordset(outcomes) as o (command_id uuid, account_id uuid, name text, version integer, input_hash text, outcome text,
			refusal jsonb, scope_id uuid, salt text, digest text, content text)
	), answered as (
		insert into commands.outcomes (command_id, account_id, name, version, input_hash, outcome, refusal, seq)
		select command_id, account_id, name, version, decode(input_hash, 'hex'), outcome, refusal, seq from line
	), written as (
		insert into audit.lines (seq, account_id, command_id, name, scope_id, outcome, digest)
		select seq, account_id, command_id, name, scope_id, outcome, decode(digest, 'hex') from line
	)
	insert into audit.contents (seq, salt, content) select seq, decode(salt, 'hex'), content from line;

	return head;
end $$;

-- Lets scopes see rows they neither own nor are named in. Returns what is new.
create function commands.give_sight(shown jsonb) returns access.row_scopes[] language sql as $$
	with added as (
		insert into access.row_scopes (row_id, scope_id, collection, shown)
		select distinct s.id, s.scope, s.collection, true from jsonb_to_recordset(shown) as s (id uuid, collection text, scope uuid)
		on conflict (row_id, scope_id) do nothing
		returning *
	)
	select array_agg(row(a.row_id, a.scope_id, a.collection, a.shown)::access.row_scopes) from added a
$$;

-- Takes back what give_sight gave. Returns what is gone.
create function commands.take_back(hidden jsonb) returns access.row_scopes[] language sql as $$
	with lost as (
		delete from access.row_scopes o using jsonb_to_recordset(hidden) as h (id uuid, scope uuid)
		where o.row_id = h.id and o.scope_id = h.scope and o.shown
		returning o.*
	)
	select array_agg(row(l.row_id, l.scope_id, l.collection, l.shown)::access.row_scopes) from lost l
$$;

-- Tells the feed that scopes gain or lose sight of rows. The caller holds the numbering lock.
create function commands.tell(pairs access.row_scopes[], told text) returns void language sql as $$
	insert into sync.changes (seq, scope_id, collection, row_id, kind)
	select nextval('sync.sequence'), p.scope_id, p.collection, p.row_id, told from unnest(pairs) p
	on conflict (scope_id, row_id) do update set seq = excluded.seq, kind = excluded.kind
$$;

-- A fact declared again as it stands stays; one that differs, or is gone, leaves; what is new enters. Nothing is deleted.
create function commands.publish_facts(declared jsonb, head bigint) returns void language plpgsql as $$
declare
	raw jsonb;
	d facts.facts;
	standing facts.facts;
begin
	for raw in select value from jsonb_array_elements(declared) loop
		d := jsonb_populate_record(null::facts.facts, raw);
		select * into standing from facts.facts f where f.kind = d.kind and f.key = d.key and f.left_at is null;
		if found then
			continue when not coalesce((raw->>'gone')::boolean, false)
				and row(standing.occurred_on, standing.programme_id, standing.partner_id, standing.organisation_id, standing.group_id, standing.activity_id,
					standing.person_id, standing.sex, standing.birth_year, standing.place_scheme, standing.place_code, standing.theme, standing.amount, standing.scope_id)
				is not distinct from row(d.occurred_on, d.programme_id, d.partner_id, d.organisation_id, d.group_id, d.activity_id,
					d.person_id, d.sex, d.birth_year, d.place_scheme, d.place_code, d.theme, d.amount, d.scope_id);
			update facts.facts set left_at = head where id = standing.id;
		end if;
		continue when coalesce((raw->>'gone')::boolean, false);
		insert into facts.facts (kind, key, entered, occurred_on, programme_id, partner_id, organisation_id, group_id, activity_id,
			person_id, sex, birth_year, place_scheme, place_code, theme, amount, scope_id, source, source_id)
		values (d.kind, d.key, head, d.occurred_on, d.programme_id, d.partner_id, d.organisation_id, d.group_id, d.activity_id,
			d.person_id, d.sex, d.birth_year, d.place_scheme, d.place_code, d.theme, d.amount, d.scope_id, d.source, d.source_id);
	end loop;
end $$;

grant execute on all functions in schema commands to shigikira_judge;
