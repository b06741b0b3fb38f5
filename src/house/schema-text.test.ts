import assert from 'node:assert/strict'
import { test } from 'node:test'
import { many, sql } from '../platform/db/database.ts'
import { listMigrations } from '../platform/db/migrate.ts'
import { freshDatabase } from '../platform/db/testing.ts'
import { readTables, statusesOf } from './schema-text.ts'

const { db } = await freshDatabase(1)

test('what is read from the migrations is what PostgreSQL makes of them', async () => {
  const real = await many(
    db,
    sql<{ name: string; columns: string[] }>`select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration' group by c.relname order by c.relname collate "C"`,
  )
  assert.deepEqual(
    readTables(listMigrations()).map(({ name, columns }) => ({ name, columns: columns.map((c) => c.name) })),
    real,
  )
})

test('comments, quotes and parentheses do not confuse the reading', () => {
  const text = `-- Not this one: a blank line follows.

-- What it is;
-- in two lines.
create table a (
  kode text primary key, -- the code, "short"
  -- before the amount
  jumlah numeric(20, 2) not null default 0 check (jumlah >= 0),
  sifat text check (sifat in ('SATU;DUA', 'TIGA')),
  constraint it_has_a_code check (kode ~ '^[a-z,(]+$')
);
create function f() returns trigger language plpgsql as $$ begin raise exception 'create table z ('; end $$;
alter table a add column keterangan text, add constraint more check (true), drop column sifat;
alter table a rename column jumlah to nilai;`
  assert.deepEqual(readTables([{ nama: '0001_a.sql', text }]), [
    {
      name: 'a',
      file: '0001_a.sql',
      comment: 'What it is; in two lines.',
      columns: [
        { name: 'kode', type: 'text primary key', comment: 'the code, "short"' },
        { name: 'nilai', type: 'numeric(20, 2) not null default 0 check (jumlah >= 0)', comment: 'before the amount' },
        { name: 'keterangan', type: 'text', comment: '' },
      ],
      rules: ["constraint it_has_a_code check (kode ~ '^[a-z,(]+$')", 'constraint more check (true)'],
    },
  ])
  assert.deepEqual(statusesOf([{ nama: '0001_a.sql', text }]), ['TIGA'])
})
