-- Budget and spending of a year by program, kegiatan, sub kegiatan and kind of spending, and by month. Unknown is null, never 0.

create table program_anggaran (
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 1945 and 2100),
  kode text not null check (kode <> ''),
  induk text,
  jenis text not null check (jenis in ('PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN', 'JENIS_BELANJA')),
  nama text not null check (nama <> ''),
  pagu_awal numeric check (pagu_awal >= 0),
  pagu numeric check (pagu >= 0),
  realisasi numeric check (realisasi >= 0),
  urutan int not null,
  -- Where the row stands; and each amount, where it stands elsewhere.
  sumber text,
  sumber_pagu_awal text,
  sumber_pagu text,
  sumber_realisasi text,
  keterangan text,
  version int not null default 1,
  primary key (unit, tahun, kode),
  -- Deferred: a file may name children before their parents.
  constraint a_parent_is_of_the_same_year foreign key (unit, tahun, induk) references program_anggaran deferrable initially deferred,
  constraint no_program_is_its_own_parent check (induk <> kode)
);
create index program_anggaran_by_induk on program_anggaran (unit, tahun, induk);

-- RPD (the plan of spending) and realisasi of a month, or up to it (kumulatif).
create table anggaran_bulanan (
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 1945 and 2100),
  bulan int not null check (bulan between 1 and 12),
  rpd numeric check (rpd >= 0),
  realisasi numeric check (realisasi >= 0),
  kumulatif boolean not null,
  sumber text,
  keterangan text,
  version int not null default 1,
  primary key (unit, tahun, bulan)
);
