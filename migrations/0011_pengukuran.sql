-- Measurement: periods, the state of each measurement, claims with their evidence, raw inputs, and the results derived from them.

create table periode_pengukuran (
  periode text primary key,
  status text not null default 'TERBUKA',
  batas date,
  version int not null default 1,
  constraint a_period_is_closed_open_or_locked check (status in ('BELUM_DIBUKA', 'TERBUKA', 'TERKUNCI')),
  constraint a_period_has_a_known_form check (periode ~ '^[0-9]{4}(-(TW[1-4]|S[12]|B(0[1-9]|1[0-2])))?$')
);

-- The state that a measurement has reached (akip-rules 5.2); the acts that led there stand in the ledger.
create table pengukuran (
  unit text not null references unit_kerja,
  kode text not null,
  periode text not null,
  status text not null,
  version int not null default 1,
  primary key (unit, kode, periode),
  foreign key (unit, kode) references indikator,
  constraint a_measurement_has_a_known_state check (status in ('DRAF', 'DIAJUKAN', 'DIVALIDASI_ATASAN', 'TERVERIFIKASI', 'TERKUNCI'))
);

-- Who says which value. Two letters, two values: both are kept. A correction supersedes.
create table klaim (
  id uuid primary key,
  unit text not null references unit_kerja,
  kode text not null,
  periode text not null,
  peran text not null,
  status text not null,
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  pihak text,
  surat text,
  tanggal date,
  keterangan text,
  sumber text,
  urutan int not null default 0,
  actor text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  constraint a_claim_has_a_known_role check (peran in ('DIUSULKAN', 'DIUKUR', 'DIVALIDASI', 'DIVERIFIKASI', 'DILAPORKAN')),
  constraint a_claim_holds_a_value_or_a_state check (
    (status = 'NILAI') = (nilai is not null or kategori is not null or min is not null or maks is not null)),
  constraint a_claim_has_a_known_status check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG'))
);
create index klaim_by_measurement on klaim (unit, periode, kode) where superseded_at is null;

-- Raw inputs of a formula, a cell a row: a table's name, the words that say which cell, and the figure.
create table masukan (
  id uuid primary key,
  unit text not null references unit_kerja,
  kode text not null,
  periode text not null,
  tabel text not null,
  urutan int not null,
  dimensi jsonb not null,
  status text not null,
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  sumber text,
  actor text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz
);
create index masukan_by_measurement on masukan (unit, periode, kode) where superseded_at is null;

-- Evidence lies in the file store under its hash; here is what it is called and who brought it.
create table bukti (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  nama text not null,
  jenis text not null,
  ukuran bigint not null check (ukuran > 0),
  unit text not null references unit_kerja,
  actor text not null,
  recorded_at timestamptz not null
);

create table klaim_bukti (
  klaim_id uuid not null references klaim,
  sha256 text not null references bukti,
  halaman text,
  tanggal date,
  penerbit text,
  primary key (klaim_id, sha256)
);

-- Derived, reproducible: what was computed, by which version. Reports print from it; `explain` computes it anew.
create table capaian (
  unit text not null,
  kode text not null,
  periode text not null,
  status text not null,
  nilai numeric,
  target numeric,
  capaian_status text not null,
  capaian numeric,
  kategori text,
  versi_id uuid,
  computed_at timestamptz not null,
  primary key (unit, kode, periode)
);
create index capaian_by_periode on capaian (periode, unit) include (capaian_status, capaian, kategori);
