-- Perjanjian Kinerja: the agreement of a unit for a year, its sasaran, their indicators and the quarterly targets.

create table perjanjian_kinerja (
  id uuid primary key,
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 2000 and 2100),
  versi int not null check (versi > 0),
  bentuk text not null,
  status text not null check (status in ('DRAFT', 'DIHIMPUN', 'FORUM', 'HASIL_FORUM', 'KONSEP_FINAL_BIRO_ORB', 'PROSES_TTD_BKD', 'TTD_P1',
    'DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI')),
  asal text not null check (asal in ('SISTEM', 'SEBELUM_SISTEM')),
  alasan_revisi text check (alasan_revisi in ('GANTI_PEJABAT', 'PERUBAHAN_STRATEGI_PROGRAM_ANGGARAN', 'PERUBAHAN_PRIORITAS_ASUMSI',
    'PENYESUAIAN_TARGET_INSTRUKSI')),
  pihak_pertama_nama text,
  pihak_pertama_nip text,
  pihak_pertama_jabatan text,
  pihak_kedua_nama text,
  pihak_kedua_nip text,
  pihak_kedua_jabatan text,
  -- what other pages of the same paper print for the same person
  cetakan_lain jsonb not null default '[]',
  tanggal date,
  sumber text,
  keterangan text,
  -- of an imported paper: the same content again is recognised
  isi_sha256 text,
  version int not null default 1,
  unique (unit, tahun, versi),
  constraint a_revision_says_why check (versi = 1 or alasan_revisi is not null or asal = 'SEBELUM_SISTEM'),
  constraint a_signed_paper_is_not_drafted_here check (asal = 'SISTEM' or status in ('DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI'))
);

create table perjanjian_kinerja_sasaran (
  id uuid primary key,
  pk uuid not null references perjanjian_kinerja,
  urutan int not null,
  nomor text not null, -- as printed: one paper prints 19 twice
  kelompok text not null,
  uraian text not null check (uraian <> ''),
  sumber text,
  keterangan text,
  version int not null default 1
);
create index perjanjian_kinerja_sasaran_by_pk on perjanjian_kinerja_sasaran (pk, urutan);

create table perjanjian_kinerja_indikator (
  id uuid primary key,
  sasaran uuid not null references perjanjian_kinerja_sasaran,
  urutan int not null,
  nomor text,
  kode text, -- of the dictionary, where it is known
  nama text not null check (nama <> ''),
  sumber_data text,
  pengukuran text,
  satuan text,
  nilai_lebih jsonb not null default '[]', -- cells that a row prints beyond its five
  sumber text,
  keterangan text,
  version int not null default 1
);
create index perjanjian_kinerja_indikator_by_sasaran on perjanjian_kinerja_indikator (sasaran, urutan);
create index perjanjian_kinerja_indikator_by_kode on perjanjian_kinerja_indikator (kode);

-- Two times: a changed target supersedes the one before, which stays readable as it was known then.
create table perjanjian_kinerja_target (
  indikator uuid not null references perjanjian_kinerja_indikator,
  periode text not null check (periode in ('TW1', 'TW2', 'TW3', 'TW4', 'TAHUNAN')),
  status text not null check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')),
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  version int not null default 1,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (indikator, periode, version),
  constraint an_empty_state_holds_no_value check (status = 'NILAI' or coalesce(nilai::text, kategori, min::text, maks::text) is null),
  constraint a_range_ascends check (min <= maks)
);
create unique index one_target_in_force on perjanjian_kinerja_target (indikator, periode) where superseded_at is null;
