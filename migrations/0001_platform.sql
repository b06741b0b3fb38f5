-- What every room stands on: the ledger of acts with its hash chains, repeat-safe requests, settings.

-- One line per act, one chain per office. No line is ever rewritten: see the trigger.
create table ledger (
  office text not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject text not null,
  status text,
  note text,
  detail text not null,
  previous text not null,
  hash text not null,
  primary key (office, seq),
  constraint a_return_says_why check (act not like '%.kembalikan' or coalesce(note, '') <> '')
);
create index ledger_by_subject on ledger (subject, at);

-- The head of each chain: locked by the act that lengthens it.
create table ledger_head (
  office text primary key,
  seq bigint not null,
  hash text not null,
  anchored bigint not null default 0 check (anchored <= seq)
);

-- A chain over the heads: each anchor names the heads that moved since the one before. Up to the last anchor, a cut-off tail is proven too.
create table ledger_anchor (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  heads text not null,
  previous text not null,
  hash text not null
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is never rewritten: % on % refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger ledger_is_append_only before update or delete on ledger for each row execute function refuse_rewriting();
create trigger ledger_is_never_emptied before truncate on ledger execute function refuse_rewriting();
create trigger anchors_are_append_only before update or delete on ledger_anchor for each row execute function refuse_rewriting();
create trigger anchors_are_never_emptied before truncate on ledger_anchor execute function refuse_rewriting();

-- A request that is repeated with the same key gets the first answer again.
create table idempotency (
  actor text not null,
  key text not null,
  request_hash text not null,
  status int,
  body text,
  at timestamptz not null,
  primary key (actor, key)
);

create table setting (
  name text primary key,
  value text not null
);
