// How the offices of a province stand, one state an office: what is missing is never taken for reached.
import { compare, parseDecimal } from '../../platform/kernel/decimal.ts'
import type { Ringkasan } from './data.ts'

export const SEBARAN = ['tercapai', 'di-bawah', 'sebagian', 'belum', 'tanpa'] as const
export type Sebaran = (typeof SEBARAN)[number]

/** `sebagian`: some of its indicators have no achievement yet, whatever the others reached. */
export function sebaranOf({ indikator, bernilai, belum }: Pick<Ringkasan, 'indikator' | 'bernilai' | 'belum'>): Sebaran {
  if (indikator === 0) return 'tanpa'
  if (bernilai === 0) return 'belum'
  if (bernilai < indikator) return 'sebagian'
  return belum === 0 ? 'tercapai' : 'di-bawah'
}

export const URUTAN = ['kode', 'nama', 'rendah', 'tinggi', 'belum', 'data'] as const
export type Urutan = (typeof URUTAN)[number]

const byCode = (a: Ringkasan, b: Ringkasan) => (a.kode < b.kode ? -1 : 1)
/** By the exact mean; an office without one stands last either way. */
const byMean = (sign: 1 | -1) => (a: Ringkasan, b: Ringkasan) => {
  if (a.rerata === null || b.rerata === null) return Number(a.rerata === null) - Number(b.rerata === null)
  return sign * compare(parseDecimal(a.rerata), parseDecimal(b.rerata))
}
const ORDER: Readonly<Record<Urutan, (a: Ringkasan, b: Ringkasan) => number>> = {
  kode: byCode,
  nama: (a, b) => a.nama.localeCompare(b.nama, 'id'),
  rendah: byMean(1),
  tinggi: byMean(-1),
  belum: (a, b) => b.belum - a.belum,
  data: (a, b) => b.indikator - b.bernilai - (a.indikator - a.bernilai),
}

export function sortOffices(rows: readonly Ringkasan[], urutan: Urutan): Ringkasan[] {
  return rows.toSorted((a, b) => ORDER[urutan](a, b) || byCode(a, b))
}

/** Those in the state (all where it is undefined) whose name or code holds every word. */
export function pickOffices(rows: readonly Ringkasan[], sebaran: Sebaran | undefined, text: string): Ringkasan[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((r) => {
    const name = `${r.nama} ${r.kode}`.toLowerCase()
    return (sebaran === undefined || sebaranOf(r) === sebaran) && words.every((word) => name.includes(word))
  })
}
