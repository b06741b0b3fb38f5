-- Plans and their pohon kinerja: cascade by `induk`, crosscutting to other units, targets of the years.

create table dokumen_rencana (
  unit text not null references unit_kerja,
  kode text not null check (kode <> ''),
  jenis text not null check (jenis in ('RPJMD', 'RPD', 'RENSTRA', 'RENJA')),
  nama text not null check (nama <> ''),
  tahun_dari int not null,
  tahun_sampai int not null,
  induk text,
  sumber text,
  keterangan text,
  version int not null default 1,
  primary key (unit, kode),
  foreign key (unit, induk) references dokumen_rencana,
  constraint no_plan_is_above_itself check (induk <> kode),
  constraint a_plan_ends_after_it_begins check (tahun_sampai >= tahun_dari)
);

create table simpul_kinerja (
  id uuid primary key,
  unit text not null,
  dokumen text not null,
  kode text not null check (kode <> ''),
  induk uuid references simpul_kinerja,
  jenis text not null check (jenis in ('TUJUAN', 'SASARAN', 'CSF', 'PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN')),
  pernyataan text not null check (pernyataan <> ''),
  urutan int not null,
  sumber text,
  keterangan text,
  version int not null default 1,
  foreign key (unit, dokumen) references dokumen_rencana,
  unique (unit, dokumen, kode),
  unique (id, unit),
  constraint no_node_is_its_own_parent check (induk <> id)
);
create index simpul_kinerja_by_induk on simpul_kinerja (induk);

create table simpul_indikator (
  simpul uuid not null,
  unit text not null,
  kode text not null,
  urutan int not null,
  primary key (simpul, kode),
  foreign key (simpul, unit) references simpul_kinerja (id, unit),
  foreign key (unit, kode) references indikator
);
create index simpul_indikator_by_code on simpul_indikator (unit, kode);

-- A node that needs another unit's contribution: asked by its own unit, accepted or refused by the other.
create table crosscutting (
  simpul uuid not null references simpul_kinerja,
  unit text not null references unit_kerja,
  kontribusi text not null check (kontribusi <> ''),
  status text not null check (status in ('DIUSULKAN', 'DITERIMA', 'DITOLAK')),
  alasan text,
  unit_tercetak text[] not null default '{}',
  sumber text,
  keterangan text,
  version int not null default 1,
  primary key (simpul, unit),
  constraint a_refusal_says_why check (status <> 'DITOLAK' or coalesce(alasan, '') <> '')
);
create index crosscutting_by_unit on crosscutting (unit, status);

-- Two times: the year it is for, and when it was known. A new target supersedes, it does not overwrite.
create table target_jangka_menengah (
  id uuid primary key,
  unit text not null,
  kode text not null,
  tahun int not null check (tahun between 1945 and 2100),
  status text not null,
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  keterangan text,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  version int not null default 1,
  foreign key (unit, kode) references indikator,
  constraint a_target_is_there_exactly_when_its_status_says_so check ((status = 'NILAI') = (num_nonnulls(nilai, kategori, min, maks) > 0))
);
create unique index one_target_a_year on target_jangka_menengah (unit, kode, tahun) where superseded_at is null;
