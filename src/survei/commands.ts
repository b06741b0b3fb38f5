// load → decide → save → tell, in the caller's transaction.
import { type Imported, originOf } from '../indikator/indikator.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Figure, toColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import { placeOf, refuseOutside } from './rules.ts'
import * as store from './store.ts'
import type { SurveiFile } from './survei.ts'

/** Keeps a survey with its tables. The same content again stores nothing; a value off the scale refuses all of it, with its place. */
export async function importSurvei(tx: Tx, ctx: Context, file: SurveiFile): Promise<Imported | Refusal> {
  const { unit, tahun, survei: kode } = file
  if (!(await findUnit(tx, unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal. Muat dahulu satuan kerjanya.`, { field: 'unit' })
  const digest = sha256(canonical(file as unknown as Json))
  const before = await store.findSurvei(tx, unit, kode, tahun)
  if (before && before.isiSha256 !== digest)
    return refuse('BENTROK', `Survei ${kode} ${unit} tahun ${tahun} sudah ada dengan isi lain.`, { field: 'survei' })
  if (before) return { dimuat: 0, temuan: [] }

  const survei = ctx.newId()
  const rows: Omit<store.IsianRow, 'version'>[] = []
  const seen = new Set<string>()
  for (const tabel of file.tabel)
    for (const [at, isian] of tabel.isian.entries()) {
      const sumber = originOf(file, isian, isian.nilai)
      const place = `${sumber ?? `isian ${at + 1}`}, ${placeOf(tabel.nama, isian.periode, isian.dimensi)}`
      const columns = toColumns(isian.nilai)
      const outside = refuseOutside(columns, place)
      if (outside) return outside
      const key = canonical([tabel.nama, isian.periode, isian.dimensi])
      if (seen.has(key))
        return refuse('TIDAK_VALID', `${place}: dimensi ini sudah ada dalam tabel yang sama.`, { field: 'dimensi' })
      seen.add(key)
      const about = isian.dimensi.unit ?? null
      rows.push({
        id: ctx.newId(),
        survei,
        tabel: tabel.nama,
        periode: isian.periode,
        urutan: at + 1,
        dimensi: isian.dimensi,
        unit: about,
        ...columns,
        sumber,
        keterangan: isian.keterangan ?? null,
      })
    }
  const [unknown] = await store.unknownUnits(tx, [...new Set(rows.flatMap((r) => r.unit ?? []))])
  if (unknown)
    return refuse('TIDAK_VALID', `Satuan kerja ${unknown} tidak dikenal (survei ${kode}). Muat dahulu satuan kerjanya.`, {
      field: 'dimensi.unit',
    })
  await store.insertSurvei(tx, {
    id: survei,
    unit,
    kode,
    tahun,
    nama: file.nama,
    sumber: originOf({}, file),
    keterangan: file.keterangan ?? null,
    isiSha256: digest,
  })
  await store.insertIsian(tx, rows)
  const detail = { berkas: file.berkas ?? null, sha256: digest, isian: rows.length }
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'survei.impor',
    subject: `survei/${unit}/${kode}/${tahun}`,
    detail,
  })
  return { dimuat: rows.length, temuan: [] }
}

export type Alamat = { readonly unit: string; readonly kode: string; readonly tahun: number; readonly isian: string }

/** Changes one value of a table. */
export async function saveNilai(
  tx: Tx,
  ctx: Context,
  { unit, kode, tahun, isian }: Alamat,
  figure: Figure,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const survei = await store.findSurvei(tx, unit, kode, tahun)
  const before = await store.lockIsian(tx, isian)
  if (!survei || before?.survei !== survei.id)
    return refuse('TIDAK_DITEMUKAN', `Isian itu tidak ada dalam survei ${kode} ${unit} tahun ${tahun}.`, { field: 'isian' })
  if (before.version !== seen) return outdatedVersion(before, figure)
  const columns = toColumns(figure)
  const outside = refuseOutside(columns, placeOf(before.tabel, before.periode, before.dimensi))
  if (outside) return outside
  const version = await store.updateIsian(tx, isian, columns)
  const { tabel, periode, dimensi, status, nilai } = before
  const detail = { tabel, periode, dimensi, sebelum: { status, nilai }, sesudah: { status: columns.status, nilai: columns.nilai } }
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'survei.ubah',
    subject: `survei/${unit}/${kode}/${tahun}`,
    detail,
  })
  return { version }
}
