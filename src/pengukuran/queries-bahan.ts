// Gathers what a measurement may rest on, in a handful of queries, so that the deciding can be pure: the units and codes asked
// for, and whatever their formulas refer to, however far down (child units) and back (earlier periods). A value is therefore the
// same wherever its reading begins: from its own office, from the one above, or from a recomputation of everything.
import { listVersions, type VersiRow } from '../indikator/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { yearOf } from '../platform/kernel/time.ts'
import type { Around } from './dependents.ts'
import type { Klaim, Loaded, Tabel, Target } from './hasil.ts'
import { agreedKey, lastDay, periodsOf } from './periode.ts'
import { groupByPlace, PlaceMap } from './place-map.ts'
import type { Below } from './queries-bawah.ts'
import { childrenOf, closure, HORIZON, type Needed, validOn } from './queries-rujukan.ts'
import * as hitungan from './store/hitungan.ts'
import * as store from './store.ts'
import { heldAgainst } from './target.ts'
import { versionIn } from './versi.ts'

const NONE: readonly never[] = []

/** Everything of a unit for a year. */
export function loadBahan(on: Db, unit: string, year: number): Promise<Loaded> {
  return loadBahanOf(on, [unit], [year])
}

type Options = { readonly codes?: readonly string[]; readonly lean?: boolean; readonly below?: Below }

/** These codes (all without) of these units in these years, with all that they rest on. */
export async function loadBahanOf(
  on: Db,
  units: readonly string[],
  years: readonly number[],
  { codes, lean = false, below }: Options = {},
): Promise<Loaded> {
  const last = Math.max(...years) + HORIZON
  const { versions, children, needed, left } = await closure(on, { units, years, codes, known: below?.knows })
  const reach = reachOf(needed, codes ? undefined : units, lean)
  const [klaim, masukan, survei, targets] = [[], [], [], []] as [Klaim[], store.MasukanRow[], store.SurveiRow[], store.TargetRow[]]
  for (const at of reach) {
    klaim.push(...(await store.listKlaim(on, at)).map(toKlaim))
    masukan.push(...(await store.listMasukan(on, at)))
    survei.push(...(await store.listSurvei(on, at)))
    targets.push(...(await store.listTargets(on, at)))
  }
  const claims = groupByPlace(klaim)
  const tables = { MASUKAN: toTables(masukan), SURVEI: toTables(survei) }
  const agreed = toTargets(targets)
  // Few have a part without a target, and every part of every year is asked.
  const bare = new Map<string, Set<string>>()
  for (const { unit, kode, status } of targets)
    if (status === 'TIDAK_DITARGETKAN') bare.set(unit, (bare.get(unit) ?? new Set()).add(kode))
  const versi = (u: string, kode: string, periode: string) =>
    yearOf(periode) <= last ? inForce(versions.get(u)?.get(kode) ?? NONE, periode) : undefined
  const target = (u: string, kode: string, periode: string) =>
    heldAgainst(
      () => versi(u, kode, periode)?.agregasi,
      periode,
      (part) => agreed.get(u, kode, agreedKey(part)),
    )
  return {
    versi,
    klaim: (u, kode, periode) => claims.get(u, kode, periode) ?? NONE,
    tabel: (u, kode, periode, dari) => tables[dari].get(u, kode, periode) ?? NONE,
    tidakDitargetkan: (u, kode, periode) =>
      bare.get(u)?.has(kode) === true && target(u, kode, periode)?.figure.status === 'TIDAK_DITARGETKAN',
    anak: (u, periode) => childrenOf(children.get(u) ?? [], yearOf(periode)),
    diketahui: await below?.read(left),
    target,
    kode: (u) => [...(versions.get(u)?.keys() ?? NONE)],
  }
}

/** What to read: the units that were asked for whole, and of the others only what is referred to. */
function reachOf(needed: Needed, whole: readonly string[] | undefined, lean: boolean): store.Reach[] {
  const split = Map.groupBy(needed, ([unit]) => whole?.includes(unit) === true)
  return [true, false].flatMap((all) => {
    const part = split.get(all) ?? []
    if (!part.length) return []
    const codes = part.flatMap(([, codes]) => [...codes])
    const years = [...new Set(codes.flatMap(([, years]) => [...years]))]
    return {
      units: part.map(([unit]) => unit),
      codes: all ? null : [...new Set(codes.map(([kode]) => kode))],
      years,
      periods: years.flatMap(periodsOf),
      lean,
    }
  })
}

/** The version valid on the last day of the period, as it holds in it. */
function inForce(versions: readonly VersiRow[], periode: string): VersiRow | undefined {
  const day = lastDay(periode)
  const found = versions.find((v) => v.berlakuDari <= day && (v.berlakuSampai === null || v.berlakuSampai >= day))
  return found && versionIn(found, periode)
}

type Filled = Tabel & { readonly isian: Tabel['isian'][number][] }

function toTables(rows: readonly store.MasukanRow[]): PlaceMap<Filled[]> {
  const places = new PlaceMap<Filled[]>()
  for (const row of rows) {
    const tables = places.ensure(row.unit, row.kode, row.periode, () => [])
    const cell = { dimensi: row.dimensi, nilai: fromColumns(row), sumber: row.sumber }
    const table = tables.find((t) => t.nama === row.tabel)
    if (table) table.isian.push(cell)
    else tables.push({ nama: row.tabel, isian: [cell] })
    if (!table && tables.length > 1) tables.sort((a, b) => (a.nama < b.nama ? -1 : 1))
  }
  return places
}

/** By the part of the agreement, of several for the same the first. */
function toTargets(rows: readonly store.TargetRow[]): PlaceMap<Target> {
  const places = new PlaceMap<Target>()
  for (const row of rows)
    places.ensure(row.unit, row.kode, `${row.tahun} ${row.periode}`, () => ({
      figure: fromColumns(row),
      asal: row.asal,
      sumber: row.sumber,
    }))
  return places
}

function toKlaim(row: store.KlaimRow): Klaim {
  const { id, unit, kode, periode, pihak, namaPihak, surat, tanggal, keterangan, sumber, oleh, recorded_at: dicatat, bukti } = row
  return {
    id,
    unit,
    kode,
    periode,
    peran: row.peran as Klaim['peran'],
    nilai: fromColumns(row),
    pihak,
    namaPihak,
    surat,
    tanggal,
    keterangan,
    sumber,
    oleh,
    dicatat,
    bukti,
  }
}

/** What lies around these units, for finding what depends on them; `lines` are those that lead up from them. */
export async function loadAround(on: Db, units: readonly string[], lines: readonly hitungan.GarisRow[]): Promise<Around> {
  const all = [...new Set([...units, ...lines.map((g) => g.induk)])]
  const rows = await listVersions(on, { units: all })
  const [ofUnit, ofCode] = [Map.groupBy(rows, (v) => v.unit), Map.groupBy(rows, (v) => `${v.unit} ${v.kode}`)]
  const above = Map.groupBy(lines, (g) => g.unit)
  const kept = new Set((await hitungan.listTahunCapaian(on, all)).map((k) => `${k.unit} ${k.tahun}`))
  return {
    versions: (unit) => ofUnit.get(unit) ?? [],
    versi: (unit, kode, periode) => inForce(ofCode.get(`${unit} ${kode}`) ?? [], periode),
    atasan: (unit, periode) => validOn(above.get(unit) ?? [], yearOf(periode)).map((g) => g.induk),
    kept: (unit, periode) => kept.has(`${unit} ${yearOf(periode)}`),
  }
}

/** The units that hold anything of a year, and those that they stand under then: of these everything is stored. */
export async function officesByYear(on: Db): Promise<[year: number, units: string[]][]> {
  const rows = await hitungan.listTahunBerisi(on)
  const above = Map.groupBy(await hitungan.listAtasan(on, [...new Set(rows.map((r) => r.unit))]), (g) => g.unit)
  return [...Map.groupBy(rows, (r) => r.tahun)].map(([year, rows]) => {
    const units = new Set(rows.map((r) => r.unit))
    for (const unit of units) for (const line of validOn(above.get(unit) ?? [], year)) units.add(line.induk)
    return [year, [...units].sort()]
  })
}
