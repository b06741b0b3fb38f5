// A paper that was signed before the program, kept as it is.
import { type Imported, originOf } from '../indikator/indikator.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import { otherPrints, readBerkas, refuseWrongRows, rowsOf } from './naskah.ts'
import type { PerjanjianKinerjaFile } from './perjanjian-kinerja.ts'
import { subjectOf as subject } from './perjanjian-kinerja.ts'
import { temuanOf } from './queries.ts'
import * as store from './store.ts'

/**
 * Keeps a paper that was signed before the program, as it is. What its rules see is returned as findings and blocks
 * nothing; only what cannot be stored is refused. The same content again is recognised and stores nothing.
 */
export async function importPerjanjianKinerja(
  tx: Tx,
  ctx: Context,
  file: PerjanjianKinerjaFile,
): Promise<(Imported & { id: string }) | Refusal> {
  const wrong = refuseWrongRows(file)
  if (wrong) return wrong
  if (!(await findUnit(tx, file.unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${file.unit} tidak dikenal. Muat dahulu satuan kerjanya.`, { field: 'unit' })
  const digest = sha256(canonical(file as unknown as Json))
  const before = (await store.listVersions(tx, file.unit, file.tahun)).find((v) => v.versi === file.versi)
  if (before && before.isiSha256 !== digest)
    return refuse('BENTROK', `Perjanjian Kinerja ${file.unit} tahun ${file.tahun} versi ${file.versi} sudah ada dengan isi lain.`, {
      field: 'versi',
    })
  if (before) return { id: before.id, dimuat: 0, temuan: await temuanOf(tx, before, ctx.today) }

  await recordsAt(tx, ctx.now)
  const id = ctx.newId()
  const { pihakPertama, pihakKedua } = readBerkas(file)
  await store.insertPk(tx, {
    id,
    unit: file.unit,
    tahun: file.tahun,
    versi: file.versi,
    bentuk: file.bentuk,
    status: 'DITETAPKAN',
    asal: 'SEBELUM_SISTEM',
    alasanRevisi: file.alasanRevisi ?? null,
    namaPertama: pihakPertama.nama,
    nipPertama: pihakPertama.nip,
    jabatanPertama: pihakPertama.jabatan,
    namaKedua: pihakKedua.nama,
    nipKedua: pihakKedua.nip,
    jabatanKedua: pihakKedua.jabatan,
    cetakanLain: otherPrints(file),
    tanggal: file.tanggal ?? null,
    sumber: originOf({}, file),
    keterangan: file.keterangan ?? null,
    isiSha256: digest,
    dasarRevisi: null,
  })
  const lines = rowsOf(file, id, ctx.newId)
  await store.insertLines(tx, lines, ctx.now)
  const detail = { berkas: file.berkas ?? null, sha256: digest, sasaran: lines.sasaran.length, indikator: lines.indikator.length }
  await record(tx, ctx, {
    office: await officeOf(tx, file.unit, ctx.today),
    act: 'perjanjian-kinerja.impor',
    subject: subject(file),
    status: 'DITETAPKAN',
    detail,
  })
  return { id, dimuat: lines.indikator.length, temuan: await temuanOf(tx, (await store.findPk(tx, id))!, ctx.today) }
}
