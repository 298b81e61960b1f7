-- Coaching: checklists in versions, visits scored with one of them, what was agreed to be done, and corrections after the agreement.
create table training.checklists (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	family_id uuid not null,
	version integer not null check (version >= 1),
	name text not null check (char_length(name) between 3 and 120),
	credit text not null,
	sections jsonb not null check (jsonb_array_length(sections) between 1 and 20),
	made_on date not null,
	unique (family_id, version)
);
create index on training.checklists (programme_id);
select access.guard('training.checklists');

create table training.visits (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	organisation_id uuid not null references registry.organisations (id),
	checklist_id uuid not null references training.checklists (id),
	planned_for date not null,
	coach_name text not null check (char_length(coach_name) between 2 and 120),
	group_id uuid references needs.groups (id),
	session_id uuid references training.sessions (id),
	state text not null check (state in ('planned', 'held', 'cancelled')),
	held_on date,
	scores jsonb not null,
	percent integer check (percent between 0 and 100),
	agreed_on date,
	agreed_how text check (agreed_how in ('on-the-spot', 'own-account')),
	agreed_name text not null default '',
	agreed_duty text not null default '',
	agreed_by uuid,
	check (scope_id = organisation_id),
	check ((state = 'held') = (held_on is not null and percent is not null)),
	check ((agreed_on is null) = (agreed_how is null)),
	check ((agreed_on is null) = (agreed_by is null)),
	check (agreed_on is null or (state = 'held' and agreed_on >= held_on))
);
create index on training.visits (programme_id, state);
create index on training.visits (organisation_id);
create index on training.visits (group_id) where group_id is not null;
-- One visit at a time is planned to an organisation: pressing twice plans once.
create unique index visit_to_come on training.visits (organisation_id) where state = 'planned';
select access.guard('training.visits');

create table training.visit_corrections (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	visit_id uuid not null references training.visits (id),
	organisation_id uuid not null references registry.organisations (id),
	number integer not null check (number >= 1),
	corrected_on date not null,
	corrected_by uuid not null,
	why text not null check (char_length(why) between 3 and 1000),
	scores jsonb not null,
	percent integer not null check (percent between 0 and 100),
	unique (visit_id, number),
	check (scope_id = organisation_id)
);
select access.guard('training.visit_corrections');

create table training.commitments (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	visit_id uuid not null references training.visits (id),
	organisation_id uuid not null references registry.organisations (id),
	words text not null check (char_length(words) between 3 and 500),
	person_id uuid references people.persons (id),
	person_name text not null check (char_length(person_name) between 2 and 120),
	due_on date not null,
	state text not null check (state in ('open', 'done', 'dropped')),
	followed_on date,
	check (scope_id = organisation_id),
	check (state = 'open' or followed_on is not null)
);
create index on training.commitments (organisation_id);
create index on training.commitments (visit_id);
select access.guard('training.commitments');
