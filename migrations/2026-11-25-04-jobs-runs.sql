-- What lasts longer than a person waits: whoever began it is told how far it is, by whichever copy of the program answers.
create schema jobs;
grant usage on schema jobs to shigikira_judge, shigikira_reader, shigikira_backup;

create table jobs.runs (
	id uuid primary key,
	account_id uuid not null references access.accounts (id),
	what text not null,
	done integer not null default 0,
	total integer not null default 0,
	state text not null default 'running' check (state in ('running', 'ended', 'refused')),
	result text,
	refusal jsonb,
	begun_at timestamptz not null default now(),
	beat_at timestamptz not null default now(),
	check ((state = 'refused') = (refusal is not null))
);
alter table jobs.runs enable row level security;
alter table jobs.runs force row level security;
create policy owner_keeps on jobs.runs to shigikira_owner using (true) with check (true);
create policy judge_writes on jobs.runs to shigikira_judge using (true) with check (true);
create policy backup_copies on jobs.runs for select to shigikira_backup using (true);
create policy own_only on jobs.runs for select to shigikira_reader using (account_id = access.person());
grant select, insert, update, delete on jobs.runs to shigikira_judge;
grant select on jobs.runs to shigikira_reader, shigikira_backup;
