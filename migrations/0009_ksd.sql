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
  target_status text not null,
  target_nilai numeric,
  target_tercetak text,
  realisasi_status text not null,
  realisasi_nilai numeric,
  realisasi_tercetak text,
  catatan_verifikator text,
  sumber text,
  version int not null default 1,
  primary key (renaksi, periode),
  constraint a_status_of_target check (target_status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')
    and (target_status = 'NILAI') = (target_nilai is not null)),
  constraint a_status_of_result check (realisasi_status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')
    and (realisasi_status = 'NILAI') = (realisasi_nilai is not null))
);
