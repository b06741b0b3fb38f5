// What units below have come to, where that is known and need not be measured again: as it is stored, or as it was computed before.
import { listVersions } from '../indikator/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { parseWhole } from '../platform/kernel/decimal.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { references } from './formula.ts'
import type { Bahan, Rujukan } from './hasil.ts'
import { type Terhitung, unpacked } from './hitungan.ts'
import { lastDay, stored } from './periode.ts'
import { PlaceMap, placeKey } from './place-map.ts'
import { type Node, nodeKey } from './queries-rujukan.ts'
import * as hitungan from './store/hitungan.ts'

export type Below = {
  /** Of which units, codes and years it says enough: their sources are not read. */
  readonly knows: (node: Node) => boolean
  /** What these come to; undefined for any cell of another one. */
  readonly read: (nodes: readonly Node[]) => Promise<NonNullable<Bahan['diketahui']>>
}

const NOTHING: Rujukan = { datum: { status: 'KOSONG' }, cara: 'TIDAK_ADA' }

/** As it is stored, but for the cells that are computed anew. What is stored may not say enough: `lacking` then grows, to be read from the sources the next time. */
export function storedBelow(on: Db, cells: ReadonlySet<string>, lacking: Set<string>): Below {
  return {
    knows: (node) => !lacking.has(nodeKey(node)),
    read: async (nodes) => {
      const [units, codes] = [new Set(nodes.map((n) => n.unit)), new Set(nodes.map((n) => n.kode))]
      const periods = [...new Set(nodes.map((n) => n.year))].flatMap(stored)
      const rows = nodes.length ? await hitungan.listTerkini(on, [...units], [...codes], periods, periods.map(lastDay)) : []
      const known = new PlaceMap<hitungan.TerkiniRow>()
      for (const row of rows) known.set(row.unit, row.kode, row.periode, row)
      const open = new Set(nodes.map(nodeKey))
      return (unit, kode, periode) => {
        const node = nodeKey({ unit, kode, year: yearOf(periode) })
        if (!open.has(node) || cells.has(placeKey({ unit, kode, periode }))) return undefined
        const row = known.get(unit, kode, periode)
        if (!row) lacking.add(node)
        if (row?.status !== 'NILAI') return row ? { datum: { status: row.status }, cara: row.cara } : NOTHING
        return { datum: { status: 'NILAI', nilai: parseWhole(row.nilai) }, cara: row.cara }
      }
    },
  }
}

/** As the same recomputation found it a moment ago. */
export function computedBelow(found: readonly Terhitung[]): Below {
  const known = new Map(found.map((node) => [nodeKey(node), node]))
  return {
    knows: (node) => known.has(nodeKey(node)),
    read: async () => (unit, kode, periode) => {
      const node = known.get(nodeKey({ unit, kode, year: yearOf(periode) }))
      return node && unpacked(node, periode)
    },
  }
}

/** The codes that the formulas of these units ask of the units below. */
export async function askedBelow(on: Db, units: readonly string[]): Promise<string[]> {
  const asked = (await listVersions(on, { units })).flatMap((v) => references(v).flatMap((ref) => (ref.anak ? ref.kode : [])))
  return [...new Set(asked)]
}
