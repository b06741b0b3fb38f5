// load → decide → save → tell, in the caller's transaction.
import { type Imported, originOf } from '../indikator/indikator.ts'
import { unkeepable } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Figure, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Period } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import type { KsdFile, Unsur } from './ksd.ts'
import { refusePeriode } from './rules.ts'
import * as store from './store.ts'

/** Keeps the KSD of a unit and year. One that is there already with the same content is left alone, with other content refused. */
export async function importKsd(tx: Tx, ctx: Context, file: KsdFile): Promise<Imported | Refusal> {
  const { unit, tahun } = file
  if (!(await findUnit(tx, unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal. Muat dahulu satuan kerjanya.`, { field: 'unit' })
  let dimuat = 0
  for (const [at, k] of file.kegiatan.entries()) {
    const digest = sha256(canonical({ berkas: file.berkas ?? null, ...k } as unknown as Json))
    const before = await store.findDigest(tx, unit, tahun, k.kode)
    if (before?.digest === digest) continue
    if (before)
      return refuse('BENTROK', `KSD ${k.kode} ${unit} tahun ${tahun} sudah ada dengan isi lain.`, { field: `kegiatan[${at}]` })
    const kegiatan = ctx.newId()
    await store.insertKegiatan(
      tx,
      {
        id: kegiatan,
        unit,
        tahun,
        urutan: at + 1,
        kode: k.kode,
        nama: k.nama,
        sumber: originOf(file, k),
        keterangan: k.keterangan ?? null,
      },
      digest,
    )
    dimuat++
    for (const [step, r] of (k.renaksi ?? []).entries()) {
      const renaksi = ctx.newId()
      await store.insertRenaksi(tx, {
        id: renaksi,
        kegiatan,
        urutan: step + 1,
        uraian: r.uraian,
        sumber: originOf(file, r),
        keterangan: r.keterangan ?? null,
      })
      for (const p of r.periode) {
        const wrong = refusePeriode(p.periode, tahun)
        if (wrong)
          return {
            ...wrong,
            detail: `${originOf(file, p) ?? `KSD ${k.kode}`}: ${wrong.detail}`,
            field: `kegiatan[${at}].renaksi[${step}]`,
          }
        for (const [unsur, figure] of [
          ['TARGET', p.target],
          ['REALISASI', p.realisasi],
        ] as const)
          if (figure) {
            const unkept = unkeepable(toColumns(figure))
            if (unkept)
              return refuse('TIDAK_VALID', `${originOf(file, p, figure) ?? k.kode}: ${unkept}`, {
                field: `kegiatan[${at}].renaksi[${step}]`,
              })
            await store.saveHasil(tx, {
              renaksi,
              periode: p.periode,
              unsur,
              ...toColumns(figure),
              sumber: originOf(file, p, figure),
            })
          }
        if (p.catatanVerifikator)
          await store.saveCatatan(tx, { renaksi, periode: p.periode, catatan: p.catatanVerifikator, sumber: originOf(file, p) })
      }
    }
  }
  if (dimuat) {
    const detail = { berkas: file.berkas ?? null, kegiatan: dimuat }
    await record(tx, ctx, {
      office: await officeOf(tx, unit, ctx.today),
      act: 'ksd.impor',
      subject: `ksd/${unit}/${tahun}`,
      detail,
    })
  }
  return { dimuat, temuan: [] }
}

export type Langkah = { readonly unit: string; readonly renaksi: string; readonly periode: Period }

async function stepOf(
  tx: Tx,
  { unit, renaksi, periode }: Langkah,
): Promise<{ unit: string; tahun: number; kode: string } | Refusal> {
  const step = await store.lockRenaksi(tx, renaksi)
  if (step?.unit !== unit) return refuse('TIDAK_DITEMUKAN', `Renaksi KSD itu tidak ada di ${unit}.`, { field: 'renaksi' })
  return refusePeriode(periode, step.tahun) ?? step
}

/** Writes the target or the result of one step in one period (`seen` 0 where there is none yet). */
export async function saveHasil(
  tx: Tx,
  ctx: Context,
  langkah: Langkah,
  unsur: Unsur,
  figure: Figure,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const step = await stepOf(tx, langkah)
  if (isRefusal(step)) return step
  const { renaksi, periode } = langkah
  const unkept = unkeepable(toColumns(figure))
  if (unkept) return refuse('TIDAK_VALID', unkept, { field: 'nilai' })
  const before = await store.findHasil(tx, renaksi, periode, unsur)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, figure)
  const version = await store.saveHasil(tx, { renaksi, periode, unsur, ...toColumns(figure), sumber: null })
  const detail = { periode, unsur, ...toColumns(figure) }
  await record(tx, ctx, {
    office: await officeOf(tx, step.unit, ctx.today),
    act: 'ksd.ubah',
    subject: `ksd/${step.unit}/${step.tahun}/${renaksi}`,
    detail,
  })
  return { version }
}

/** The verifier's note on one step in one period. */
export async function saveCatatan(
  tx: Tx,
  ctx: Context,
  langkah: Langkah,
  catatan: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const step = await stepOf(tx, langkah)
  if (isRefusal(step)) return step
  const { renaksi, periode } = langkah
  const before = await store.findCatatan(tx, renaksi, periode)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, { catatan })
  const version = await store.saveCatatan(tx, { renaksi, periode, catatan, sumber: null })
  const office = await officeOf(tx, step.unit, ctx.today)
  await record(tx, ctx, {
    office,
    act: 'ksd.verifikasi',
    subject: `ksd/${step.unit}/${step.tahun}/${renaksi}`,
    note: catatan,
    detail: { periode },
  })
  return { version }
}
