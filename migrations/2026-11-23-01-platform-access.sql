-- Who may see a row is written in one place only: access.row_scopes. Every guarded table has a primary key "id" (uuid)
-- that is unique over all tables, because ids are UUIDv7 minted where people act.

create schema access;
grant usage on schema access to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_doorkeeper, shigikira_backup, shigikira_public;

create function access.person() returns uuid language sql stable
	as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- A scope owns rows. The tree: platform > programme > partner > organisation.
create table access.scopes (
	id uuid primary key,
	kind text not null check (kind in ('platform', 'programme', 'partner', 'organisation')),
	parent_id uuid references access.scopes (id),
	check ((kind = 'platform') = (parent_id is null))
);
create index on access.scopes (parent_id);

create table access.accounts (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	full_name text not null check (char_length(full_name) between 1 and 120),
	user_name text not null check (user_name = lower(user_name) and char_length(user_name) between 3 and 60),
	language text not null default 'fr' check (language in ('fr', 'rn', 'en')),
	opened_on date not null,
	closed_on date
);
create unique index accounts_user_name on access.accounts (user_name);

create table access.roles (
	id uuid primary key,
	account_id uuid not null references access.accounts (id),
	role text not null check (role in ('administrator', 'coordinator', 'animator', 'leader', 'member', 'donor')),
	scope_id uuid not null references access.scopes (id),
	given_on date not null,
	ended_on date
);
create unique index roles_held_once on access.roles (account_id, role, scope_id) where ended_on is null;
create index on access.roles (account_id);

-- The closure of what a person holds: (account, scope, role) for each role's scope and all below it.
-- "sees" tells whether rows of that scope may be read through it: an administrator keeps the house and a donor reads figures
-- and coded rows; neither reads a record.
create table access.seen (
	account_id uuid not null,
	scope_id uuid not null,
	role text not null,
	sees boolean not null,
	primary key (account_id, scope_id, role)
);
create index on access.seen (scope_id);

create table access.row_scopes (
	row_id uuid not null,
	scope_id uuid not null,
	collection text not null,
	shown boolean not null default false,
	primary key (row_id, scope_id)
);
create index on access.row_scopes (scope_id, collection);

create function access.rebuild_seen(account uuid) returns void language plpgsql as $$
begin
	delete from access.seen where account_id = account;
	insert into access.seen (account_id, scope_id, role, sees)
	with recursive below as (
		select r.role, r.scope_id, 0 as depth from access.roles r
		join access.accounts a on a.id = r.account_id
		where r.account_id = account and r.ended_on is null and a.closed_on is null
		union all
		select b.role, s.id, b.depth + 1 from below b join access.scopes s on s.parent_id = b.scope_id
	)
	select account, scope_id, role, role not in ('administrator', 'donor')
	from below group by scope_id, role;
end $$;

create function access.on_role_change() returns trigger language plpgsql as $$
begin
	perform access.rebuild_seen(new.account_id);
	return null;
end $$;
create trigger roles_change after insert or update on access.roles for each row execute function access.on_role_change();

create function access.on_account_change() returns trigger language plpgsql as $$
begin
	perform access.rebuild_seen(new.id);
	return null;
end $$;
create trigger accounts_change after update of closed_on on access.accounts for each row execute function access.on_account_change();

create function access.on_scope_added() returns trigger language plpgsql as $$
begin
	insert into access.seen (account_id, scope_id, role, sees)
	select account_id, new.id, role, role not in ('administrator', 'donor') from access.seen where scope_id = new.parent_id
	on conflict do nothing;
	return null;
end $$;
create trigger scopes_added after insert on access.scopes for each row execute function access.on_scope_added();

-- An organisation changes its partner: everybody above either place gains or loses it.
create function access.on_scope_moved() returns trigger language plpgsql as $$
begin
	perform access.rebuild_seen(account_id) from (
		select distinct account_id from access.seen where scope_id in (new.id, new.parent_id, old.parent_id)
	) touched;
	return null;
end $$;
create trigger scopes_moved after update of parent_id on access.scopes
	for each row when (old.parent_id is distinct from new.parent_id) execute function access.on_scope_moved();

-- Puts a table under guard: FORCE for the owner too, named policies, and no right to delete for anybody.
create function access.guard(guarded regclass) returns void language plpgsql as $$
begin
	execute format('alter table %s enable row level security', guarded);
	execute format('alter table %s force row level security', guarded);
	execute format('create policy owner_keeps on %s to shigikira_owner using (true) with check (true)', guarded);
	execute format('create policy judge_writes on %s to shigikira_judge using (true) with check (true)', guarded);
	execute format('create policy backup_copies on %s for select to shigikira_backup using (true)', guarded);
	execute format('create policy reader_sees on %1$s for select to shigikira_reader using (exists (
		select 1 from access.row_scopes r join access.seen s on s.scope_id = r.scope_id
		where r.row_id = %1$s.id and s.account_id = access.person() and s.sees))', guarded);
	execute format('grant select on %s to shigikira_reader, shigikira_backup', guarded);
	execute format('grant select, insert, update on %s to shigikira_judge', guarded);
end $$;

select access.guard('access.accounts');
select access.guard('access.roles');
-- An administrator keeps the accounts of the whole house, though she reads no record.
create policy administrator_keeps on access.accounts for select to shigikira_reader using (scope_id in (
	select s.scope_id from access.seen s where s.account_id = access.person() and s.role = 'administrator'));
create policy administrator_keeps on access.roles for select to shigikira_reader using (scope_id in (
	select s.scope_id from access.seen s where s.account_id = access.person() and s.role = 'administrator'));
create policy reader_sees_self on access.accounts for select to shigikira_reader using (id = access.person());
create policy reader_sees_own on access.roles for select to shigikira_reader using (account_id = access.person());
create policy doorkeeper_opens on access.accounts for select to shigikira_doorkeeper using (true);

grant select on access.scopes, access.seen, access.row_scopes to shigikira_reader, shigikira_judge, shigikira_figures, shigikira_backup;
grant select on access.seen to shigikira_doorkeeper;
grant select on access.accounts to shigikira_doorkeeper;
grant insert, update on access.scopes to shigikira_judge;
grant insert, update, delete on access.row_scopes, access.seen to shigikira_judge;
grant execute on function access.guard(regclass) to shigikira_owner;

-- One-time codes on paper, and the counter that slows guessing: in the database, so that two copies share it.
create table access.codes (
	id uuid primary key,
	scope_id uuid not null,
	account_id uuid not null references access.accounts (id),
	hash text not null,
	handed_on date not null,
	expires_at timestamptz not null default now() + interval '14 days',
	used_at timestamptz
);
create unique index codes_hash on access.codes (hash);
select access.guard('access.codes');
create policy doorkeeper_uses on access.codes to shigikira_doorkeeper using (true) with check (true);
grant select, update on access.codes to shigikira_doorkeeper;

create table access.attempts (
	key text primary key,
	failures integer not null default 0,
	last_at timestamptz not null default now()
);
grant select, insert, update, delete on access.attempts to shigikira_doorkeeper;
grant select on access.attempts to shigikira_backup;

insert into access.scopes (id, kind, parent_id) values ('00000000-0000-7000-8000-000000000001', 'platform', null);
