// The order of the lines: by the steps of a row's menu, and where a dragged line comes to stand. Pure.
import type { Sisi } from '../../web/ui/grid/drag.ts'
import type { Lengkap } from './data.ts'

export type Susunan = { sasaran: string; indikator: string[] }[]
export const orderOf = (pk: Lengkap): Susunan => pk.sasaran.map((s) => ({ sasaran: s.id, indikator: s.indikator.map((i) => i.id) }))

/** The order with one indicator moved by a step, over the edge of its sasaran into the neighbour's; null where it cannot. */
export function moveIndikator(pk: Lengkap, id: string, step: 1 | -1): Susunan | null {
  const order = orderOf(pk)
  const s = order.findIndex((one) => one.indikator.includes(id))
  const from = order[s]!.indikator
  const at = from.indexOf(id)
  if (from[at + step] !== undefined) {
    from.splice(at, 1)
    from.splice(at + step, 0, id)
    return order
  }
  const next = order[s + step]
  if (!next) return null
  from.splice(at, 1)
  next.indikator.splice(step === 1 ? 0 : next.indikator.length, 0, id)
  return order
}

/** The order with one sasaran moved by a step within its group; null where it cannot. */
export function moveSasaran(pk: Lengkap, id: string, step: 1 | -1): Susunan | null {
  const at = pk.sasaran.findIndex((s) => s.id === id)
  if (pk.sasaran[at + step]?.kelompok !== pk.sasaran[at]?.kelompok) return null
  const order = orderOf(pk)
  const [moved] = order.splice(at, 1)
  order.splice(at + step, 0, moved!)
  return order
}

// ── dragged ──
/** The row that a line was let go at, by its key: an indicator's, that of a sasaran without one, or the heading of a group. */
function placeOf(pk: Lengkap, baris: string) {
  const [kind, id] = baris.split('/') as [string, string]
  if (kind === 'kelompok') return { kelompok: id, sasaran: undefined, indikator: undefined }
  const sasaran = pk.sasaran.find((s) => (kind === 'sasaran' ? s.id === id : s.indikator.some((i) => i.id === id)))
  return sasaran && { kelompok: sasaran.kelompok, sasaran, indikator: kind === 'indikator' ? id : undefined }
}

/** The new order; null where it is the same, or where the line cannot go: a sasaran stays in its group. */
export function dropped(pk: Lengkap, seret: string, baris: string, sisi: Sisi): Susunan | null {
  const [kind, id] = seret.split('/') as [string, string]
  const to = placeOf(pk, baris)
  if (!to) return null
  const next = kind === 'sasaran' ? dropSasaran(pk, id, to, sisi) : dropIndikator(pk, id, to, sisi)
  return next && JSON.stringify(next) !== JSON.stringify(orderOf(pk)) ? next : null
}

type Tujuan = NonNullable<ReturnType<typeof placeOf>>

function dropSasaran(pk: Lengkap, id: string, { kelompok, sasaran, indikator }: Tujuan, sisi: Sisi): Susunan | null {
  const moved = pk.sasaran.find((s) => s.id === id)
  if (moved?.kelompok !== kelompok || sasaran?.id === id) return null
  const order = orderOf(pk).filter((s) => s.sasaran !== id)
  const firstOfGroup = order.findIndex((s) => pk.sasaran.find((one) => one.id === s.sasaran)?.kelompok === kelompok)
  const beside = sasaran ? order.findIndex((s) => s.sasaran === sasaran.id) : Math.max(0, firstOfGroup)
  // Only above its first row does one stand before a sasaran; anywhere else below all its rows.
  const before = !sasaran || (sisi === 'sebelum' && (indikator === undefined || sasaran.indikator[0]?.id === indikator))
  order.splice(before ? beside : beside + 1, 0, { sasaran: id, indikator: moved.indikator.map((i) => i.id) })
  return order
}

function dropIndikator(pk: Lengkap, id: string, { kelompok, sasaran, indikator }: Tujuan, sisi: Sisi): Susunan | null {
  if (indikator === id) return null
  const into = sasaran?.id ?? pk.sasaran.find((s) => s.kelompok === kelompok)?.id
  if (into === undefined) return null
  return orderOf(pk).map((s) => {
    const others = s.indikator.filter((one) => one !== id)
    if (s.sasaran !== into) return { ...s, indikator: others }
    const at = indikator === undefined ? 0 : others.indexOf(indikator) + (sisi === 'sesudah' ? 1 : 0)
    return { ...s, indikator: others.toSpliced(at, 0, id) }
  })
}
