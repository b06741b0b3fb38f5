// Gathers what a measurement may rest on, in a handful of queries, so that the deciding can be pure: the units and codes asked
// for, and whatever their formulas refer to, however far down (child units) and back (earlier periods). A value is therefore the
// same wherever its reading begins: from its own office, from the one above, or from a recomputation of everything.
import { listVersions, type VersiRow } from '../indikator/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { yearOf } from '../platform/kernel/time.ts'
import type { Around } from './dependents.ts'
import { references } from './formula.ts'
import type { Klaim, Loaded, Tabel, Target } from './hasil.ts'
import { agreedPart, lastDay, periodsOf } from './periode.ts'
import * as hitungan from './store/hitungan.ts'
import * as store from './store.ts'
import { versionIn } from './versi.ts'

/** Everything of a unit for a year. */
export function loadBahan(on: Db, unit: string, year: number): Promise<Loaded> {
  return loadBahanOf(on, [unit], [year])
}

/** These codes (all without) of these units in these years, with all that they rest on. */
export async function loadBahanOf(
  on: Db,
  units: readonly string[],
  years: readonly number[],
  { codes, lean = false }: { readonly codes?: readonly string[]; readonly lean?: boolean } = {},
): Promise<Loaded> {
  const last = Math.max(...years) + HORIZON
  const { versions, children, needed } = await closure(on, units, years, codes)
  const reach = reachOf(needed, codes ? undefined : units, lean)
  const [klaim, masukan, survei, targets] = [[], [], [], []] as [Klaim[], store.MasukanRow[], store.SurveiRow[], store.TargetRow[]]
  for (const at of reach) {
    klaim.push(...(await store.listKlaim(on, at)).map(toKlaim))
    masukan.push(...(await store.listMasukan(on, at)))
    survei.push(...(await store.listSurvei(on, at)))
    targets.push(...(await store.listTargets(on, at)))
  }
  const claims = Map.groupBy(klaim, key)
  const tables = { MASUKAN: Map.groupBy(masukan, key), SURVEI: Map.groupBy(survei, key) }
  const targetOf = Map.groupBy(targets, (t) => `${t.unit} ${t.kode} ${t.tahun} ${t.periode}`)
  const target = (u: string, kode: string, periode: string): Target | undefined => {
    const found = targetOf.get(`${u} ${kode} ${periode.slice(0, 4)} ${agreedPart(periode)}`)?.[0]
    return found && { figure: fromColumns(found), asal: found.asal, sumber: found.sumber }
  }
  return {
    versi: (u, kode, periode) => (yearOf(periode) <= last ? inForce(versions.get(`${u} ${kode}`) ?? [], periode) : undefined),
    klaim: (u, kode, periode) => claims.get(`${u} ${kode} ${periode}`) ?? [],
    tabel: (u, kode, periode, dari) => toTables(tables[dari].get(`${u} ${kode} ${periode}`) ?? []),
    tidakDitargetkan: (u, kode, periode) => target(u, kode, periode)?.figure.status === 'TIDAK_DITARGETKAN',
    anak: (u, periode) => childrenOf(children.get(u) ?? [], yearOf(periode)),
    target,
    kode: (u) => [...versions.values()].flatMap(([first]) => (first!.unit === u ? [first!.kode] : [])),
  }
}

type Needed = Map<string, Map<string, Set<number>>>
type Node = { readonly unit: string; readonly kode: string; readonly year: number }

/** No formula looks further; what leads back to itself ahead is refused when it is saved. */
const HORIZON = 30

/** Level by level: the versions of what is asked for, then of what they refer to, until nothing new is. */
async function closure(on: Db, units: readonly string[], years: readonly number[], codes?: readonly string[]) {
  const versions = new Map<string, VersiRow[]>()
  const children = new Map<string, hitungan.GarisRow[]>()
  const needed: Needed = new Map()
  const learn = async (units: readonly string[], codes?: readonly string[]) => {
    for (const [name, rows] of Map.groupBy(await listVersions(on, { units, codes }), (v) => `${v.unit} ${v.kode}`))
      versions.set(name, rows)
  }
  await learn(units, codes)
  let next: Node[] = [...versions.values()].flatMap(([v]) => years.map((year) => ({ unit: v!.unit, kode: v!.kode, year })))
  const within = (year: number) => year >= Math.min(...years) - HORIZON && year <= Math.max(...years) + HORIZON
  while (next.length) {
    const fresh = next.filter(({ unit, kode, year }) => {
      const codes = needed.get(unit) ?? new Map<string, Set<number>>()
      const known = codes.get(kode) ?? new Set<number>()
      if (known.has(year) || !within(year)) return false
      needed.set(unit, codes.set(kode, known.add(year)))
      return true
    })
    const unread = fresh.filter((n) => !versions.has(`${n.unit} ${n.kode}`))
    if (unread.length) {
      for (const n of unread) versions.set(`${n.unit} ${n.kode}`, [])
      await learn([...new Set(unread.map((n) => n.unit))], [...new Set(unread.map((n) => n.kode))])
    }
    const refs = fresh.flatMap((node) =>
      (versions.get(`${node.unit} ${node.kode}`) ?? [])
        .filter((v) => holdsIn(v, node.year))
        .flatMap((v) => references(v).map((ref) => ({ ref, node }))),
    )
    const parents = [...new Set(refs.flatMap(({ ref, node }) => (ref.anak && !children.has(node.unit) ? [node.unit] : [])))]
    if (parents.length) {
      for (const unit of parents) children.set(unit, [])
      for (const row of await hitungan.listBawahan(on, parents)) children.get(row.induk)!.push(row)
    }
    next = refs.flatMap(({ ref, node }) => {
      const from = node.year + ref.tahun + Math.min(0, ref.periode)
      const to = node.year + ref.tahun + Math.max(0, ref.periode)
      return Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((year) =>
        (ref.anak ? childrenOf(children.get(node.unit)!, year) : [node.unit]).map((unit) => ({ unit, kode: ref.kode, year })),
      )
    })
  }
  for (const [name, rows] of versions) if (!rows.length) versions.delete(name)
  return { versions, children, needed }
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

const key = (r: { unit: string; kode: string; periode: string }) => `${r.unit} ${r.kode} ${r.periode}`

const holdsIn = (v: VersiRow, year: number) =>
  v.berlakuDari <= `${year}-12-31` && (v.berlakuSampai === null || v.berlakuSampai >= `${year}-01-01`)

/** The version valid on the last day of the period, as it holds in it. */
function inForce(versions: readonly VersiRow[], periode: string): VersiRow | undefined {
  const day = lastDay(periode)
  const found = versions.find((v) => v.berlakuDari <= day && (v.berlakuSampai === null || v.berlakuSampai >= day))
  return found && versionIn(found, periode)
}

/** The units that stand under another one on the last day of a year. */
const childrenOf = (rows: readonly hitungan.GarisRow[], year: number) => [...new Set(validOn(rows, year).map((g) => g.unit))]

function validOn(rows: readonly hitungan.GarisRow[], year: number): hitungan.GarisRow[] {
  const day = `${year}-12-31`
  return rows.filter((g) => g.dari <= day && (g.sampai === null || g.sampai >= day))
}

function toTables(rows: readonly store.MasukanRow[]): Tabel[] {
  return [...Map.groupBy(rows, (r) => r.tabel)].map(([nama, cells]) => ({
    nama,
    isian: cells.map((c) => ({ dimensi: c.dimensi, nilai: fromColumns(c), sumber: c.sumber })),
  }))
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

/** What lies around these units, for finding what depends on them. */
export async function loadAround(on: Db, units: readonly string[]): Promise<Around> {
  const lines = await hitungan.listAtasan(on, units)
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
