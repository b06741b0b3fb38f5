-- Rencana Aksi: per indicator its actions (RA), their success criteria (KK) and the outputs (T/O) of each quarter.

create table rencana_aksi (
  id uuid primary key,
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 2000 and 2100),
  versi int not null check (versi > 0),
  status text not null check (status in ('DRAFT', 'DIHIMPUN', 'FORUM', 'HASIL_FORUM', 'DIHIMPUN_BKD', 'TTD_PEMILIK', 'DITETAPKAN', 'DIPUBLIKASI',
    'DIGANTI')),
  asal text not null check (asal in ('SISTEM', 'SEBELUM_SISTEM')),
  sumber text,
  keterangan text,
  isi_sha256 text,
  version int not null default 1,
  unique (unit, tahun, versi),
  constraint a_signed_plan_is_not_drafted_here check (asal = 'SISTEM' or status in ('DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI'))
);

-- An indicator as the action plan prints it: its words may differ from the agreement's, and that is a finding.
create table rencana_aksi_indikator (
  id uuid primary key,
  rencana_aksi uuid not null references rencana_aksi,
  pk_indikator uuid references perjanjian_kinerja_indikator,
  urutan int not null,
  nomor text,
  sasaran text,
  nama text,
  status text not null check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')),
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  keterangan text,
  version int not null default 1
);
create index rencana_aksi_indikator_by_plan on rencana_aksi_indikator (rencana_aksi, urutan);

create table rencana_aksi_ra (
  id uuid primary key,
  indikator uuid not null references rencana_aksi_indikator,
  urutan int not null,
  jenis text not null default 'AKSI' check (jenis in ('AKSI', 'MITIGASI')),
  kode text,
  kode_tercetak text,
  uraian text not null,
  nonrutin boolean, -- non-routine or sharpened (seed 004, line 126); null where nobody has said
  sumber text,
  keterangan text,
  version int not null default 1
);
create index rencana_aksi_ra_by_indikator on rencana_aksi_ra (indikator, urutan);

create table kriteria_keberhasilan (
  id uuid primary key,
  ra uuid not null references rencana_aksi_ra,
  urutan int not null,
  kode text,
  kode_tercetak text,
  uraian text, -- null where the paper prints none
  tempat int[] not null default '{}', -- every line it is printed on
  sumber text,
  keterangan text,
  version int not null default 1
);
create index kriteria_keberhasilan_by_ra on kriteria_keberhasilan (ra, urutan);

create table output_renaksi (
  id uuid primary key,
  kk uuid not null references kriteria_keberhasilan,
  urutan int not null,
  kode text,
  kode_tercetak text,
  uraian text not null,
  status text not null check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')),
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  satuan text,
  triwulan text check (triwulan in ('TW1', 'TW2', 'TW3', 'TW4')),
  penanggung_jawab text[] not null default '{}',
  mitigasi text,
  disalin_dari jsonb, -- of a merged cell: the output that holds it
  sumber text,
  keterangan text,
  version int not null default 1
);
create index output_renaksi_by_kk on output_renaksi (kk, urutan);
