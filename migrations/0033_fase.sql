-- The phase of a key stage (Instruksi Sekda 4/2024, lampiran B, notes); null where nobody has said.
alter table rencana_aksi_ra add column fase text check (fase in ('PERENCANAAN', 'PELAKSANAAN', 'MONITORING_EVALUASI'));
