create schema training;
grant usage on schema training to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_backup;

create table training.sessions (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	group_id uuid not null references needs.groups (id),
	code text not null,
	title text not null check (char_length(title) between 3 and 200),
	theme text not null,
	place_scheme text not null,
	place_code text not null,
	venue text not null default '',
	half_days jsonb not null check (jsonb_array_length(half_days) between 1 and 28),
	first_on date not null,
	last_on date not null,
	state text not null check (state in ('planned', 'held', 'cancelled')),
	held_on date,
	check_on date not null,
	unique (programme_id, code),
	foreign key (place_scheme, place_code) references programme.places (scheme, code),
	check (last_on >= first_on),
	check ((state = 'held') = (held_on is not null))
);
create index on training.sessions (group_id);
create index on training.sessions (programme_id, first_on);
select access.guard('training.sessions');

create table training.seats (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	organisation_id uuid not null references registry.organisations (id),
	partner_scope_id uuid not null,
	seats integer not null check (seats between 0 and 500),
	unique (session_id, organisation_id)
);
select access.guard('training.seats');

create table training.enrolments (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	organisation_id uuid not null references registry.organisations (id),
	person_id uuid not null references people.persons (id),
	partner_scope_id uuid not null,
	on_the_spot boolean not null,
	withdrawn boolean not null default false,
	unique (session_id, person_id)
);
create index on training.enrolments (person_id);
create index on training.enrolments (session_id, organisation_id);
select access.guard('training.enrolments');

create table training.attendance (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	organisation_id uuid not null references registry.organisations (id),
	person_id uuid not null references people.persons (id),
	partner_scope_id uuid not null,
	half_day text not null,
	mark text not null check (mark in ('present', 'late', 'absent', 'excused')),
	unique (session_id, person_id, half_day)
);
select access.guard('training.attendance');

create table training.practices (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	organisation_id uuid not null references registry.organisations (id),
	partner_scope_id uuid not null,
	checked_on date not null,
	finding text not null check (finding in ('applied', 'partly', 'not')),
	evidence text not null check (char_length(evidence) between 3 and 2000),
	unique (session_id, organisation_id)
);
select access.guard('training.practices');
