-- Units, their names and lines by date; offices (jabatan), people, and who holds which office when.
create extension if not exists btree_gist;

create table unit_kerja (
  kode text primary key,
  jenis text not null,
  berlaku_dari date not null,
  berlaku_sampai date,
  sumber text,
  version int not null default 1,
  constraint a_code_is_a_dotted_path check (kode ~ '^[a-z0-9-]+([.][a-z0-9-]+)*$'),
  constraint a_unit_ends_after_it_begins check (berlaku_sampai >= berlaku_dari)
);

-- A unit keeps its code and may change its name: DKI Jakarta became DKJ.
create table unit_kerja_nama (
  unit text not null references unit_kerja,
  nama text not null check (nama <> ''),
  berlaku_dari date not null,
  berlaku_sampai date,
  primary key (unit, berlaku_dari),
  constraint one_name_at_a_time exclude using gist (unit with =, daterange(berlaku_dari, berlaku_sampai, '[]') with &&)
);

-- A Walikota commands kecamatan and kelurahan, and only coordinates Sudin and Suban (seed 003, line 1953).
create table garis_unit (
  unit text not null references unit_kerja,
  induk text not null references unit_kerja,
  garis text not null check (garis in ('KOMANDO', 'KOORDINASI')),
  berlaku_dari date not null,
  berlaku_sampai date,
  primary key (unit, induk, garis, berlaku_dari),
  constraint no_unit_is_its_own_parent check (unit <> induk),
  constraint one_commander_at_a_time exclude using gist (unit with =, daterange(berlaku_dari, berlaku_sampai, '[]') with &&) where (garis = 'KOMANDO')
);
create index garis_unit_by_induk on garis_unit (induk, garis);

create table jabatan (
  kode text primary key,
  unit text not null references unit_kerja,
  nama text not null,
  jenjang text not null,
  peran text[] not null default '{}',
  berlaku_dari date not null,
  berlaku_sampai date,
  version int not null default 1
);
create index jabatan_by_unit on jabatan (unit);

create table pegawai (
  id text primary key,
  nama text not null check (nama <> ''),
  nip text unique,
  sumber text,
  version int not null default 1,
  constraint a_nip_has_18_digits check (nip ~ '^[0-9]{18}$')
);

-- Two times: valid (berlaku) and known (recorded, superseded). A correction supersedes, it does not overwrite.
create table penugasan (
  id uuid primary key,
  pegawai_id text not null references pegawai,
  jabatan text not null references jabatan,
  sifat text not null check (sifat in ('DEFINITIF', 'PJ', 'PLT', 'PLH')),
  berlaku_dari date not null,
  berlaku_sampai date,
  tanggal_pasti boolean not null default true,
  sumber text,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  constraint an_assignment_ends_after_it_begins check (berlaku_sampai >= berlaku_dari),
  constraint one_holder_at_a_time exclude using gist (
    jabatan with =, (case when sifat in ('PLT', 'PLH') then 'acting' else 'holder' end) with =,
    daterange(berlaku_dari, berlaku_sampai, '[]') with &&) where (superseded_at is null)
);
create index penugasan_by_pegawai on penugasan (pegawai_id) where superseded_at is null;
