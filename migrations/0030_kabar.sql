-- What a person is told: once for each thing, whatever happens to clocks, workers and repeated runs.
create table kabar (
  id uuid primary key,
  akun uuid not null references account on delete cascade,
  hal text not null, -- what it is about: a line of the ledger, a deadline and how many days before it
  jenis text not null check (jenis in ('TUGAS', 'PENGINGAT', 'INFORMASI')),
  kalimat text not null,
  tempat jsonb not null, -- what stands in the places of the sentence
  ke text,
  dibuat timestamptz not null,
  dibaca timestamptz,
  constraint nobody_is_told_the_same_twice unique (akun, hal)
);
create index kabar_by_akun on kabar (akun, dibuat desc, id desc);
create index kabar_belum_dibaca on kabar (akun) where dibaca is null;

-- Up to which line of each chain people have been told; what was there before this table is not told.
create table kabar_batas (
  office text primary key,
  seq bigint not null
);
insert into kabar_batas select office, seq from ledger_head;

create table kabar_setelan (
  akun uuid primary key references account on delete cascade,
  alamat text,
  surel text[] not null default '{TUGAS,PENGINGAT}',
  tidak_terjangkau timestamptz, -- a server has refused the address for good
  sebab text,
  version int not null default 1,
  constraint only_an_address_can_be_out_of_reach check (tidak_terjangkau is null or alamat is not null)
);

-- Letters on their way. A worker holds the row while it sends, so that no clock decides whose letter it is.
create table surel (
  kabar uuid primary key references kabar on delete cascade,
  alamat text not null,
  status text not null default 'MENUNGGU' check (status in ('MENUNGGU', 'TERKIRIM', 'DITOLAK', 'GAGAL', 'BATAL')),
  percobaan int not null default 0 check (percobaan >= 0),
  coba_lagi timestamptz not null,
  dikirim timestamptz,
  sebab text,
  constraint a_letter_that_was_sent_says_when check ((status = 'TERKIRIM') = (dikirim is not null))
);
create index surel_menunggu on surel (coba_lagi) where status = 'MENUNGGU';
