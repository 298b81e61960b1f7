-- Who sees a row, asked in one order whatever the planner believes: first the few scopes that see the row, then each in what the
-- person sees. The join it was could begin with all that a person sees, for every row: after a large import, before PostgreSQL had counted
-- its tables anew, five thousand lines took twenty seconds.
create function access.guard_sight(guarded regclass, named text, key text) returns void language plpgsql as $$
begin
	execute format('alter policy %2$I on %1$s using (exists (
		select 1 from access.row_scopes r where r.row_id = %1$s.%3$I and (
			select true from access.seen s where s.account_id = access.person() and s.scope_id = r.scope_id and s.sees limit 1)))',
		guarded, named, key);
end $$;

create or replace function access.guard(guarded regclass) returns void language plpgsql as $$
begin
	execute format('alter table %s enable row level security', guarded);
	execute format('alter table %s force row level security', guarded);
	execute format('create policy owner_keeps on %s to shigikira_owner using (true) with check (true)', guarded);
	execute format('create policy judge_writes on %s to shigikira_judge using (true) with check (true)', guarded);
	execute format('create policy backup_copies on %s for select to shigikira_backup using (true)', guarded);
	execute format('create policy reader_sees on %s for select to shigikira_reader using (false)', guarded);
	perform access.guard_sight(guarded, 'reader_sees', 'id');
	execute format('grant select on %s to shigikira_reader, shigikira_backup', guarded);
	execute format('grant select, insert, update on %s to shigikira_judge', guarded);
end $$;
revoke execute on function access.guard_sight(regclass, text, text) from public;
grant execute on function access.guard_sight(regclass, text, text) to shigikira_owner;

select access.guard_sight(polrelid::regclass, polname::text, 'id') from pg_policy where polname = 'reader_sees';
select access.guard_sight('facts.facts', 'reader_opens', 'source_id');
