-- The dictionary of indicators: a code for life, versions with dates; and the results of years, each as it was printed.

-- `version` counts the changes of the whole entry. A code may stand here without a version: known by its results only.
create table indikator (
  unit text not null references unit_kerja,
  kode text not null,
  version int not null default 1,
  primary key (unit, kode),
  constraint a_code_is_short_and_in_capitals check (kode ~ '^[A-Z][A-Z0-9_]{0,39}$')
);

-- Two times: valid (berlaku) and known (recorded, superseded). A correction supersedes a row and keeps its number `versi`.
create table indikator_versi (
  id uuid primary key,
  unit text not null,
  kode text not null,
  versi int not null check (versi > 0),
  nama text not null check (nama <> ''),
  dasar_hukum text[] not null default '{}',
  definisi text,
  cara_ukur text,
  satuan text not null check (satuan <> ''),
  jenis_nilai text not null,
  polaritas text not null,
  agregasi text not null,
  desimal int not null check (desimal between 0 and 10),
  skala text,
  skala_min numeric,
  skala_maks numeric,
  sumber_data text,
  pemilik_data text references unit_kerja,
  iku boolean not null,
  metode text,
  bacaan text,
  rumus text,
  per_triwulan jsonb,
  lapis_dasar jsonb,
  kebijakan jsonb,
  berlaku_dari date not null,
  berlaku_sampai date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  sumber text,
  keterangan text,
  foreign key (unit, kode) references indikator,
  constraint a_version_ends_after_it_begins check (berlaku_sampai >= berlaku_dari),
  constraint a_scale_has_its_ends_in_order check (skala_min <= skala_maks),
  constraint a_method_or_an_own_formula_not_both check (metode is null or rumus is null),
  constraint a_reading_is_of_a_method check (bacaan is null or metode is not null),
  constraint one_version_at_a_time exclude using gist (
    unit with =, kode with =, daterange(berlaku_dari, berlaku_sampai, '[]') with &&) where (superseded_at is null)
);
create unique index a_number_has_one_row_in_force on indikator_versi (unit, kode, versi) where superseded_at is null;
create index indikator_versi_by_time on indikator_versi (unit, kode, berlaku_dari);

-- Target, realisasi and capaian of a year as somebody printed them. Two papers, two values: both stay, one is in force.
create table hasil_tahunan (
  id uuid primary key,
  unit text not null,
  kode text not null,
  tahun int not null check (tahun between 1945 and 2100),
  unsur text not null check (unsur in ('TARGET', 'REALISASI', 'CAPAIAN')),
  status text not null,
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  keterangan text,
  berlaku boolean not null default true,
  recorded_at timestamptz not null,
  version int not null default 1,
  foreign key (unit, kode) references indikator,
  constraint a_value_is_there_exactly_when_its_status_says_so check ((status = 'NILAI') = (num_nonnulls(nilai, kategori, min, maks) > 0))
);
create unique index one_result_in_force on hasil_tahunan (unit, kode, tahun, unsur) where berlaku;
create index hasil_tahunan_by_code on hasil_tahunan (unit, kode, tahun, unsur);
