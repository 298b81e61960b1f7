create schema needs;
grant usage on schema needs to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_backup;

-- A group holds neutral words only: every organisation of the group reads it.
create table needs.groups (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	heading text not null check (char_length(heading) between 3 and 200),
	theme text not null,
	rank integer check (rank > 0),
	decision text check (decision in ('accepted', 'declined', 'deferred')),
	reason text not null default '',
	decided_on date,
	answered_on date,
	answer_words text not null default '',
	promised_for date,
	answers jsonb not null default '[]',
	check ((decision is null) = (decided_on is null)),
	check (decision is null or reason <> '')
);
create index on needs.groups (programme_id);
select access.guard('needs.groups');

create table needs.needs (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	programme_id uuid not null references programme.programmes (id),
	words text not null check (char_length(words) between 3 and 2000),
	theme text not null,
	expressed_on date not null,
	relayed_by uuid,
	confirmed_on date,
	group_id uuid references needs.groups (id),
	answered_on date,
	answer_words text not null default '',
	verdict text check (verdict in ('yes', 'partly', 'no')),
	verdict_on date,
	verdict_words text not null default '',
	check (answered_on >= expressed_on),
	check (answered_on is null or group_id is not null),
	check ((verdict is null) = (verdict_on is null)),
	check (verdict is null or answered_on is not null)
);
create index on needs.needs (organisation_id);
create index on needs.needs (group_id);
create index on needs.needs (programme_id);
select access.guard('needs.needs');
