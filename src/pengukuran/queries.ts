// Reads offered to later rooms and to the edges.

import { listResults, listVersions } from '../indikator/queries.ts'
import { permits, reach } from '../pengguna/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { daysOf, isPeriod, yearOf } from '../platform/kernel/time.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { PERANGKAT_DAERAH } from '../unit-kerja/unit-kerja.ts'
import { type CapaianPaper, capaianKinerja, indikatorCapaian, skalaOfCapaian, yearsBefore } from './capaian.document.ts'
import { explainFrom, type Penjelasan } from './explanation.ts'
import { readingsOf } from './formula.ts'
import type { Bacaan } from './hasil.ts'
import { ambangOf } from './keadaan.ts'
import { ringkasanProvinsi } from './provinsi.document.ts'
import { loadBahan } from './queries-bahan.ts'
import * as store from './store.ts'
import { type KelompokTahun, yearOfOffice } from './tahun.ts'

export { explanationInWords, hitung, type Penjelasan } from './explanation.ts'
export { differenceInWords } from './hitungan.ts'
export { findPengukuran, findPeriode, listCapaian, listPengukuran, listPeriode } from './store.ts'
export { LANGKAH } from './workflow.ts'

export type Wanted = { readonly unit: string; readonly kode: string; readonly periode: string; readonly bacaan?: Bacaan }

/** The provenance of one value, computed anew from its sources. Run it in a snapshot. */
export async function explain(on: Db, wanted: Wanted): Promise<Penjelasan | Refusal> {
  const found = await explainWith(on, wanted)
  return isRefusal(found) ? found : found.p
}

/** The same with what it was computed from. */
export async function explainWith(on: Db, { unit, kode, periode, bacaan = {} }: Wanted) {
  if (!isPeriod(periode))
    return refuse('TIDAK_VALID', `"${periode}" bukan periode. Tulis seperti 2024, 2024-TW2, 2024-S1 atau 2024-B06.`, {
      field: 'periode',
    })
  const office = await findUnit(on, unit, daysOf(periode).sampai)
  if (!office) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada pada ${periode}.`, { field: 'unit' })
  const bahan = await loadBahan(on, unit, yearOf(periode))
  const versi = bahan.versi(unit, kode, periode)
  if (!versi) {
    const known = bahan.kode(unit).slice(0, 60).join(', ')
    return refuse(
      'TIDAK_DITEMUKAN',
      `Indikator ${kode} tidak ada di kamus ${unit} untuk ${periode}. Yang ada: ${known || 'belum ada'}.`,
      { field: 'indikator' },
    )
  }
  for (const [code, name] of Object.entries(bacaan)) {
    const choices = readingsOf(bahan.versi(unit, code, periode))
    if (!choices.includes(name))
      return refuse(
        'TIDAK_VALID',
        `Indikator ${code} tidak mempunyai bacaan ${name}. Yang ada: ${choices.join(', ') || 'tidak ada pilihan'}.`,
        { field: 'bacaan' },
      )
  }
  return { p: explainFrom(bahan, unit, kode, periode, bacaan), bahan, nama: office.nama }
}

/** A page of the Perangkat Daerah that the actor may look into, each with its period in one line. */
export function ringkasan(
  on: Db,
  ctx: Context,
  periode: string,
  after: string | undefined,
  limit: number,
): Promise<store.RingkasanRow[]> {
  const units = reach(ctx.actor.peran, 'pengukuran.lihat')
  const day = daysOf(periode).sampai
  const { tercapai } = ambangOf(periode)
  return store.listRingkasan(on, periode, PERANGKAT_DAERAH, after, limit, day, units === 'SEMUA' ? null : units, tercapai)
}

/** One office and year as its pages show them; in the order of the newest agreement that the actor may see. */
export async function tahunOf(on: Db, ctx: Context, unit: string, tahun: number): Promise<KelompokTahun[]> {
  const year = String(tahun)
  const agreements = await perjanjian.listVisible(on, ctx, { unit, tahun, limit: 100 })
  const pk = agreements.filter((p) => p.status !== 'DIGANTI').toSorted((a, b) => b.versi - a.versi)[0]
  const cells = (await store.listCapaian(on, unit, year, year)).map(({ capaian_status: capaianStatus, ...cell }) => ({
    ...cell,
    capaianStatus,
  }))
  const versions = await listVersions(on, { unit, day: `${year}-12-31`, limit: 1000 })
  const results = await listResults(on, { unit, berlaku: true })
  return yearOfOffice(tahun, cells, versions, results, pk ? (await perjanjian.linesOf(on, pk.id)).sasaran : [])
}

/** The same for every office, on paper. */
export async function paperOfProvince(on: Db, ctx: Context, periode: string): Promise<Document> {
  return ringkasanProvinsi(periode, await ringkasan(on, ctx, periode, undefined, 10_000), ctx.now.toISOString())
}

/** Evidence is for those who may see the measurements of the office that brought it. */
export async function readableBukti(on: Db, ctx: Context, sha256: string): Promise<store.BuktiRow | Refusal> {
  const bukti = await store.findBukti(on, sha256)
  const denied = bukti && (await permits(on, ctx, 'pengukuran.lihat', bukti.unit))
  return bukti && !denied ? bukti : refuse('TIDAK_DITEMUKAN', 'Bukti itu tidak ada, atau bukan untuk peran Anda.')
}

/** The tables and charts of Bab III for one office and year, in the order of its agreement; the rest of the dictionary after it. */
export async function capaianPaper(on: Db, ctx: Context, unit: string, tahun: number): Promise<Document | Refusal> {
  const found = await findUnit(on, unit, `${tahun}-12-31`)
  if (!found) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada pada ${tahun}.`, { field: 'unit' })
  const bahan = await loadBahan(on, unit, tahun)
  const periode = String(tahun)
  const results = (await listResults(on, { unit, berlaku: true })).map((r) => ({
    ...fromColumns(r),
    kode: r.kode,
    tahun: r.tahun,
    unsur: r.unsur,
  }))
  const past = Map.groupBy(results, (r) => r.kode)
  const indikator = (kode: string) => {
    const p = explainFrom(bahan, unit, kode, periode)
    return indikatorCapaian(p, yearsBefore(past.get(kode) ?? [], tahun, bahan.versi(unit, kode, periode)?.desimal ?? 2))
  }
  const pk = await perjanjian.inForce(on, unit, tahun)
  const agreed = pk ? (await perjanjian.linesOf(on, pk.id)).sasaran : []
  const known = (kode: string | null): kode is string => kode !== null && bahan.versi(unit, kode, periode) !== undefined
  const kelompok: CapaianPaper['kelompok'][number][] = [...Map.groupBy(agreed, (s) => s.kelompok)].map(([kode, sasaran]) => ({
    nama: pk ? perjanjian.groupName(pk, kode) : kode,
    sasaran: sasaran.map((s) => ({
      ...s,
      indikator: s.indikator
        .map((i) => i.kode)
        .filter(known)
        .map(indikator),
    })),
  }))
  const inAgreement = new Set(agreed.flatMap((s) => s.indikator.map((i) => i.kode)))
  const others = bahan
    .kode(unit)
    .filter((kode) => !inAgreement.has(kode) && known(kode))
    .map(indikator)
    .filter((i) => i.realisasi.status === 'NILAI')
  if (others.length)
    kelompok.push({
      nama: 'Di luar Perjanjian Kinerja',
      sasaran: [{ nomor: '', uraian: 'Indikator lain yang diukur', indikator: others }],
    })
  return capaianKinerja({
    unitKerja: found.nama,
    tahun,
    namaPeriode: periode,
    konsep: false,
    skala: skalaOfCapaian(),
    kelompok,
    diambil: ctx.now.toISOString(),
  })
}
