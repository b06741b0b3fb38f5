-- Reviu: papers that were checked, and what people decided of the findings (PermenPANRB 53/2014: Pedoman Reviu atas Laporan Kinerja).

-- What was read of a file: made from it by the reader of that day, and made again when a file is checked again.
create table reviu_naskah (
  id uuid primary key,
  isi bytea not null -- gzip of JSON: the blocks, and everything that was reckoned
);

-- One check of one file; the file itself is kept by its content. A paper that is checked again is a new row.
create table reviu (
  id uuid primary key,
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 2000 and 2100),
  jenis text not null check (jenis in ('LKIP', 'PK', 'RENCANA_AKSI', 'INSTRUKSI', 'LAIN')),
  urutan int not null check (urutan > 0),
  nama text not null check (nama <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  ukuran bigint not null check (ukuran > 0),
  bentuk text not null check (bentuk in ('text', 'html', 'docx', 'xlsx', 'pdf')),
  aturan_versi text not null,
  panjang int not null, -- lines, pages, paragraphs or rows, by its form
  ragu int not null, -- places that the reader understood only in part
  tabel int not null,
  hitungan int not null,
  cocok int not null,
  temuan jsonb not null,
  naskah uuid not null references reviu_naskah,
  oleh text not null,
  nama_oleh text not null,
  recorded_at timestamptz not null,
  unique (unit, tahun, jenis, urutan),
  constraint no_more_holds_than_was_reckoned check (cocok <= hitungan)
);
create index reviu_by_time on reviu (recorded_at desc, id desc);

-- What stands for a finding of an office, year and kind of paper, in every check of it. Its history is in the ledger.
create table reviu_putusan (
  unit text not null references unit_kerja,
  tahun int not null,
  jenis text not null,
  kunci text not null check (kunci ~ '^[0-9a-f]{16}$'),
  putusan text check (putusan in ('DITERIMA', 'DIJELASKAN', 'DITOLAK')), -- null: taken back
  alasan text,
  reviu uuid not null references reviu, -- the check in which it was decided
  oleh text not null,
  nama_oleh text not null,
  recorded_at timestamptz not null,
  version int not null default 1,
  primary key (unit, tahun, jenis, kunci),
  constraint what_is_not_mended_says_why check (putusan is null or putusan = 'DITERIMA' or coalesce(alasan, '') <> '')
);
