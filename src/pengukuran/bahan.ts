// Gathers what a measurement may rest on, in a handful of queries, so that the deciding can be pure.
import type { Db } from '../platform/db/database.ts'
import { type FigureOut, fromColumns } from '../platform/kernel/figure.ts'
import { daysOf, yearOf } from '../platform/kernel/time.ts'
import { type VersiRow, listVersions } from '../indikator/queries.ts'
import { listUnits } from '../unit-kerja/queries.ts'
import { dependencies } from '../rumus/dependencies.ts'
import { type Bahan, type Klaim, type Tabel, formulaOf } from './measure.ts'
import * as store from './store.ts'

export type Target = { readonly figure: FigureOut; readonly asal: store.TargetRow['asal']; readonly sumber: string | null }
export type Loaded = Bahan & {
  readonly target: (unit: string, kode: string, periode: string) => Target | undefined
  /** The codes of the unit's dictionary in the years that were loaded. */
  readonly kode: (unit: string) => readonly string[]
}

/** Everything of a unit for a year; also of other years and of child units where a formula of the unit asks for them. */
export async function loadBahan(on: Db, unit: string, year: number): Promise<Loaded> {
  const own = await listVersions(on, { unit, limit: 2000 })
  const refs = own.flatMap((v) => {
    const formula = formulaOf(v)
    return formula?.ok ? dependencies(formula.tree).indikator : []
  })
  const back = Math.min(0, ...refs.map((r) => r.tahun - (r.periode < 0 ? 1 : 0)))
  const ahead = Math.max(0, ...refs.map((r) => r.tahun + (r.periode > 0 ? 1 : 0)))
  const years = Array.from({ length: ahead - back + 1 }, (_, i) => year + back + i)
  const day = daysOf(String(year)).sampai
  const anak = refs.some((r) => r.anak) ? (await listUnits(on, { day, induk: unit, limit: 1000 })).map((u) => u.kode) : []
  const units = [unit, ...anak]
  const versions = anak.length ? [...own, ...(await Promise.all(anak.map((u) => listVersions(on, { unit: u, limit: 2000 })))).flat()] : own
  const claims = await store.listKlaim(on, units, years)
  const inputs = await store.listMasukan(on, units, years)
  const surveys = await store.listSurvei(on, units, years)
  const targets = await store.listTargets(on, units, years)

  const byMeasurement = grouped(claims.map(toKlaim), (k) => `${k.unit} ${k.kode} ${k.periode}`)
  const tables = { MASUKAN: grouped(inputs, key), SURVEI: grouped(surveys, key) }
  const targetOf = grouped(targets, (t) => `${t.unit} ${t.kode} ${t.tahun} ${t.periode}`)
  const byCode = grouped(versions, (v) => `${v.unit} ${v.kode}`)
  const target = (u: string, kode: string, periode: string): Target | undefined => {
    const found = targetOf.get(`${u} ${kode} ${yearOf(periode)} ${agreedPart(periode)}`)?.[0]
    return found && { figure: fromColumns(found), asal: found.asal, sumber: found.sumber }
  }
  return {
    versi: (u, kode, periode) => inForce(byCode.get(`${u} ${kode}`) ?? [], periode),
    klaim: (u, kode, periode) => byMeasurement.get(`${u} ${kode} ${periode}`) ?? [],
    tabel: (u, kode, periode, dari) => toTables(tables[dari].get(`${u} ${kode} ${periode}`) ?? []),
    tidakDitargetkan: (u, kode, periode) => target(u, kode, periode)?.figure.status === 'TIDAK_DITARGETKAN',
    anak: (u) => (u === unit ? anak : []),
    target,
    kode: (u) => [...new Set(versions.filter((v) => v.unit === u).map((v) => v.kode))],
  }
}

const key = (r: { unit: string; kode: string; periode: string }) => `${r.unit} ${r.kode} ${r.periode}`

function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  return Map.groupBy(rows, by)
}

/** The version valid on the last day of the period. */
function inForce(versions: readonly VersiRow[], periode: string): VersiRow | undefined {
  const day = daysOf(periode).sampai
  return versions.find((v) => v.berlakuDari <= day && (v.berlakuSampai === null || v.berlakuSampai >= day))
}

/** Which cell of an agreement a period is held against: a semester against the quarter it ends with. */
function agreedPart(periode: string): string {
  const part = periode.slice(5)
  if (part === '') return 'TAHUNAN'
  return part === 'S1' ? 'TW2' : part === 'S2' ? 'TW4' : part
}

function toTables(rows: readonly store.MasukanRow[]): Tabel[] {
  return [...grouped(rows, (r) => r.tabel)].map(([nama, cells]) => ({
    nama,
    isian: cells.map((c) => ({ dimensi: c.dimensi, nilai: fromColumns(c), sumber: c.sumber })),
  }))
}

function toKlaim(row: store.KlaimRow): Klaim {
  const { id, unit, kode, periode, pihak, surat, tanggal, keterangan, sumber, oleh, recorded_at: dicatat, bukti } = row
  return { id, unit, kode, periode, peran: row.peran as Klaim['peran'], nilai: fromColumns(row), pihak, surat, tanggal, keterangan, sumber, oleh, dicatat, bukti }
}
