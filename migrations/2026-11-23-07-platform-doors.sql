-- Sign-in. The four tables are those of better-auth 1.7 with its username plugin, in a schema of their own.
create schema auth;
grant usage on schema auth to shigikira_doorkeeper, shigikira_backup;

create table auth."user" (
	id text primary key,
	name text not null,
	email text not null unique,
	"emailVerified" boolean not null default false,
	image text,
	"createdAt" timestamptz not null default now(),
	"updatedAt" timestamptz not null default now(),
	username text unique,
	"displayUsername" text
);
create table auth.session (
	id text primary key,
	"expiresAt" timestamptz not null,
	token text not null unique,
	"createdAt" timestamptz not null default now(),
	"updatedAt" timestamptz not null default now(),
	"ipAddress" text,
	"userAgent" text,
	"userId" text not null references auth."user" (id) on delete cascade
);
create index on auth.session ("userId");
create table auth.account (
	id text primary key,
	"accountId" text not null,
	"providerId" text not null,
	"userId" text not null references auth."user" (id) on delete cascade,
	"accessToken" text,
	"refreshToken" text,
	"idToken" text,
	"accessTokenExpiresAt" timestamptz,
	"refreshTokenExpiresAt" timestamptz,
	scope text,
	password text,
	"createdAt" timestamptz not null default now(),
	"updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");
create table auth.verification (
	id text primary key,
	identifier text not null,
	value text not null,
	"expiresAt" timestamptz not null,
	"createdAt" timestamptz not null default now(),
	"updatedAt" timestamptz not null default now()
);
grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification to shigikira_doorkeeper;
grant select on auth."user", auth.account, auth.verification to shigikira_backup;

-- What the house keeps secret, the same for every copy of the program: what signs cookies, what opens sealed commands.
create table auth.secrets (
	name text primary key,
	value text not null
);
grant select, insert on auth.secrets to shigikira_doorkeeper;
grant select on auth.secrets to shigikira_backup;

-- A lane is one person on one device: its commands are taken in their order, one request at a time.
create table sync.lanes (
	device_id uuid not null,
	account_id uuid not null references access.accounts (id),
	secret_hash bytea not null,
	opened_at timestamptz not null default now(),
	primary key (device_id, account_id)
);
grant usage on schema sync to shigikira_doorkeeper;
grant select, insert, update on sync.lanes to shigikira_doorkeeper;
grant select on sync.lanes to shigikira_backup;

create policy doorkeeper_reads on access.roles for select to shigikira_doorkeeper using (true);
grant select on access.roles, access.scopes to shigikira_doorkeeper;
