-- What one office issues for all, it also defines once: its dictionary entry holds for an office that received it and has none of its own.
create table indikator_diterima (
  unit text not null,
  kode text not null,
  pemilik text not null,
  primary key (unit, kode),
  foreign key (unit, kode) references indikator,
  foreign key (pemilik, kode) references indikator,
  constraint nobody_receives_what_is_his check (unit <> pemilik)
);
create index indikator_diterima_by_pemilik on indikator_diterima (pemilik, kode);
