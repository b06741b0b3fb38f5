-- What an office says of the inputs of its own formula: by name their meaning, unit and bounds.
alter table indikator_versi add column masukan jsonb;
