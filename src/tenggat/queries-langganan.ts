// What is read by the address of a subscription: as its owner sees it on that day, or nothing any more.
import { judulOf, listVisible } from '../forum/queries.ts'
import { actorOfAccount, reach } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { type Context, contextAt } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { daysAfter } from '../platform/kernel/time.ts'
import { PERANGKAT_DAERAH } from '../unit-kerja/unit-kerja.ts'
import { type JadwalForum, langgananIcs, type TenggatUnit } from './langganan.ts'
import { faktaOf, faktaProvinsi } from './queries.ts'
import { tenggatOf } from './rules.ts'
import * as store from './store.ts'

/** So far back a deadline stays in the calendar. */
const PAST_DAYS = 90
const FORUMS = 500

/** Whether somebody has an address, and since when; the address itself was shown once. */
export async function langgananOf(on: Db, { actor }: Context): Promise<{ sejak: string | null; version: number }> {
  const found = await store.findLangganan(on, actor.id)
  return { sejak: found?.dibuat ?? null, version: found?.version ?? 0 }
}

/** The calendar behind a secret. Of one that is unknown, revoked, or of a closed account the same is said. */
export async function bacaLangganan(on: Db, token: string, now: Date): Promise<string | Refusal> {
  const owner = await store.findPelanggan(on, sha256(token))
  const actor = owner && (await actorOfAccount(on, owner, now))
  if (!actor) return refuse('TIDAK_DITEMUKAN', 'Alamat kalender ini tidak berlaku, atau sudah dicabut pemiliknya.')
  const ctx = contextAt(now, actor)
  const isi = [await deadlines(on, ctx), await forums(on, ctx)] as const
  return langgananIcs('Tenggat dan forum Selaras', ...isi, now)
}

async function deadlines(on: Db, { actor, today }: Context): Promise<TenggatUnit[]> {
  const reached = reach(actor.peran, 'tenggat.lihat')
  const seen = (k: store.KantorRow) => reached === 'SEMUA' || reached.includes(k.kode)
  const kantor = (await store.listKantor(on, PERANGKAT_DAERAH, today)).filter(seen)
  const provinsi = (await store.listKantor(on, ['PROVINSI'], today)).filter(seen)
  const nama = new Map([...kantor, ...provinsi].map((k) => [k.kode, k.nama]))
  const year = Number(today.slice(0, 4))
  const tahun = [year - 1, year, year + 1]
  const codes = kantor.map((k) => k.kode)
  const fakta = [...(await faktaOf(on, codes, tahun, today)), ...faktaProvinsi(provinsi, tahun, today)]
  const from = daysAfter(today, -PAST_DAYS)
  return fakta.flatMap((f) =>
    tenggatOf(f).flatMap((t) => (t.hari !== null && t.hari >= from ? [{ ...t, kantor: nama.get(f.unit)! }] : [])),
  )
}

async function forums(on: Db, ctx: Context): Promise<JadwalForum[]> {
  const year = Number(ctx.today.slice(0, 4))
  const found = []
  for (const tahun of [year - 1, year, year + 1]) found.push(...(await listVisible(on, ctx, { tahun, limit: FORUMS })))
  const from = daysAfter(ctx.today, -PAST_DAYS)
  return found.filter((f) => f.tanggal >= from).map((f) => ({ ...f, judul: judulOf(f, f.nama) }))
}
