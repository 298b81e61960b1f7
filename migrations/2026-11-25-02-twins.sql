-- Twins: two records that may be of one organisation, or of one person. A program proposes, a person decides, and a person undoes.

-- Organisations are counted as one as persons are: what was told holds for either.
alter table facts.same_as rename column person_id to record_id;

-- Tells what counts as one with the number under which everything else of the transaction is published.
create function commands.publish_same(told jsonb, head bigint) returns bigint language plpgsql as $$
begin
	update facts.same_as s set left_at = head from jsonb_to_recordset(told) as t (record_id uuid, counted_as uuid)
	where s.record_id = t.record_id and s.left_at is null and s.counted_as is distinct from t.counted_as;
	insert into facts.same_as (record_id, counted_as, entered)
	select t.record_id, t.counted_as, head from jsonb_to_recordset(told) as t (record_id uuid, counted_as uuid)
	where t.counted_as is not null and not exists (select 1 from facts.same_as s where s.record_id = t.record_id and s.left_at is null);
	return head;
end $$;
grant execute on function commands.publish_same(jsonb, bigint) to shigikira_judge;

-- Whoever registers an organisation looks at its neighbours under the same partner.
create index on registry.organisations (partner_id, place_scheme, place_code);

-- Under which keys an organisation is found again. An empty key is a place that is free for the next.
create table registry.twin_keys (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	organisation_id uuid not null references registry.organisations (id),
	key text not null check (char_length(key) <= 400),
	check (scope_id = organisation_id)
);
-- Without a condition on the key: a plan that holds for every key could not use it.
create index twin_keys_met on registry.twin_keys (programme_id, key, id);
create index on registry.twin_keys (organisation_id);
select access.guard('registry.twin_keys');

-- A pair belongs to the lowest scope that holds both: nobody who sees but one of the two sees the pair.
create table registry.twins (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	one_id uuid not null references registry.organisations (id),
	other_id uuid not null references registry.organisations (id),
	score integer not null check (score between 0 and 100),
	reasons text[] not null,
	state text not null check (state in ('proposed', 'merged', 'different')),
	stands_id uuid references registry.organisations (id),
	rank integer not null check (rank >= 0),
	decided_on date,
	decided_by uuid,
	check (one_id < other_id),
	check ((state = 'merged') = (stands_id is not null)),
	check ((state = 'proposed') = (decided_on is null)),
	unique (one_id, other_id)
);
create index on registry.twins (other_id);
create index on registry.twins (programme_id, state);
select access.guard('registry.twins');

-- Which record stands for one that was told to be the same; seen by those who see both.
create table registry.stand_ins (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	record_id uuid not null unique references registry.organisations (id),
	stands_id uuid references registry.organisations (id),
	check (record_id <> stands_id)
);
create index on registry.stand_ins (stands_id);
select access.guard('registry.stand_ins');

-- Of a person: where she was met, and the keys under which she is found again beyond her organisation.
create table people.twin_keys (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	partner_id uuid not null references programme.partners (id),
	organisation_id uuid not null references registry.organisations (id),
	person_id uuid not null unique references people.persons (id),
	place text not null,
	whole text not null,
	longest text not null,
	phone text not null,
	check (scope_id = organisation_id)
);
create index on people.twin_keys (programme_id, whole, id);
create index on people.twin_keys (programme_id, longest, id);
create index on people.twin_keys (programme_id, phone, id);
create index on people.twin_keys (organisation_id, id);
select access.guard('people.twin_keys');

create table people.twins (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	one_id uuid not null references people.persons (id),
	other_id uuid not null references people.persons (id),
	score integer not null check (score between 0 and 100),
	reasons text[] not null,
	state text not null check (state in ('proposed', 'merged', 'different')),
	stands_id uuid references people.persons (id),
	rank integer not null check (rank >= 0),
	decided_on date,
	decided_by uuid,
	check (one_id < other_id),
	check ((state = 'merged') = (stands_id is not null)),
	check ((state = 'proposed') = (decided_on is null)),
	unique (one_id, other_id)
);
create index on people.twins (other_id);
create index on people.twins (programme_id, state);
select access.guard('people.twins');

create table people.stand_ins (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	record_id uuid not null unique references people.persons (id),
	stands_id uuid references people.persons (id),
	check (record_id <> stands_id)
);
create index on people.stand_ins (stands_id);
select access.guard('people.stand_ins');
