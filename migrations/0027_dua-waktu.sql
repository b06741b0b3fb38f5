-- Two times for agreements, plans and their lines: what a row said before stays readable as it was known then (ADR 0007).
-- Also the lineage of a line through versions and years, the number of a document, and the reason for a target below the plan.

-- The instant at which a transaction records: the act's own, or the clock's where nobody said one.
create function instant_of_recording() returns timestamptz language sql volatile as $$
  select coalesce(nullif(current_setting('selaras.recorded_at', true), '')::timestamptz, clock_timestamp())
$$;

-- What rows of an agreement and its lines said, from when until when it was known; written by the trigger only.
create table perjanjian_kinerja_riwayat (
  tabel text not null,
  induk uuid not null, -- what it hung from; of the agreement itself, the agreement
  isi jsonb not null, -- the whole row
  recorded_at timestamptz not null,
  superseded_at timestamptz not null,
  constraint what_was_known_was_known_for_a_time check (recorded_at < superseded_at)
);
create index perjanjian_kinerja_riwayat_by_induk on perjanjian_kinerja_riwayat (tabel, induk);

-- The same of a plan and its lines.
create table rencana_aksi_riwayat (
  tabel text not null,
  induk uuid not null, -- what it hung from; of the plan itself, the plan
  isi jsonb not null, -- the whole row
  recorded_at timestamptz not null,
  superseded_at timestamptz not null,
  constraint what_was_known_was_known_for_a_time check (recorded_at < superseded_at)
);
create index rencana_aksi_riwayat_by_induk on rencana_aksi_riwayat (tabel, induk);

create function keep_what_was_known() returns trigger language plpgsql as $$
declare
  saat timestamptz := greatest(instant_of_recording(), old.recorded_at);
  lama jsonb := to_jsonb(old);
begin
  if lower(tg_op) = 'update' and to_jsonb(new) - '{version,recorded_at}'::text[] = lama - '{version,recorded_at}'::text[] then
    return new;
  end if;
  -- What stood for no time at all was never known.
  if old.recorded_at < saat then
    execute format('insert into %I (tabel, induk, isi, recorded_at, superseded_at) values ($1, $2, $3, $4, $5)', tg_argv[0])
      using tg_table_name::text, (lama ->> tg_argv[1])::uuid, lama, old.recorded_at, coalesce((lama ->> 'superseded_at')::timestamptz, saat);
  end if;
  if lower(tg_op) = 'delete' then
    return old;
  end if;
  new.recorded_at := saat;
  return new;
end $$;

alter table perjanjian_kinerja add column nomor text,
  add column dasar_revisi text,
  add column recorded_at timestamptz not null default instant_of_recording();
alter table perjanjian_kinerja_sasaran add column silsilah uuid,
  add column recorded_at timestamptz not null default instant_of_recording();
alter table perjanjian_kinerja_indikator add column silsilah uuid,
  add column alasan_target text,
  add column recorded_at timestamptz not null default instant_of_recording();
alter table rencana_aksi add column recorded_at timestamptz not null default instant_of_recording();
alter table rencana_aksi_indikator add column silsilah uuid,
  add column recorded_at timestamptz not null default instant_of_recording();
alter table rencana_aksi_ra add column silsilah uuid,
  add column recorded_at timestamptz not null default instant_of_recording();
alter table kriteria_keberhasilan add column silsilah uuid,
  add column recorded_at timestamptz not null default instant_of_recording();
alter table output_renaksi add column silsilah uuid,
  add column recorded_at timestamptz not null default instant_of_recording();

-- What is there already was known since the first act on its document, as far as the ledger says.
update perjanjian_kinerja p set recorded_at = l.at from (select subject, min(at) as at from ledger group by subject) l
  where l.subject = format('perjanjian-kinerja/%s/%s/%s', p.unit, p.tahun, p.versi);
update perjanjian_kinerja_sasaran s set recorded_at = p.recorded_at from perjanjian_kinerja p where p.id = s.pk;
update perjanjian_kinerja_indikator i set recorded_at = s.recorded_at from perjanjian_kinerja_sasaran s where s.id = i.sasaran;
update rencana_aksi r set recorded_at = l.at from (select subject, min(at) as at from ledger group by subject) l
  where l.subject = format('rencana-aksi/%s/%s/%s', r.unit, r.tahun, r.versi);
update rencana_aksi_indikator i set recorded_at = r.recorded_at from rencana_aksi r where r.id = i.rencana_aksi;
update rencana_aksi_ra a set recorded_at = i.recorded_at from rencana_aksi_indikator i where i.id = a.indikator;
update kriteria_keberhasilan k set recorded_at = a.recorded_at from rencana_aksi_ra a where a.id = k.ra;
update output_renaksi o set recorded_at = k.recorded_at from kriteria_keberhasilan k where k.id = o.kk;

create trigger what_was_known_stays before update or delete on perjanjian_kinerja
  for each row execute function keep_what_was_known('perjanjian_kinerja_riwayat', 'id');
create trigger what_was_known_stays before update or delete on perjanjian_kinerja_sasaran
  for each row execute function keep_what_was_known('perjanjian_kinerja_riwayat', 'pk');
create trigger what_was_known_stays before update or delete on perjanjian_kinerja_indikator
  for each row execute function keep_what_was_known('perjanjian_kinerja_riwayat', 'sasaran');
-- A changed target supersedes by itself; only with its indicator does it go.
create trigger what_was_known_stays before delete on perjanjian_kinerja_target
  for each row execute function keep_what_was_known('perjanjian_kinerja_riwayat', 'indikator');
create trigger what_was_known_stays before update or delete on rencana_aksi
  for each row execute function keep_what_was_known('rencana_aksi_riwayat', 'id');
create trigger what_was_known_stays before update or delete on rencana_aksi_indikator
  for each row execute function keep_what_was_known('rencana_aksi_riwayat', 'rencana_aksi');
create trigger what_was_known_stays before update or delete on rencana_aksi_ra
  for each row execute function keep_what_was_known('rencana_aksi_riwayat', 'indikator');
create trigger what_was_known_stays before update or delete on kriteria_keberhasilan
  for each row execute function keep_what_was_known('rencana_aksi_riwayat', 'ra');
create trigger what_was_known_stays before update or delete on output_renaksi
  for each row execute function keep_what_was_known('rencana_aksi_riwayat', 'kk');

-- Versions of the same output are found by it.
create index output_renaksi_by_silsilah on output_renaksi (silsilah);
