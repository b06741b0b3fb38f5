-- Passkeys (WebAuthn): the public half of a key that never leaves its owner's device. It signs in, and proves who signs a paper.
create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  name text not null check (btrim(name) <> ''),
  credential text not null unique, -- as the device calls it; a key belongs to one account
  public_key bytea not null, -- COSE
  counter bigint not null check (counter >= 0), -- of the device; where it goes back, the key was copied
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint an_owner_names_each_passkey_once unique (account_id, name)
);

-- What a device is asked to sign: for one account, one act and its documents; short-lived, used once. What was used stays until
-- it is forgotten, so that a repetition is known as one.
create table passkey_challenge (
  challenge text primary key,
  purpose text not null check (purpose in ('MASUK', 'TAMBAH', 'TANDA_TANGAN')),
  account_id uuid references account on delete cascade,
  binding text not null, -- hash of the act and of the documents as they were seen
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint only_who_signs_in_is_not_known_yet check ((account_id is null) = (purpose = 'MASUK'))
);
create index passkey_challenge_by_expiry on passkey_challenge (expires_at);
