// Where a dragged line of a plan comes to stand. Pure.
import type { Sisi } from '../../web/ui/grid/drag.ts'
import type { JenisBaris } from '../rencana-aksi.ts'
import type { Rencana } from './data.ts'
import type { Garis } from './lembar.ts'

type Line = { readonly jenis: JenisBaris; readonly induk: string; readonly urutan: number; readonly data: { readonly id: string } }

/** The new parent and place after it was let go at a row; undefined where it stands there already, or cannot go: an RA stays with its indicator. */
export function droppedAt(plan: Rencana, { jenis, induk, urutan, data: { id } }: Line, to: Garis, sisi: Sisi) {
  const beside = (list: readonly { readonly id: string }[], at: string | undefined): number => {
    const others = list.filter((l) => l.id !== id)
    const n = others.findIndex((l) => l.id === at)
    return n === -1 ? 1 : n + (sisi === 'sesudah' ? 2 : 1)
  }
  const unlessThere = (parent: string, field: string, place: number) =>
    parent === induk && place === urutan ? undefined : { ...(field && parent !== induk && { [field]: parent }), urutan: place }
  if (jenis === 'ra') {
    const own = plan.indikator.find((i) => i.id === induk)
    if (to.ra.id === id || !own?.ra.some((a) => a.id === to.ra.id)) return undefined
    return unlessThere(induk, '', beside(own.ra, to.ra.id))
  }
  const action = plan.indikator.flatMap((i) => i.ra).find((a) => a.id === to.ra.id)
  if (jenis === 'kriteria') {
    if (!action || to.kk?.id === id) return undefined
    return unlessThere(action.id, 'ra', beside(action.kk, to.kk?.id))
  }
  const criterion = action?.kk.find((k) => k.id === to.kk?.id)
  if (!criterion || to.output?.id === id) return undefined
  return unlessThere(criterion.id, 'kk', beside(criterion.output, to.output?.id))
}
