-- A calendar program reads somebody's deadlines and forums from an address that nobody guesses: of its secret only the hash is kept.
create table langganan_kalender (
  akun uuid primary key references account on delete cascade,
  token_hash text unique, -- null: revoked
  dibuat timestamptz,
  version int not null default 1,
  constraint an_address_says_since_when check ((token_hash is null) = (dibuat is null))
);
