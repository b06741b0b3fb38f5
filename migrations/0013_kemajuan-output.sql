-- Progress of the outputs of an action plan, and what stood in the way of a measurement.

-- What was done of an output (T/O) in its quarter, as the office says; who said what before stands in the ledger.
create table kemajuan_output (
  output uuid primary key references output_renaksi,
  status text not null,
  nilai numeric,
  kategori text,
  min numeric,
  maks numeric,
  tercetak text,
  catatan text,
  actor text not null,
  recorded_at timestamptz not null,
  version int not null,
  constraint progress_holds_a_value_or_a_state check (
    (status = 'NILAI') = (nilai is not null or kategori is not null or min is not null or maks is not null)),
  constraint progress_has_a_known_status check (status in ('NILAI', 'TIDAK_DITARGETKAN', 'BELUM_RILIS', 'KOSONG'))
);

create table kemajuan_output_bukti (
  output uuid not null references kemajuan_output,
  sha256 text not null references bukti,
  halaman text,
  tanggal date,
  penerbit text,
  primary key (output, sha256)
);

-- LKE 3.b asks every report for the obstacles met and what was done about them: noted while they are fresh.
alter table pengukuran add column hambatan text, add column tindak_lanjut text;
