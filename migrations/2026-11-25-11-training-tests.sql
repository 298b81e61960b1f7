-- Tests before and after, evaluations by participants, and certificates that a stranger may check.

-- Questions of the bank, kept by the programme and read by its teams.
create table training.questions (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	theme text not null,
	words text not null check (char_length(words) between 3 and 500),
	choices jsonb not null check (jsonb_array_length(choices) between 2 and 6),
	answer integer not null check (answer >= 0 and answer < jsonb_array_length(choices)),
	retired boolean not null default false
);
create index on training.questions (programme_id);
select access.guard('training.questions');

-- The test of a session: out of how many points, and the questions it asks; the same before and after.
create table training.tests (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null unique references training.sessions (id),
	out_of integer not null check (out_of between 1 and 100),
	question_ids jsonb not null default '[]'
);
select access.guard('training.tests');

-- A person's points, before or after. They are for the team: an organisation does not read who knew what.
create table training.scores (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	enrolment_id uuid not null references training.enrolments (id),
	moment text not null check (moment in ('before', 'after')),
	points integer check (points between 0 and 100),
	unique (enrolment_id, moment)
);
create index on training.scores (session_id);
select access.guard('training.scores');

-- Points on papers that bear no name: a list for each moment, that pairs nobody.
create table training.paper_scores (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	moment text not null check (moment in ('before', 'after')),
	points jsonb not null default '[]',
	unique (session_id, moment)
);
select access.guard('training.paper_scores');

-- What participants said of a session, counted from papers without names: how many gave each answer, and their words.
create table training.evaluations (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null unique references training.sessions (id),
	sheets integer not null check (sheets between 1 and 1000),
	aspects jsonb not null,
	words text not null default ''
);
select access.guard('training.evaluations');

create table training.certificates (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	partner_scope_id uuid not null,
	session_id uuid not null references training.sessions (id),
	enrolment_id uuid not null references training.enrolments (id),
	number text not null,
	full_name text not null check (char_length(full_name) between 2 and 120),
	issued_on date not null,
	revoked_on date,
	reason text not null default '',
	unique (session_id, number),
	check (revoked_on is null or reason <> '')
);
create index on training.certificates (session_id);
-- A person has one certificate of a session that stands.
create unique index on training.certificates (enrolment_id) where revoked_on is null;
select access.guard('training.certificates');

-- A number as it is compared with a typed one: capitals and figures that look like nothing else, and nothing between them.
create function training.plain_number(written text) returns text language sql immutable parallel safe set search_path = '' as $$
	select translate(upper(regexp_replace(written, '[^A-Za-z0-9]', '', 'g')), 'ILOU', '110V')
$$;
create index certificates_by_number on training.certificates (training.plain_number(number));

-- Whether a certificate stands under that number and that name, and nothing else: a stranger learns yes or no. Words of the name may
-- come in any order, accents and capitals do not count.
create function training.certificate_stands(number text, typed text) returns boolean language sql stable security definer set search_path = '' as $$
	select exists (
		select 1 from training.certificates c where training.plain_number(c.number) = training.plain_number(certificate_stands.number) and c.revoked_on is null
			and (select array_agg(w order by w) from unnest(string_to_array(trim(words.plain(c.full_name)), ' ')) w)
				= (select array_agg(w order by w) from unnest(string_to_array(trim(words.plain(typed)), ' ')) w)
	)
$$;
revoke execute on function training.certificate_stands(text, text) from public;
grant usage on schema training to shigikira_public;
grant execute on function training.certificate_stands(text, text) to shigikira_public;
