-- Beside each stored result what others are computed from: the value with the digits that are carried and not shown, and how it
-- came about. Without `cara` a row was written before this migration: whoever rests on it reads the sources of the result instead,
-- until it is written again or everything is (`selaras hitung-ulang --simpan`).
alter table capaian add column nilai_utuh numeric;
alter table capaian add column cara text;
alter table capaian add constraint a_result_came_about_in_a_known_way check (cara in ('RUMUS', 'AGREGASI', 'KLAIM', 'TIDAK_ADA'));
alter table capaian add constraint a_whole_value_stands_beside_the_shown_one
  check (cara is null or (nilai is null) = (nilai_utuh is null));
