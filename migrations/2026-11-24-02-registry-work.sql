-- What an organisation does where, who leads it, when it met, what it belongs to, what it lives from. Lines of its history:
-- never changed, struck out when mistaken.
create table registry.works (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	theme text not null,
	service text not null,
	place_scheme text not null,
	place_code text not null,
	since_on date not null,
	until_on date,
	foreign key (place_scheme, place_code) references programme.places (scheme, code),
	check (scope_id = organisation_id),
	check (until_on >= since_on)
);
create index on registry.works (organisation_id);
create index works_by_place on registry.works (place_scheme, place_code, theme) where not struck;
select access.guard('registry.works');

create table registry.mandates (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	organ text not null check (organ in ('assembly', 'committee', 'oversight', 'other')),
	duty text not null,
	full_name text not null check (char_length(full_name) between 2 and 120),
	sex text not null check (sex in ('F', 'M')),
	from_on date not null,
	until_on date,
	check (scope_id = organisation_id),
	check (until_on >= from_on)
);
create index on registry.mandates (organisation_id);
select access.guard('registry.mandates');

create table registry.meetings (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	organ text not null check (organ in ('assembly', 'committee', 'oversight', 'other')),
	held_on date not null,
	women integer not null check (women >= 0),
	men integer not null check (men >= 0),
	decided text not null,
	check (scope_id = organisation_id)
);
create unique index meeting_a_day on registry.meetings (organisation_id, organ, held_on) where not struck;
select access.guard('registry.meetings');

create table registry.memberships (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	network text not null check (char_length(network) between 2 and 160),
	since_on date not null,
	until_on date,
	check (scope_id = organisation_id),
	check (until_on >= since_on)
);
create index on registry.memberships (organisation_id);
select access.guard('registry.memberships');

create table registry.own_funds (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	struck boolean not null,
	year integer not null check (year between 1960 and 2100),
	francs bigint not null check (francs >= 0),
	source text not null,
	check (scope_id = organisation_id)
);
create unique index own_funds_a_year on registry.own_funds (organisation_id, year) where not struck;
select access.guard('registry.own_funds');

-- The directory shows more of an organisation only as far as it agreed: what it does, and how many its members are.
alter table registry.directory
	add column shows_work boolean not null default false,
	add column shows_members boolean not null default false,
	add column themes text[] not null default '{}',
	add column services text[] not null default '{}',
	add column zones text[] not null default '{}',
	add column members_women integer,
	add column members_men integer,
	add column members integer;
