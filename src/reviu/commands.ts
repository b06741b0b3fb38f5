// load → decide → save → tell, in the caller's transaction. A paper is read and checked before the transaction begins.
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { record } from '../platform/audit/ledger.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Stored } from '../platform/files/files.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import { checkPaper, type Hasil, rulesVersion } from './commands-periksa.ts'
import { temuanBerkunci } from './pemeriksaan.ts'
import type { JenisDokumen, Putusan, Reviu } from './reviu.ts'
import { refusePutusan, refuseTahun } from './rules.ts'
import * as store from './store.ts'

export type Checked = Required<Hasil> & { readonly aturanVersi: string; readonly isi: Uint8Array }
export const subjectOf = (r: Pick<Reviu, 'unit' | 'tahun' | 'jenis' | 'urutan'>) =>
  `reviu/${r.unit}/${r.tahun}/${r.jenis.toLowerCase()}/${r.urutan}`

const pack = promisify(gzip)

/** Reads and checks outside of any transaction: it takes seconds. */
export async function check(content: Uint8Array): Promise<Checked | Refusal> {
  const done = await checkPaper(content, { naskah: true })
  if (isRefusal(done)) return done
  const { reviu, naskah } = done as Required<Hasil>
  const shown = { ...naskah, hitungan: reviu.hitungan }
  const isi = await pack(JSON.stringify(shown), { level: constants.Z_BEST_COMPRESSION })
  return { reviu, naskah, aturanVersi: await rulesVersion(), isi }
}

export type Paper = {
  readonly unit: string
  readonly nama: string
  readonly stored: Stored
  /** As somebody says; without, as the paper says. */
  readonly tahun?: number
  readonly jenis?: JenisDokumen
}

/** Why a check cannot be kept: said before its file is stored, so that nothing is left of what is refused. */
export async function refuseReviu(
  on: Db,
  ctx: Context,
  { unit, tahun }: Omit<Paper, 'stored'>,
  { reviu }: Checked,
): Promise<Refusal | undefined> {
  const wrong = refuseTahun(tahun ?? reviu.dokumen.tahun)
  if (wrong) return wrong
  if (await findUnit(on, unit, ctx.today)) return undefined
  return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada.`, { field: 'unit' })
}

/** Keeps a check. The same file, checked by the same rules before, is that check. */
export async function keepReviu(
  tx: Tx,
  ctx: Context,
  paper: Paper,
  checked: Checked,
): Promise<{ id: string; baru: boolean } | Refusal> {
  const { reviu, naskah, aturanVersi, isi } = checked
  const wrong = await refuseReviu(tx, ctx, paper, checked)
  if (wrong) return wrong
  const of = { unit: paper.unit, tahun: (paper.tahun ?? reviu.dokumen.tahun)!, jenis: paper.jenis ?? reviu.dokumen.jenis }
  const same = await store.findSame(tx, of, paper.stored.sha256, aturanVersi)
  if (same) return { id: same.id, baru: false }
  const id = ctx.newId()
  const before = await store.findLatest(tx, of)
  const row = {
    ...of,
    id,
    nama: paper.nama,
    ...paper.stored,
    bentuk: naskah.form,
    aturanVersi,
    panjang: naskah.length,
    ragu: naskah.doubts.length,
    ...reviu.diperiksa,
    temuan: temuanBerkunci(reviu, before?.temuan),
    naskah: ctx.newId(),
    oleh: ctx.actor.id,
    namaOleh: ctx.actor.nama,
  }
  const urutan = await store.insertReviu(tx, row, isi, ctx.now)
  await record(tx, ctx, {
    office: await officeOf(tx, of.unit, ctx.today),
    act: 'reviu.periksa',
    subject: subjectOf({ ...of, urutan }),
    detail: { nama: row.nama, sha256: row.sha256, aturan: aturanVersi, ...reviu.diperiksa, temuan: row.temuan.length },
  })
  return { id, baru: true }
}

export type NewPutusan = { readonly putusan: Putusan | null; readonly alasan: string | null }

/** What stands for a finding from now on, in this check and every later one of the office and year (`seen` 0 where nothing does yet). */
export async function decide(
  tx: Tx,
  ctx: Context,
  reviu: store.ReviuRow,
  kunci: string,
  wanted: NewPutusan,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const temuan = reviu.temuan.find((t) => t.kunci === kunci)
  if (!temuan) return refuse('TIDAK_DITEMUKAN', 'Temuan itu tidak ada dalam reviu ini.', { field: 'kunci' })
  const wrong = refusePutusan(wanted)
  if (wrong) return wrong
  const before = await store.lockPutusan(tx, reviu, kunci)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, wanted)
  const alasan = wanted.alasan?.trim() || null
  const row = { kunci, putusan: wanted.putusan, alasan, reviu: reviu.id, oleh: ctx.actor.id, namaOleh: ctx.actor.nama }
  const version = await store.savePutusan(tx, reviu, row, seen, ctx.now)
  if (version === undefined) return outdatedVersion((await store.lockPutusan(tx, reviu, kunci)) ?? null, wanted)
  await record(tx, ctx, {
    office: await officeOf(tx, reviu.unit, ctx.today),
    act: 'reviu.putuskan',
    subject: subjectOf(reviu),
    ...(wanted.putusan ? { status: wanted.putusan } : {}),
    ...(alasan ? { note: alasan } : {}),
    detail: { kunci, aturan: temuan.aturan, letak: temuan.letak, tercetak: temuan.tercetak, sebelumnya: before?.putusan ?? null },
  })
  return { version }
}
