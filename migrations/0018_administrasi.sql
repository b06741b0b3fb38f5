-- Administration: when an account last signed in, when a period opens, and the ledger read by time and by person.
alter table account add column last_sign_in_at timestamptz;

-- A closed period takes nothing new; what was begun is still confirmed, until it is locked.
alter table periode_pengukuran add column dibuka date;
alter table periode_pengukuran drop constraint a_period_is_closed_open_or_locked;
alter table periode_pengukuran add constraint a_period_has_a_known_state
  check (status in ('BELUM_DIBUKA', 'TERBUKA', 'DITUTUP', 'TERKUNCI'));
alter table periode_pengukuran add constraint a_period_opens_before_its_deadline check (batas >= dibuka);

create index ledger_by_time on ledger (at desc, office desc, seq desc);
create index ledger_by_actor on ledger (actor, at);
