// The lines of a draft: written, moved and deleted, each under its version.
import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Figure, fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { openForEdit, renumber, tell } from './commands.ts'
import type { IsianIndikator, IsianSasaran, IsianSusunan, PeriodeTarget } from './perjanjian-kinerja.ts'
import { NAMA_PERIODE, PERIODE_TARGET, unkeepable } from './perjanjian-kinerja.ts'
import { kamusOf, linesOf } from './queries.ts'
import { findBentuk } from './rules.ts'
import { beyondScale } from './rules-target.ts'
import { findBersama } from './store/bersama.ts'
import * as store from './store.ts'
import { refuseOtherLines } from './susunan.ts'

const fieldsOf = <R extends 'sasaran' | 'indikator', I extends object>(room: R, isian: I) =>
  (Object.keys(isian) as (keyof I & string)[]).map((key) => `${room}.${key}` as const)

/** Creates (`seen` 0, with an id of the client's) or changes a sasaran. */
export async function saveSasaran(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  isian: IsianSasaran,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, fieldsOf('sasaran', isian))
  if (isRefusal(pk)) return pk
  const groups = findBentuk(pk.bentuk)?.kelompok.map((k) => k.kode) ?? []
  if (!groups.includes(isian.kelompok))
    return refuse('TIDAK_VALID', `Bentuk ${pk.bentuk} tidak mengenal kelompok ${isian.kelompok}; pilih ${groups.join(', ')}.`, {
      field: 'kelompok',
      rule: 'PK-01',
    })
  const before = await store.findSasaran(tx, baris)
  if (before && before.pk !== id) return refuse('BENTROK', 'Baris itu milik Perjanjian Kinerja lain.', { field: 'baris' })
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isian)
  if (before && (before.uraian !== isian.uraian || before.kelompok !== isian.kelompok)) {
    const received = (await store.listIndikator(tx, id)).filter((i) => i.sasaran === baris && i.bersama !== null)
    for (const line of received) {
      const locked = await refuseIssued(tx, line, 'uraian')
      if (locked) return locked
    }
  }
  const version = await store.saveSasaran(tx, baris, id, isian)
  await tell(tx, ctx, pk, 'isi-sasaran', { baris, ...isian })
  return { version }
}

/** Creates (`seen` 0) or changes an indicator under a sasaran of the same agreement. */
export async function saveIndikator(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  isian: IsianIndikator,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, fieldsOf('indikator', isian))
  if (isRefusal(pk)) return pk
  if ((await store.findSasaran(tx, isian.sasaran))?.pk !== id)
    return refuse('TIDAK_VALID', 'Sasaran itu tidak ada dalam Perjanjian Kinerja ini.', { field: 'sasaran' })
  const before = await store.findIndikator(tx, baris)
  if (before && before.pk !== id) return refuse('BENTROK', 'Baris itu milik Perjanjian Kinerja lain.', { field: 'baris' })
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isian)
  if (isian.kode && !(await kamusOf(tx, pk, [isian.kode])).has(isian.kode))
    return refuse('TIDAK_VALID', `Indikator ${isian.kode} tidak ada di kamus indikator ${pk.unit} untuk tahun ${pk.tahun}.`, {
      field: 'kode',
      rule: 'PK-10',
    })
  const changed = DITERBITKAN.find((bidang) => before && (before[bidang] ?? null) !== (isian[bidang] ?? null))
  const locked = before && changed && (await refuseIssued(tx, before, changed))
  if (locked) return locked
  const version = await store.saveIndikator(tx, baris, isian)
  await tell(tx, ctx, pk, 'isi-indikator', { baris, ...isian })
  return { version }
}

/** The texts of a line that are the issuer's where it was received. */
const DITERBITKAN = ['nama', 'sumberData', 'pengukuran', 'satuan'] as const

/** What another office has issued is changed by that office, until it withdraws it. */
async function refuseIssued(tx: Tx, { bersama }: Pick<store.IndikatorRow, 'bersama'>, field: string): Promise<Refusal | undefined> {
  const item = bersama === null ? undefined : await findBersama(tx, bersama)
  if (item?.status !== 'DITERBITKAN') return undefined
  return refuse(
    'TERSEGEL',
    `Baris ini diterbitkan ${item.namaPemilik} untuk semua satuan kerja; teks dan targetnya hanya diubah oleh penerbitnya.`,
    { field, rule: 'PK-14' },
  )
}

/** Writes one target cell (`seen` 0 where it was empty); the one before is superseded. */
export async function saveTarget(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  periode: PeriodeTarget,
  figure: Figure,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, [`target.${periode}`])
  if (isRefusal(pk)) return pk
  const indikator = await store.findIndikator(tx, baris)
  if (indikator?.pk !== id)
    return refuse('TIDAK_DITEMUKAN', 'Indikator itu tidak ada dalam Perjanjian Kinerja ini.', { field: 'baris' })
  const before = await store.findTarget(tx, baris, periode)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, figure)
  const unkept = unkeepable(toColumns(figure))
  if (unkept) return refuse('TIDAK_VALID', unkept, { field: 'nilai' })
  const locked = await refuseIssued(tx, indikator, 'nilai')
  if (locked) return locked
  const kamus = indikator.kode ? (await kamusOf(tx, pk, [indikator.kode])).get(indikator.kode) : undefined
  const beyond = kamus && beyondScale(fromColumns(toColumns(figure)), kamus)
  if (beyond)
    return refuse('DITOLAK_ATURAN', `${beyond} Periksa satuan dan tanda desimalnya (${NAMA_PERIODE[periode]}).`, {
      field: 'nilai',
      rule: 'PK-06',
    })
  const version = seen + 1
  await store.replaceTarget(tx, baris, periode, toColumns(figure), version, ctx.now)
  await tell(tx, ctx, pk, 'isi-target', { baris, periode, ...toColumns(figure) })
  return { version }
}

/** Puts the lines into another order and numbers them as the form does. */
export async function arrange(
  tx: Tx,
  ctx: Context,
  id: string,
  { susunan }: IsianSusunan,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, [
    'sasaran.urutan',
    'sasaran.nomor',
    'indikator.sasaran',
    'indikator.urutan',
    'indikator.nomor',
  ])
  if (isRefusal(pk)) return pk
  if (pk.version !== seen) return outdatedVersion({ version: pk.version }, { susunan })
  const wrong = refuseOtherLines((await linesOf(tx, id)).sasaran, susunan)
  if (wrong) return wrong
  const version = await renumber(tx, pk, susunan)
  await tell(tx, ctx, pk, 'susun-ulang', { susunan })
  return { version }
}

/** Deletes a sasaran of a draft that measures nothing any more; those after it move up. */
export async function deleteSasaran(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, ['sasaran.uraian'])
  if (isRefusal(pk)) return pk
  const line = (await linesOf(tx, id)).sasaran.find((s) => s.id === baris)
  if (!line) return refuse('TIDAK_DITEMUKAN', 'Sasaran itu tidak ada dalam Perjanjian Kinerja ini; mungkin sudah dihapus.')
  const { indikator, ...sasaran } = line
  if (sasaran.version !== seen) return outdatedVersion(sasaran, null)
  if (indikator.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Sasaran ${sasaran.nomor} masih memuat ${indikator.length} indikator. Hapus atau pindahkan dahulu indikatornya.`,
      { field: 'baris', rule: 'PK-01' },
    )
  await store.deleteSasaran(tx, baris)
  await tell(tx, ctx, pk, 'hapus-sasaran', { baris, nomor: sasaran.nomor, kelompok: sasaran.kelompok, uraian: sasaran.uraian })
  return { version: await renumber(tx, pk) }
}

/** Deletes an indicator of a draft with its targets. */
export async function deleteIndikator(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, ['indikator.nama', ...PERIODE_TARGET.map((p) => `target.${p}` as const)])
  if (isRefusal(pk)) return pk
  const line = (await linesOf(tx, id)).sasaran.flatMap((s) => s.indikator).find((i) => i.id === baris)
  if (!line) return refuse('TIDAK_DITEMUKAN', 'Indikator itu tidak ada dalam Perjanjian Kinerja ini; mungkin sudah dihapus.')
  const { target, ...indikator } = line
  if (indikator.version !== seen) return outdatedVersion(indikator, null)
  await store.deleteIndikator(tx, baris)
  await tell(tx, ctx, pk, 'hapus-indikator', {
    baris,
    kode: indikator.kode,
    nama: indikator.nama,
    target: Object.fromEntries(Object.entries(target).map(([periode, t]) => [periode, toColumns(fromColumns(t))])),
  })
  return { version: await renumber(tx, pk) }
}
