-- Forum: where agreements and plans are discussed before they are signed, and changes of plans are decided (Insekda 4/2024).

create table forum (
  id uuid primary key,
  jenis text not null check (jenis in ('PENYUSUNAN', 'TRIWULANAN')),
  unit text not null references unit_kerja, -- the office that is discussed; the province for the quarterly one
  periode text not null, -- a year, or a quarter
  urutan int not null check (urutan > 0), -- an agreement that was returned is discussed again
  status text not null check (status in ('TERJADWAL', 'BERLANGSUNG', 'NOTULEN', 'DITETAPKAN')),
  kesimpulan text,
  ditetapkan_at timestamptz,
  version int not null default 1,
  unique (jenis, unit, periode, urutan),
  constraint a_quarter_has_one_forum check (jenis = 'PENYUSUNAN' and periode ~ '^\d{4}$' or periode ~ '^\d{4}-TW[1-4]$' and urutan = 1),
  constraint minutes_have_their_day check ((status = 'DITETAPKAN') = (ditetapkan_at is not null))
);
create unique index one_open_forum on forum (jenis, unit, periode) where status <> 'DITETAPKAN';

-- A change of the schedule is a new row: what was said before stays. `urutan` is the SEQUENCE of the invitation.
create table forum_jadwal (
  forum uuid not null references forum,
  urutan int not null check (urutan >= 0),
  tanggal date not null,
  mulai time not null,
  selesai time not null,
  tempat text not null check (tempat <> ''),
  agenda text not null check (agenda <> ''),
  alasan text,
  recorded_at timestamptz not null,
  primary key (forum, urutan),
  constraint a_forum_ends_after_it_begins check (selesai > mulai),
  constraint a_change_says_why check (urutan = 0 or coalesce(alasan, '') <> '')
);

-- What is discussed, and what was decided of it. Versions of papers are rows of their own rooms.
create table forum_naskah (
  forum uuid not null references forum,
  jenis text not null check (jenis in ('PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'PERUBAHAN_RENCANA_AKSI')),
  naskah uuid not null,
  keputusan text check (keputusan in ('DISETUJUI', 'DIKEMBALIKAN', 'DITOLAK')),
  alasan text,
  diputuskan_at timestamptz,
  primary key (forum, naskah),
  constraint a_no_says_why check (keputusan is null or keputusan = 'DISETUJUI' or coalesce(alasan, '') <> ''),
  constraint a_decision_has_its_time check ((keputusan is null) = (diputuskan_at is null))
);
create index forum_naskah_by_naskah on forum_naskah (naskah);

-- Who came, under the names of that day; for whom somebody else came.
create table forum_hadir (
  forum uuid not null references forum,
  jabatan text not null references jabatan,
  nama_jabatan text not null,
  nama text,
  peran text[] not null,
  kehadiran text not null check (kehadiran in ('SENDIRI', 'DIWAKILI', 'TIDAK_HADIR')),
  wakil text,
  primary key (forum, jabatan),
  constraint a_representative_has_a_name check ((kehadiran = 'DIWAKILI') = (coalesce(wakil, '') <> ''))
);

-- Advice by role, on a line, on a whole paper, or (without words) that there is none.
create table forum_saran (
  id uuid primary key,
  forum uuid not null references forum,
  peran text not null,
  oleh text not null,
  naskah uuid,
  baris uuid,
  letak text, -- the line as it was called then
  isi text,
  recorded_at timestamptz not null,
  jawaban text check (jawaban in ('DILAKSANAKAN', 'TIDAK_DILAKSANAKAN')),
  alasan_jawaban text,
  dijawab_oleh text,
  dijawab_at timestamptz,
  version int not null default 1,
  foreign key (forum, naskah) references forum_naskah,
  constraint advice_is_about_a_paper check ((isi is null) = (naskah is null) and (baris is null or naskah is not null)),
  constraint an_answer_has_its_time check ((jawaban is null) = (dijawab_at is null)),
  constraint a_no_to_advice_says_why check (coalesce(jawaban, '') <> 'TIDAK_DILAKSANAKAN' or coalesce(alasan_jawaban, '') <> '')
);
create index forum_saran_by_forum on forum_saran (forum, recorded_at);
create index forum_saran_by_naskah on forum_saran (naskah) where naskah is not null;
