// What PostgreSQL's catalogue says of the program's tables.
import type pg from 'pg'
import { quote } from './archive.ts'

/** Every table of the program, each after those it refers to. */
export async function tablesInLoadOrder(client: pg.Client): Promise<string[]> {
  const tables = await client.query<{ name: string; needs: string[] }>(`
    select t.relname as name, coalesce(array_agg(distinct f.relname::text) filter (where f.oid <> t.oid), '{}') as needs
    from pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' left join pg_class f on f.oid = c.confrelid
    where t.relkind in ('r', 'p') and not t.relispartition group by t.oid, t.relname order by t.relname collate "C"`)
  const waiting = tables.rows
  const order: string[] = []
  while (waiting.length) {
    const next = waiting.findIndex((t) => t.needs.every((n) => order.includes(n)))
    if (next < 0) throw new Error(`foreign keys run in a circle among ${waiting.map((t) => t.name).join(', ')}`)
    order.push(waiting.splice(next, 1)[0]!.name)
  }
  return order
}

/** Without generated columns: they come back by themselves. */
export async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [quote(table)],
  )
  return found.rows.map((c) => c.name)
}

/** The rows by primary key, texts by their bytes, so that the same data gives the same file on every server. */
export async function orderedRows(client: pg.Client, table: string, columns: readonly string[]): Promise<string> {
  const key = await client.query<{ name: string; text: boolean }>(
    `select a.attname as name, a.attcollation <> 0 as text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, n), pg_attribute a
     where i.indrelid = $1::regclass and i.indisprimary and a.attrelid = i.indrelid and a.attnum = k.attnum order by k.n`,
    [quote(table)],
  )
  const order = key.rows.map((c) => `t.${quote(c.name)}${c.text ? ' collate "C"' : ''}`).join(', ') || 't::text collate "C"'
  return `select ${columns.map((c) => `t.${quote(c)}`).join(', ')} from ${quote(table)} t order by ${order}`
}
