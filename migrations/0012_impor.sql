-- What has been imported: a paper or data file is recognised by its content.
create table impor (
  sha256 text primary key,
  nama text not null,
  skema text not null,
  dimuat int not null,
  temuan jsonb not null,
  actor text not null,
  recorded_at timestamptz not null
);
