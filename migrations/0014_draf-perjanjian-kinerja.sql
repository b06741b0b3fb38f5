-- A line of a draft may still lack its text: it is required from DIHIMPUN on (fields.ts), and a finding until then.

alter table perjanjian_kinerja_sasaran drop constraint perjanjian_kinerja_sasaran_uraian_check;
alter table perjanjian_kinerja_indikator drop constraint perjanjian_kinerja_indikator_nama_check;
