create schema registry;
create schema people;
grant usage on schema registry, people to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_backup;
grant usage on schema registry to shigikira_public;
create schema words;
grant usage on schema words to shigikira_reader, shigikira_judge, shigikira_public, shigikira_figures;
create extension if not exists pg_trgm schema words;
create extension if not exists unaccent schema words;

-- What is compared when people search: without accents, apostrophes or capitals.
create function words.plain(said text) returns text language sql immutable parallel safe
	as $$ select regexp_replace(lower(words.unaccent('words.unaccent', coalesce(said, ''))), '[^a-z0-9]+', ' ', 'g') $$;

-- An organisation is its own scope: the row's id and the scope's id are the same.
create table registry.organisations (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	partner_id uuid not null references programme.partners (id),
	name text not null check (char_length(name) between 2 and 160),
	acronym text not null default '',
	kind text not null check (kind in ('association', 'network', 'cooperative', 'group', 'faith', 'other')),
	place_scheme text not null,
	place_code text not null,
	colline text not null default '',
	members_women integer check (members_women >= 0),
	members_men integer check (members_men >= 0),
	published_on date,
	registered_on date not null,
	foreign key (place_scheme, place_code) references programme.places (scheme, code),
	check (scope_id = id)
);
create index organisations_by_name on registry.organisations using gin (words.plain(name || ' ' || acronym) words.gin_trgm_ops);
select access.guard('registry.organisations');

create table registry.contacts (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	full_name text not null,
	duty text not null default '',
	phone text not null default '',
	email text not null default ''
);
create index on registry.contacts (organisation_id);
select access.guard('registry.contacts');

-- What an organisation agreed to publish, and nothing else; without row security, so that search uses its index.
create table registry.directory (
	id uuid primary key,
	scope_id uuid not null,
	organisation_id uuid not null unique references registry.organisations (id),
	listed boolean not null,
	name text not null,
	acronym text not null,
	kind text not null,
	place_scheme text not null,
	place_code text not null,
	published_on date
);
create index directory_by_name on registry.directory using gin (words.plain(name || ' ' || acronym) words.gin_trgm_ops) where listed;
grant select on registry.directory to shigikira_public, shigikira_reader, shigikira_backup;
grant select, insert, update on registry.directory to shigikira_judge;

create table people.persons (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	full_name text not null check (char_length(full_name) between 2 and 120),
	sex text not null check (sex in ('F', 'M')),
	birth_year integer check (birth_year between 1900 and 2100),
	phone text not null default '',
	met_on date not null
);
create index on people.persons (organisation_id);
select access.guard('people.persons');
