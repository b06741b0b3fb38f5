-- Of which units and years every result is kept: of those that hold anything, and of those that they stand under then.
-- A result that rests on another year or unit is stored where this says so, whichever change brings it about.
create table tahun_capaian (
  unit text not null references unit_kerja,
  tahun int not null,
  primary key (unit, tahun)
);

insert into tahun_capaian (unit, tahun)
with recursive berisi as (
  select unit, left(periode, 4)::int as tahun from klaim union select unit, left(periode, 4)::int from masukan
  union select unit, tahun from survei union select unit, left(periode, 4)::int from capaian
  union select g.induk, b.tahun from berisi b join garis_unit g on g.unit = b.unit
    and make_date(b.tahun, 12, 31) between g.berlaku_dari and coalesce(g.berlaku_sampai, 'infinity'))
select unit, tahun from berisi;
