create schema programme;
grant usage on schema programme to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_backup, shigikira_public, shigikira_doorkeeper;

create table programme.programmes (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	code text not null unique check (code ~ '^[a-z0-9-]{3,60}$'),
	name text not null,
	country text not null,
	donor text not null,
	starts_on date not null,
	ends_on date not null,
	end_as_printed text,
	closed boolean not null default false,
	demonstration boolean not null default false,
	budget_cents bigint check (budget_cents >= 0),
	vision text not null default '',
	aims text not null default '',
	targets text not null default '',
	check (ends_on >= starts_on)
);
create table programme.partners (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	name text not null,
	does text not null
);
create table programme.results (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	number integer not null check (number > 0),
	words text not null,
	unique (programme_id, number)
);
create table programme.activities (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	number integer not null check (number > 0),
	words text not null,
	unique (programme_id, number)
);
create table programme.zones (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	place_scheme text not null,
	place_code text not null,
	unique (programme_id, place_scheme, place_code)
);
create table programme.budget_lines (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	label text not null,
	amount_cents bigint not null check (amount_cents > 0)
);

-- The frame of a programme is published by nature: everyone may read it; only commands write it.
do $$
declare
	named text;
begin
	foreach named in array array['programmes', 'partners', 'results', 'activities', 'zones', 'budget_lines'] loop
		perform access.guard(('programme.' || named)::regclass);
		execute format('create policy everyone_reads on programme.%I for select to shigikira_reader, shigikira_public, shigikira_doorkeeper using (true)', named);
		execute format('grant select on programme.%I to shigikira_public, shigikira_doorkeeper', named);
	end loop;
end $$;

-- The two divisions of the country, with the crosswalk between them.
create table programme.places (
	scheme text not null,
	code text not null,
	level text not null check (level in ('province', 'commune')),
	name text not null,
	province_code text not null,
	valid_from date,
	valid_to date,
	primary key (scheme, code)
);
create table programme.crosswalk (
	code_2017 text not null,
	code_2025 text not null,
	share numeric(4, 2) not null check (share > 0 and share <= 1),
	primary key (code_2017, code_2025)
);
create index on programme.crosswalk (code_2025);
grant select on programme.places, programme.crosswalk to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_backup, shigikira_public;
