-- Sasaran that one office issues once for all (Sasaran Khusus, Relevan Lainnya, Operasional), received into the agreement of each;
-- and the legal basis on which a target may fall below last year's result.

create table sasaran_bersama (
  id uuid primary key,
  pemilik text not null references unit_kerja,
  tahun int not null check (tahun between 2000 and 2100),
  kelompok text not null,
  uraian text not null check (uraian <> ''),
  kode text, -- of the dictionary, where the receiving office has it
  nama text not null check (nama <> ''),
  sumber_data text,
  pengukuran text,
  satuan text,
  untuk text[], -- null: every Perangkat Daerah
  status text not null check (status in ('DITERBITKAN', 'DITARIK')),
  alasan text,
  version int not null default 1,
  constraint a_withdrawal_says_why check (status <> 'DITARIK' or coalesce(alasan, '') <> ''),
  constraint it_is_for_somebody check (cardinality(untuk) > 0)
);
create index sasaran_bersama_by_year on sasaran_bersama (tahun, pemilik);

create table sasaran_bersama_target (
  butir uuid not null references sasaran_bersama,
  periode text not null check (periode in ('TW1', 'TW2', 'TW3', 'TW4', 'TAHUNAN')),
  status text not null check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG')),
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  primary key (butir, periode),
  constraint an_empty_state_holds_no_value check (status = 'NILAI' or coalesce(nilai::text, kategori, min::text, maks::text) is null),
  constraint a_range_ascends check (min <= maks)
);

-- `dasar_target`: the article that allows what `alasan_target` explains. `bersama_versi`: of the item, as it was received.
alter table perjanjian_kinerja_indikator add column dasar_target text,
  add column bersama uuid references sasaran_bersama,
  add column bersama_versi int,
  add constraint what_is_received_has_a_version check ((bersama is null) = (bersama_versi is null));
