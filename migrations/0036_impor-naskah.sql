-- A paper that was read and kept: which document it became. The same file may hold an agreement and an action plan.
create table impor_naskah (
  sha256 text not null,
  jenis text not null check (jenis in ('pk', 'rencana-aksi')),
  nama text not null,
  unit text not null,
  tahun int not null,
  dokumen uuid not null,
  cara text not null check (cara in ('DRAF', 'DITETAPKAN')),
  actor text not null,
  recorded_at timestamptz not null,
  primary key (sha256, jenis)
);
