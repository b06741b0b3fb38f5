// What somebody has been told, and how it is set.
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { JENIS_KABAR } from './kabar.ts'
import { sentenceOf } from './sentences.ts'
import * as store from './store.ts'

export { countUnread, surelInAll } from './store.ts'

export async function listOwn(on: Db, { actor }: Context, belum: boolean, before: [string, string] | undefined, limit: number) {
  const at = before && { dibuat: before[0], id: before[1] }
  const rows = await store.listKabar(on, actor.id, belum, at, limit)
  return rows.map((k) => ({ ...k, teks: sentenceOf(k) }))
}

/** As it is set; what is not set yet sends tasks and reminders once there is an address. */
export async function setelanOf(on: Db, { actor }: Context) {
  const found = await store.findSetelan(on, actor.id)
  const { alamat = null, surel = JENIS_KABAR.filter((k) => k !== 'INFORMASI'), version = 0 } = found ?? {}
  return { alamat, surel, tidakTerjangkau: found?.tidakTerjangkau ?? null, version }
}
