-- Signed papers: what was signed (a snapshot), by whom, and the file that came of it. Evidence keeps the files, by content.

create table signed_paper (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'), -- printed on the paper; 60 bits that nobody guesses
  subject text not null, -- as in the ledger
  title text not null,
  snapshot text not null, -- the blocks that were printed, as canonical JSON
  snapshot_sha256 text not null,
  awaits text references pegawai, -- who held the office of the next signature when this one was made
  created_at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  constraint a_void_says_why check ((voided_at is null) = (void_reason is null))
);
-- A paper that was refused is signed anew under another code; of those that stand there is one.
create unique index one_signed_paper_stands on signed_paper (subject) where voided_at is null;

create table signature (
  code text not null references signed_paper,
  seq int not null check (seq > 0),
  account uuid not null references account,
  pegawai text not null references pegawai,
  name text not null, -- as the certificate has them
  office text not null,
  at timestamptz not null,
  time_stamp timestamptz, -- of the time-stamp service, where there is one
  service text not null check (service in ('LOKAL', 'JARAK_JAUH')),
  sha256 text not null unique, -- of the file with this signature: no file is signed into two papers
  primary key (code, seq)
);
create trigger signatures_are_append_only before update or delete on signature for each row execute function refuse_rewriting();
create trigger signatures_are_never_emptied before truncate on signature execute function refuse_rewriting();

-- Certificate authorities whose signatures this instance has accepted: a restored instance has a new local one, and still knows the old.
create table trusted_authority (
  sha256 text primary key,
  certificate text not null, -- PEM
  since timestamptz not null
);
