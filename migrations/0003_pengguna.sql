-- Accounts and sessions. What a person may do is not stored here: it follows from the office held that day.
create table account (
  id uuid primary key,
  username text not null unique,
  pegawai_id text unique references pegawai,
  nama text not null,
  administrator boolean not null default false,
  password_hash text not null,
  must_change_password boolean not null default true,
  active boolean not null default true,
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  constraint a_username_is_plain check (username ~ '^[a-z0-9._-]{3,60}$')
);

-- Only the hash of the token is kept: who reads the table cannot use it.
create table session (
  token_hash text primary key,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_by_account on session (account_id);
