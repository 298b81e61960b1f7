-- What a person did in her organisation when she came: it belongs to her place in the session, not to her.
alter table training.enrolments add column duty text not null default '' check (char_length(duty) <= 80);
alter table training.enrolments alter column duty drop default;

-- A mark that was taken back stays a row, and says nothing of her: phones hear of it as of any other change.
alter table training.attendance drop constraint attendance_mark_check;
alter table training.attendance add constraint attendance_mark_check check (mark in ('present', 'late', 'absent', 'excused', 'none'));

-- What each saving of a typed sheet changed, so that it can be put back. It names nobody.
create table training.typed_sheets (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	typed_on date not null,
	rows jsonb not null check (jsonb_array_length(rows) between 1 and 100),
	put_back boolean not null
);
create index on training.typed_sheets (session_id);
select access.guard('training.typed_sheets');

-- A signed sheet, photographed or scanned. The bytes are a file of the store, under the row's id.
create table training.sheet_scans (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	session_id uuid not null references training.sessions (id),
	name text not null check (char_length(name) between 1 and 120),
	type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
	bytes integer not null check (bytes between 1 and 5242880),
	digest text not null check (digest ~ '^[0-9a-f]{64}$'),
	added_on date not null,
	retired text not null check (char_length(retired) <= 200)
);
create index on training.sheet_scans (session_id);
create unique index sheet_scan_once on training.sheet_scans (session_id, digest) where retired = '';
select access.guard('training.sheet_scans');
