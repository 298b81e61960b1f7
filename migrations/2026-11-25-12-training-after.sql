-- After a training. A practice is looked at twice, three and six months after the last day; what stood before was the six-month finding.
alter table training.practices add column moment integer not null default 6 check (moment in (3, 6));
alter table training.practices alter column moment drop default;
alter table training.practices drop constraint practices_session_id_organisation_id_key;
alter table training.practices add unique (session_id, organisation_id, moment);

-- Whether a person who was trained is still in her organisation; where another went is not asked.
create table training.stays (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	organisation_id uuid not null references registry.organisations (id),
	person_id uuid not null references people.persons (id),
	partner_scope_id uuid not null,
	moment integer not null check (moment in (3, 6)),
	still_there boolean not null,
	seen_on date not null,
	unique (session_id, person_id, moment),
	check (scope_id = organisation_id)
);
create index on training.stays (session_id, organisation_id);
select access.guard('training.stays');

-- Who passed a training on, when, to whom by name, and to how many more.
create table training.passings (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	organisation_id uuid not null references registry.organisations (id),
	giver_id uuid not null references people.persons (id),
	partner_scope_id uuid not null,
	passed_on date not null,
	person_ids jsonb not null,
	others integer not null check (others between 0 and 5000),
	struck boolean not null default false,
	check (scope_id = organisation_id),
	check (jsonb_array_length(person_ids) + others > 0)
);
create index on training.passings (session_id, organisation_id);
select access.guard('training.passings');
