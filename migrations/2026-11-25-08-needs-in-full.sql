-- How pressing a need is, whom it touches, what answer is wished; null and empty are "not said": a shy person may stop at her words.
alter table needs.needs
	add column urgency text check (urgency in ('this-week', 'these-months', 'can-wait')),
	add column touched jsonb not null default '[]',
	add column touched_count integer check (touched_count between 1 and 1000000),
	add column wished text check (wished in ('training', 'workshop', 'coaching', 'equipment', 'exchange', 'micro-project', 'advocacy', 'unsure')),
	add column taken_back_on date,
	-- Answers given before the group was reopened, the oldest first, each with what its author said of it.
	add column earlier_answers jsonb not null default '[]',
	-- What was taken back is asked of nobody.
	add check (taken_back_on is null or (group_id is null and answered_on is null));

alter table needs.groups
	add column opened_on date,
	add column look_again_on date,
	add column aims_mark integer check (aims_mark between 0 and 3),
	add column feasibility_mark integer check (feasibility_mark between 0 and 3),
	add column mark_words text not null default '',
	add column rank_reason text not null default '',
	add column ranked_on date,
	-- What was decided and told before each reopening, the oldest first.
	add column rounds jsonb not null default '[]',
	add check (look_again_on is null or decision = 'deferred');

-- The programmes a reader works in, from any of her roles that sees records: what the organisations of a programme may all read
-- hangs on this, and on no list of organisations that would have to grow with each new one.
create function access.programmes_worked_in() returns setof uuid language sql stable as $$
	with recursive above as (
		select r.scope_id as id from access.roles r join access.seen s on s.account_id = r.account_id and s.scope_id = r.scope_id and s.role = r.role
		where r.account_id = access.person() and r.ended_on is null and s.sees
		union
		select s.parent_id from above a join access.scopes s on s.id = a.id where s.parent_id is not null
	)
	select a.id from above a join access.scopes s on s.id = a.id where s.kind = 'programme'
$$;

-- The neutral face of a group that is open to all: no word of an organisation, no count under five, nothing of what was decided.
create table needs.headings (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	group_id uuid not null unique references needs.groups (id),
	heading text not null,
	theme text not null,
	is_open boolean not null,
	opened_on date not null,
	organisations integer check (organisations >= 5)
);
create index on needs.headings (programme_id);
select access.guard('needs.headings');
create policy programme_reads on needs.headings for select to shigikira_reader
	using (is_open and programme_id in (select access.programmes_worked_in()));

-- How groups are put in order: each row is one setting, the newest holds. Everybody who reads a rank may read what made it.
create table needs.weightings (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	number integer not null check (number > 0),
	weights jsonb not null,
	answer_within_days integer not null check (answer_within_days between 1 and 365),
	reason text not null,
	set_on date not null,
	set_by uuid not null,
	unique (programme_id, number)
);
select access.guard('needs.weightings');
create policy programme_reads on needs.weightings for select to shigikira_reader
	using (programme_id in (select access.programmes_worked_in()));
