-- Kegiatan Strategis Daerah: renaksi with target and result per period, and the verifier's note.

create table ksd_kegiatan (
  id uuid primary key,
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 2000 and 2100),
  urutan int not null,
  kode text not null,
  nama text not null check (nama <> ''),
  sumber text,
  keterangan text,
  isi_sha256 text,
  version int not null default 1,
  unique (unit, tahun, kode)
);

create table ksd_renaksi (
  id uuid primary key,
  kegiatan uuid not null references ksd_kegiatan,
  urutan int not null,
  uraian text not null check (uraian <> ''),
  sumber text,
  keterangan text,
  version int not null default 1
);
create index ksd_renaksi_by_kegiatan on ksd_renaksi (kegiatan, urutan);

create table ksd_hasil (
  renaksi uuid not null references ksd_renaksi,
  periode text not null,
  unsur text not null check (unsur in ('TARGET', 'REALISASI')),
  status text not null check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')),
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  version int not null default 1,
  primary key (renaksi, periode, unsur)
);

create table ksd_catatan (
  renaksi uuid not null references ksd_renaksi,
  periode text not null,
  catatan text not null,
  sumber text,
  version int not null default 1,
  primary key (renaksi, periode)
);
