-- The history of an organisation. A line is never changed: a mistaken one is struck out, and may be restored.
create table registry.legal_acts (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	kind text not null check (kind in ('statutes', 'recognition', 'registration', 'tax', 'other')),
	number text not null check (char_length(number) between 1 and 80),
	acted_on date not null,
	authority text not null,
	check (scope_id = organisation_id)
);
create index on registry.legal_acts (organisation_id);
create unique index legal_act_once on registry.legal_acts (organisation_id, kind, lower(number)) where not struck;
select access.guard('registry.legal_acts');

create table registry.former_names (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	name text not null check (char_length(name) between 2 and 160),
	acronym text not null,
	until_on date not null,
	check (scope_id = organisation_id)
);
create index on registry.former_names (organisation_id);
select access.guard('registry.former_names');

create table registry.life_states (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	state text not null check (state in ('active', 'dormant', 'dissolved')),
	since_on date not null,
	evidence text not null check (evidence <> ''),
	check (scope_id = organisation_id)
);
create unique index life_state_a_day on registry.life_states (organisation_id, since_on desc) where not struck;
select access.guard('registry.life_states');

create table registry.headcounts (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	counted_on date not null,
	women integer not null check (women >= 0),
	men integer not null check (men >= 0),
	young_women integer check (young_women between 0 and women),
	young_men integer check (young_men between 0 and men),
	check (scope_id = organisation_id)
);
create unique index headcount_a_day on registry.headcounts (organisation_id, counted_on desc) where not struck;
select access.guard('registry.headcounts');
