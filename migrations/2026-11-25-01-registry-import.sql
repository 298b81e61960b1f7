-- Lists that are being imported: what was read, how it was understood and corrected, before anything of it is registered.
create table registry.imports (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	programme_id uuid not null references programme.programmes (id),
	partner_id uuid not null references programme.partners (id),
	file_name text not null check (char_length(file_name) between 1 and 200),
	digest text not null check (digest ~ '^[0-9a-f]{64}$'),
	read_on date not null,
	done_on date,
	set_aside boolean not null,
	head jsonb not null,
	columns jsonb not null,
	kind_by_default text check (kind_by_default in ('association', 'network', 'cooperative', 'group', 'faith', 'other')),
	place_scheme text not null check (place_scheme in ('2017', '2025')),
	notes jsonb not null,
	check (scope_id = partner_id),
	check (not (set_aside and done_on is not null))
);
create index on registry.imports (partner_id);
select access.guard('registry.imports');

create table registry.import_lines (
	id uuid primary key,
	scope_id uuid not null references access.scopes (id),
	import_id uuid not null references registry.imports (id),
	number integer not null check (number > 0),
	cells jsonb not null,
	fields jsonb not null,
	faults jsonb not null,
	notes jsonb not null,
	corrected integer not null check (corrected >= 0),
	left_because text not null,
	candidates jsonb not null,
	decided text not null check (decided in ('', 'same', 'other')),
	organisation_id uuid not null,
	same_as_id uuid references registry.organisations (id),
	taken boolean not null,
	check ((decided = 'same') = (same_as_id is not null)),
	check (not (taken and left_because <> ''))
);
create unique index import_line_once on registry.import_lines (import_id, number);
select access.guard('registry.import_lines');
