-- A change of a plan in force: proposed by the office, decided by the Forum Kinerja Triwulanan, and then drafted (RA-10).
create table perubahan_rencana_aksi (
  id uuid primary key,
  rencana_aksi uuid not null references rencana_aksi, -- the version that is changed
  alasan text not null check (alasan in ('PERUBAHAN_PERUU', 'KEBIJAKAN_ARAHAN_PIMPINAN')),
  objek text[] not null check (objek <@ array['OUTPUT_OUTCOME', 'PERIODE', 'TRAJECTORY'] and cardinality(objek) > 0),
  periode text[] not null check (cardinality(periode) > 0),
  uraian text not null check (uraian <> ''),
  status text not null check (status in ('USULAN', 'DISETUJUI', 'DITOLAK')),
  keputusan_forum text, -- which forum decided
  alasan_keputusan text,
  draf uuid references rencana_aksi, -- what was drafted by it
  diusulkan_at timestamptz not null,
  diputuskan_at timestamptz,
  version int not null default 1,
  constraint a_decision_names_its_forum check ((status = 'USULAN') = (keputusan_forum is null)),
  constraint a_rejection_says_why check (status <> 'DITOLAK' or coalesce(alasan_keputusan, '') <> ''),
  constraint only_what_is_approved_is_drafted check (draf is null or status = 'DISETUJUI')
);
create unique index one_open_proposal on perubahan_rencana_aksi (rencana_aksi) where status = 'USULAN';
