-- Surveys: tables of values by dimensions (kecamatan, kelurahan, unsur, …), one figure a row, in the order of the paper.

create table survei (
  id uuid primary key,
  unit text not null references unit_kerja,
  kode text not null,
  tahun int not null check (tahun between 2000 and 2100),
  nama text not null check (nama <> ''),
  sumber text,
  keterangan text,
  isi_sha256 text,
  version int not null default 1,
  unique (unit, kode, tahun)
);

create table survei_isian (
  id uuid primary key,
  survei uuid not null references survei,
  tabel text not null,
  periode text not null,
  urutan int not null,
  dimensi jsonb not null,
  unit text references unit_kerja,
  status text not null check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')),
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  keterangan text,
  version int not null default 1,
  unique (survei, tabel, periode, dimensi),
  unique (survei, tabel, periode, urutan)
);
