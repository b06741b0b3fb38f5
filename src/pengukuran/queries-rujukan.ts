// What a measurement may rest on, found level by level: the versions of what is asked for, then of what they refer to, until
// nothing new is. Told in whole years, since a formula may ask for any part of one.
import { listVersions, type VersiRow } from '../indikator/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { references } from './formula.ts'
import * as hitungan from './store/hitungan.ts'

/** Of which units which codes are needed in which years. */
export type Needed = Map<string, Map<string, Set<number>>>
export type Node = { readonly unit: string; readonly kode: string; readonly year: number }
export const nodeKey = ({ unit, kode, year }: Node) => `${unit} ${kode} ${year}`

/** No formula looks further; what leads back to itself ahead is refused when it is saved. */
export const HORIZON = 30

export type Asked = {
  readonly units: readonly string[]
  readonly years: readonly number[]
  /** All without. */
  readonly codes?: readonly string[]
  /** Where it is given: what of that which stands below by `ANAK()` is known, and not followed. */
  readonly known?: (node: Node) => boolean
}
/** `whole`: followed down to the last child. */
type Step = Node & { readonly whole: boolean }

export async function closure(on: Db, { units, years, codes, known }: Asked) {
  /** By unit and code. */
  const versions = new Map<string, Map<string, VersiRow[]>>()
  const children = new Map<string, hitungan.GarisRow[]>()
  const needed: Needed = new Map()
  const taken = new Set<string>()
  /** What was not followed. */
  const left = new Map<string, Node>()
  const codesOf = (unit: string) => versions.get(unit) ?? versions.set(unit, new Map()).get(unit)!
  const learn = async (units: readonly string[], codes?: readonly string[]) => {
    for (const [unit, rows] of Map.groupBy(await listVersions(on, { units, codes }), (v) => v.unit))
      for (const [kode, all] of Map.groupBy(rows, (v) => v.kode)) codesOf(unit).set(kode, all)
  }
  const within = (year: number) => year >= Math.min(...years) - HORIZON && year <= Math.max(...years) + HORIZON
  const isNew = (step: Step): boolean => {
    const key = `${nodeKey(step)} ${step.whole}`
    if (taken.has(key) || !within(step.year)) return false
    taken.add(key)
    const codes = needed.get(step.unit) ?? new Map<string, Set<number>>()
    needed.set(step.unit, codes.set(step.kode, (codes.get(step.kode) ?? new Set<number>()).add(step.year)))
    return true
  }
  const follow = (child: Node): Step[] => {
    if (!known?.(child)) return [{ ...child, whole: true }]
    left.set(nodeKey(child), child)
    return []
  }
  await learn(units, codes)
  let next: Step[] = [...versions].flatMap(([unit, codes]) =>
    [...codes.keys()].flatMap((kode) => years.map((year) => ({ unit, kode, year, whole: !known }))),
  )
  while (next.length) {
    const fresh = next.filter(isNew)
    const unread = fresh.filter((n) => !codesOf(n.unit).has(n.kode))
    if (unread.length) {
      for (const n of unread) codesOf(n.unit).set(n.kode, [])
      await learn([...new Set(unread.map((n) => n.unit))], [...new Set(unread.map((n) => n.kode))])
    }
    const refs = fresh.flatMap((node) =>
      codesOf(node.unit)
        .get(node.kode)!
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
      const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      if (!ref.anak) return years.map((year) => ({ unit: node.unit, kode: ref.kode, year, whole: node.whole }))
      return years.flatMap((year) =>
        childrenOf(children.get(node.unit)!, year).flatMap((unit) => {
          const child = { unit, kode: ref.kode, year }
          return node.whole ? [{ ...child, whole: true }] : follow(child)
        }),
      )
    })
  }
  for (const codes of versions.values()) for (const [kode, rows] of codes) if (!rows.length) codes.delete(kode)
  return { versions, children, needed, left: [...left.values()] }
}

const holdsIn = (v: VersiRow, year: number) =>
  v.berlakuDari <= `${year}-12-31` && (v.berlakuSampai === null || v.berlakuSampai >= `${year}-01-01`)

/** The units that stand under another one on the last day of a year. */
export const childrenOf = (rows: readonly hitungan.GarisRow[], year: number) => [...new Set(validOn(rows, year).map((g) => g.unit))]

export function validOn(rows: readonly hitungan.GarisRow[], year: number): hitungan.GarisRow[] {
  const day = `${year}-12-31`
  return rows.filter((g) => g.dari <= day && (g.sampai === null || g.sampai >= day))
}
