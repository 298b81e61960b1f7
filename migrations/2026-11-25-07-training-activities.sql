-- Activities of several kinds, a catalogue of what is taught, quiet activities, what a workshop leaves, and the way from what
-- is declared to what is published.

-- What is taught, kept by the programme and read by its teams. A version is never changed: a session keeps the one it used.
create table training.modules (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	title text not null check (char_length(title) between 3 and 160),
	theme text not null,
	kind text not null check (kind in ('training', 'workshop')),
	retired boolean not null default false
);
create index on training.modules (programme_id);
select access.guard('training.modules');

create table training.module_versions (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	module_id uuid not null references training.modules (id),
	number integer not null check (number > 0),
	aim text not null check (char_length(aim) between 3 and 1000),
	content text not null default '',
	half_days integer not null check (half_days between 1 and 28),
	written_on date not null,
	changes text not null default '',
	unique (module_id, number)
);
select access.guard('training.module_versions');

alter table training.sessions
	add column kind text not null default 'training' check (kind in ('training', 'workshop')),
	add column discreet boolean not null default false,
	add column module_version_id uuid references training.module_versions (id),
	add column trainers jsonb not null default '[]',
	add check (not discreet or (venue = '' and trainers = '[]'));
create index sessions_to_check on training.sessions (programme_id, check_on, id) where state = 'held';
create index sessions_by_day on training.sessions (programme_id, first_on desc, code);

-- Of a quiet activity, the face that others read stops at the province: its place and who leads it are for the team alone.
create table training.quiet_faces (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null unique references training.sessions (id),
	place_scheme text not null,
	place_code text not null,
	venue text not null default '',
	trainers jsonb not null default '[]',
	foreign key (place_scheme, place_code) references programme.places (scheme, code)
);
select access.guard('training.quiet_faces');

-- Who came to a quiet activity, in numbers: one line for each half-day, no name.
create table training.totals (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	half_day text not null,
	women integer not null check (women between 0 and 5000),
	men integer not null check (men between 0 and 5000),
	young_women integer not null check (young_women between 0 and women),
	young_men integer not null check (young_men between 0 and men),
	unique (session_id, half_day)
);
select access.guard('training.totals');

alter table training.seats
	add column women_aim integer check (women_aim between 0 and seats),
	add column youth_aim integer check (youth_aim between 0 and seats);

-- What an organisation took on itself at a workshop or after one, and whether it holds to it.
create table training.ethics_codes (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	partner_scope_id uuid not null,
	session_id uuid references training.sessions (id),
	adopted_on date not null,
	organ text not null check (organ in ('assembly', 'committee', 'board')),
	evidence text not null check (char_length(evidence) between 3 and 1000),
	struck boolean not null default false
);
create index on training.ethics_codes (organisation_id);
create index on training.ethics_codes (session_id);
select access.guard('training.ethics_codes');

create table training.code_checks (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	code_id uuid not null references training.ethics_codes (id),
	organisation_id uuid not null references registry.organisations (id),
	partner_scope_id uuid not null,
	checked_on date not null,
	finding text not null check (finding in ('applied', 'partly', 'not')),
	evidence text not null check (char_length(evidence) between 3 and 1000),
	unique (code_id, checked_on)
);
select access.guard('training.code_checks');

-- A link that two organisations made: the other one is of the programme, or is only named.
create table training.links (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	one_id uuid not null references registry.organisations (id),
	other_id uuid references registry.organisations (id),
	other_name text not null default '',
	purpose text not null check (char_length(purpose) between 3 and 600),
	made_on date not null,
	struck boolean not null default false,
	check (one_id <> other_id),
	check ((other_id is null) = (other_name <> ''))
);
create index on training.links (session_id);
create index on training.links (one_id);
create index on training.links (other_id);
select access.guard('training.links');

-- From what an animator declares to the figure a donor reads: declared, recounted by another person, published.
create table training.declarations (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null unique references training.sessions (id),
	declared_on date not null,
	declared_by uuid,
	persons integer not null check (persons >= 0),
	verified_on date,
	verified_by uuid,
	sample jsonb not null default '[]',
	asked integer check (asked > 0),
	confirmed integer check (confirmed >= 0),
	words text not null default '',
	published_on date,
	published_by uuid,
	check ((verified_on is null) = (verified_by is null) and (verified_on is null) = (asked is null) and (verified_on is null) = (confirmed is null)),
	check ((published_on is null) = (published_by is null)),
	check (published_on is null or verified_on is not null),
	check (verified_by is null or verified_by is distinct from declared_by)
);
select access.guard('training.declarations');
