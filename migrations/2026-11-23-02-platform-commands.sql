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
-- rows: [{id, collection, scopes: [uuid]}] replaces who sees each row; shown / hidden: [{id, collection, scope}];
-- facts: [{kind, key, gone?, ...}]; outcomes: [{...}] with their audit lines.
create function commands.publish(batch jsonb) returns bigint language plpgsql as $$
declare
	head bigint;
	changes jsonb := '[]';
begin
	-- Who sees what needs no number: it is written before the lock is taken, which others wait for until this commits.
	if batch ? 'rows' or batch ? 'shown' or batch ? 'hidden' then
		changes := commands.publish_rows(batch);
	end if;

	perform pg_advisory_xact_lock(7301);
	head := nextval('sync.sequence');

	insert into sync.changes (seq, scope_id, collection, row_id, kind)
	select nextval('sync.sequence'), c.scope_id, c.collection, c.row_id, c.kind
	from jsonb_to_recordset(changes) as c (scope_id uuid, collection text, row_id uuid, kind text)
	on conflict (scope_id, row_id) do update set seq = excluded.seq, kind = excluded.kind;

	if batch ? 'facts' then
		perform commands.publish_facts(batch->'facts', head);
	end if;

	with written as (
		insert into commands.outcomes (command_id, account_id, name, version, input_hash, outcome, refusal, seq)
		select o.command_id, o.account_id, o.name, o.version, decode(o.input_hash, 'hex'), o.outcome, o.refusal, nextval('sync.sequence')
		from jsonb_to_recordset(batch->'outcomes') as o (command_id uuid, account_id uuid, name text, version integer,
			input_hash text, outcome text, refusal jsonb)
		returning command_id, seq
	), lines as (
		insert into audit.lines (seq, account_id, command_id, name, scope_id, outcome, digest)
		select w.seq, o.account_id, o.command_id, o.name, o.scope_id, o.outcome, decode(o.digest, 'hex')
		from jsonb_to_recordset(batch->'outcomes') as o (command_id uuid, account_id uuid, name text, scope_id uuid, outcome text, digest text)
		join written w using (command_id)
	)
	insert into audit.contents (seq, salt, content)
	select w.seq, decode(o.salt, 'hex'), o.content
	from jsonb_to_recordset(batch->'outcomes') as o (command_id uuid, salt text, content text)
	join written w using (command_id);

	return head;
end $$;

-- A batch holds a few rows, which the planner cannot know: without these settings it reads whole tables to join them.
-- Returns what the feed must tell, each (scope, row) once.
create function commands.publish_rows(batch jsonb) returns jsonb language plpgsql
	set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
	changes jsonb;
begin
	with touched as (
		select r.id, r.collection, r.scopes from jsonb_to_recordset(coalesce(batch->'rows', '[]')) as r (id uuid, collection text, scopes jsonb)
	), wanted as (
		select distinct t.id as row_id, t.collection, s.scope::uuid as scope_id from touched t cross join lateral jsonb_array_elements_text(t.scopes) as s (scope)
	), shown as (
		select distinct s.id as row_id, s.collection, s.scope as scope_id from jsonb_to_recordset(coalesce(batch->'shown', '[]')) as s (id uuid, collection text, scope uuid)
	), gone as (
		delete from access.row_scopes o using touched t where o.row_id = t.id and not o.shown
			and not exists (select 1 from wanted w where w.row_id = o.row_id and w.scope_id = o.scope_id)
		returning o.row_id, o.scope_id, o.collection
	), hidden as (
		delete from access.row_scopes o using jsonb_to_recordset(coalesce(batch->'hidden', '[]')) as h (id uuid, scope uuid)
		where o.row_id = h.id and o.scope_id = h.scope and o.shown
		returning o.row_id, o.scope_id, o.collection
	), kept as (
		insert into access.row_scopes (row_id, scope_id, collection) select row_id, scope_id, collection from wanted on conflict (row_id, scope_id) do nothing
	), added as (
		insert into access.row_scopes (row_id, scope_id, collection, shown)
		select row_id, scope_id, collection, true from shown s where not exists (select 1 from wanted w where w.row_id = s.row_id and w.scope_id = s.scope_id)
		on conflict (row_id, scope_id) do nothing
		returning row_id, scope_id, collection
	), told as (
		select scope_id, collection, row_id, 'upsert' as kind from wanted
		union select scope_id, collection, row_id, 'upsert' from added
		-- A row that changed is told to those it was shown to, as well.
		union select o.scope_id, o.collection, o.row_id, 'upsert' from access.row_scopes o join touched t on t.id = o.row_id where o.shown
		union select scope_id, collection, row_id, 'leave' from gone
		union select scope_id, collection, row_id, 'leave' from hidden
	), once as (
		select distinct on (scope_id, row_id) scope_id, collection, row_id, kind from told order by scope_id, row_id, kind
	)
	select coalesce(jsonb_agg(o), '[]') into changes from once o;
	return changes;
end $$;

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
