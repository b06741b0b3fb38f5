-- What a remote signing service knows a person by. Encrypted with a key of the data folder; never shown, never in the ledger.
create table signer_identity (
  account uuid primary key references account on delete cascade,
  nik_encrypted text not null,
  recorded_at timestamptz not null
);
