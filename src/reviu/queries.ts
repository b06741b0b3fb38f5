// Reads: who sees which checks, a check with what was decided, what is mended since the one before, its report.

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { permits, reach } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { rulesVersion } from './commands-periksa.ts'
import type { HasilBerkunci } from './pemeriksaan.ts'
import { hasilReviu } from './reviu.document.ts'
import type { Hitungan, TemuanBerkunci, TemuanDiputus } from './reviu.ts'
import { decided, gone } from './rules.ts'
import * as store from './store.ts'

export type { ListedReviu, ReviuRow } from './store.ts'
export { readNaskah } from './store.ts'

export const LIHAT = 'reviu.lihat'
export const PERIKSA = 'reviu.periksa'
export const PUTUSKAN = 'reviu.putuskan'

export async function visibleReviu(on: Db, ctx: Context, id: string): Promise<store.ReviuRow | Refusal> {
  const found = await store.findReviu(on, id)
  const denied = found && (await permits(on, ctx, LIHAT, found.unit))
  return found && !denied ? found : refuse('TIDAK_DITEMUKAN', 'Reviu itu tidak ada, atau bukan untuk peran Anda.')
}

/** The refusal where the actor's roles do not reach the office of a paper. */
export const mayDo = async (on: Db, ctx: Context, act: string, unit: string): Promise<Refusal | undefined> =>
  permits(on, ctx, act, unit)

type Filter = Pick<store.ListFilter, 'unit' | 'tahun' | 'after' | 'limit'>
export async function listVisible(on: Db, ctx: Context, filter: Filter): Promise<store.ListedReviu[]> {
  const reached = reach(ctx.actor.peran, LIHAT)
  if (!reached.length) return []
  return store.listReviu(on, { ...filter, units: reached === 'SEMUA' ? null : reached, today: ctx.today })
}

export type Whole = store.ReviuRow & {
  readonly namaUnit: string
  readonly temuan: readonly TemuanDiputus[]
  /** Findings of the check before that are gone: mended, or seen otherwise by newer rules. */
  readonly hilang: readonly TemuanBerkunci[]
  readonly sebelum: {
    readonly id: string
    readonly urutan: number
    readonly aturanSama: boolean
    readonly naskahSama: boolean
  } | null
  readonly aturanTerbaru: boolean
  readonly boleh: { readonly putuskan: boolean; readonly periksa: boolean }
}

export async function wholeOf(on: Db, ctx: Context, reviu: store.ReviuRow): Promise<Whole> {
  const putusan = new Map((await store.listPutusan(on, reviu)).map(({ kunci, ...p }) => [kunci, p]))
  const before = await store.findBefore(on, reviu)
  return {
    ...reviu,
    namaUnit: (await findUnit(on, reviu.unit, ctx.today))?.nama ?? reviu.unit,
    temuan: decided(reviu.temuan, putusan),
    hilang: before ? gone(before.temuan, reviu.temuan) : [],
    sebelum: before
      ? {
          id: before.id,
          urutan: before.urutan,
          aturanSama: before.aturanVersi === reviu.aturanVersi,
          naskahSama: before.sha256 === reviu.sha256,
        }
      : null,
    aturanTerbaru: (await rulesVersion()) === reviu.aturanVersi,
    boleh: {
      putuskan: !(await permits(on, ctx, PUTUSKAN, reviu.unit)),
      periksa: !(await permits(on, ctx, PERIKSA, reviu.unit)),
    },
  }
}

export async function paperOf(on: Db, ctx: Context, reviu: store.ReviuRow): Promise<Document> {
  return hasilReviu(await wholeOf(on, ctx, reviu), ctx.now.toISOString())
}

const unpack = promisify(gunzip)
type Naskah = ReadPaper & { readonly hitungan: readonly Hitungan[] }

/** The check as the checker gave it, each finding by the key it is known by, for the forms that other programs read. */
export async function hasilOf(on: Db, reviu: store.ReviuRow): Promise<HasilBerkunci> {
  const { hitungan } = JSON.parse(String(await unpack(await store.readNaskah(on, reviu.id)))) as Naskah
  const { tabel, cocok, temuan, jenis, tahun } = reviu
  return {
    dokumen: { jenis, tahun, unit: reviu.unit },
    diperiksa: { tabel, hitungan: reviu.hitungan, cocok },
    temuan,
    hitungan,
  }
}
