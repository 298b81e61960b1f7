-- Somebody who is no longer to be reached stays written, and is shown no more.
alter table registry.contacts add column gone boolean not null default false;
alter table registry.contacts alter column gone drop default;

-- What was photographed or scanned of a line of history. The bytes are a file of the store, under the row's id.
create table registry.scans (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	organisation_id uuid not null references registry.organisations (id),
	line_id uuid not null,
	name text not null check (char_length(name) between 1 and 120),
	type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
	bytes integer not null check (bytes between 1 and 5242880),
	digest text not null check (digest ~ '^[0-9a-f]{64}$'),
	added_on date not null,
	struck boolean not null,
	check (scope_id = organisation_id)
);
create index on registry.scans (organisation_id);
-- The same page twice under one line is one page.
create unique index scan_once on registry.scans (line_id, digest) where not struck;
select access.guard('registry.scans');
