-- The day on which the budget document (DPA) of a year was ratified: from it on a Perjanjian Kinerja is due (Instruksi Sekda 4/2024).
-- Where an office has no day of its own, that of the office above it counts.
create table dpa (
  unit text not null references unit_kerja,
  tahun int not null check (tahun between 1945 and 2100),
  disahkan date not null,
  nomor text,
  version int not null default 1,
  primary key (unit, tahun),
  constraint a_budget_is_ratified_around_its_year check (extract(year from disahkan) between tahun - 1 and tahun)
);
