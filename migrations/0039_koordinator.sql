-- Which Asisten leads the forum of an office, and which Biro gathers its papers (Instruksi Sekda 4/2024, KESATU a and g: "sesuai
-- lingkup masing-masing", "di bawah koordinasinya"). An office without a row is everybody's who has the role.
create table koordinator (
  unit text not null references unit_kerja,
  peran text not null check (peran in ('ASISTEN_SEKDA', 'SUBKOORDINATOR')),
  jabatan text not null references jabatan,
  dasar text not null check (dasar <> ''),
  berlaku_dari date not null,
  berlaku_sampai date,
  primary key (unit, peran, berlaku_dari),
  constraint one_coordinator_at_a_time exclude using gist (
    unit with =, peran with =, daterange(berlaku_dari, berlaku_sampai, '[]') with &&)
);
