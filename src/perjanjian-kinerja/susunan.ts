// The order and the numbers of the lines, and what becomes of them when they are carried into the form of another year.
import type { Bentuk } from '../peraturan/dki-jakarta/bentuk.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'

/** The sasaran in their order, each with its indicators in theirs. */
export type Susunan = readonly { readonly sasaran: string; readonly indikator: readonly string[] }[]

type Lines = readonly { readonly id: string; readonly kelompok: string; readonly indikator: readonly { readonly id: string }[] }[]

export function orderOf(lines: Lines): Susunan {
  return lines.map((s) => ({ sasaran: s.id, indikator: s.indikator.map((i) => i.id) }))
}

/** Where an arrangement is not of exactly these lines: somebody has added or deleted one since. */
export function refuseOtherLines(lines: Lines, susunan: Susunan): Refusal | undefined {
  const all = (s: Susunan) =>
    s
      .flatMap((one) => [`s ${one.sasaran}`, ...one.indikator.map((i) => `i ${i}`)])
      .sort()
      .join()
  if (all(orderOf(lines)) === all(susunan)) return undefined
  return refuse('BENTROK', 'Susunan itu tidak memuat tepat baris-baris yang ada sekarang. Muat ulang, lalu pindahkan lagi.', {
    field: 'susunan',
  })
}

type Numbered = {
  readonly sasaran: readonly { readonly id: string; readonly urutan: number; readonly nomor: string }[]
  readonly indikator: readonly {
    readonly id: string
    readonly sasaran: string
    readonly urutan: number
    readonly nomor: string | null
  }[]
}

/**
 * Groups stand in the order of the form. Sasaran are numbered through all groups or from 1 in each; indicators from 1 under
 * each sasaran where the form has a number column of their own.
 */
export function numberLines(bentuk: Bentuk, lines: Lines, susunan: Susunan): Numbered {
  const groupOf = new Map(lines.map((s) => [s.id, s.kelompok]))
  const rank = (id: string) => bentuk.kelompok.findIndex((k) => k.kode === groupOf.get(id))
  const sorted = [...susunan].sort((a, b) => rank(a.sasaran) - rank(b.sasaran))
  const own = bentuk.kolom.filter((k) => /^no(mor)?$/i.test(k)).length > 1
  const count = new Map<string, number>()
  const sasaran = sorted.map(({ sasaran: id }, at) => {
    const group = bentuk.penomoran === 'PER_KELOMPOK' ? (groupOf.get(id) ?? '') : ''
    const nomor = (count.get(group) ?? 0) + 1
    count.set(group, nomor)
    return { id, urutan: at + 1, nomor: String(nomor) }
  })
  const indikator = sorted.flatMap((s) =>
    s.indikator.map((id, at) => ({ id, sasaran: s.sasaran, urutan: at + 1, nomor: own ? String(at + 1) : null })),
  )
  return { sasaran, indikator }
}

/** The group of a line in the form of another year: the same, or the form's last where it no longer has that group. */
export function groupIn(bentuk: Bentuk, kelompok: string): string {
  return bentuk.kelompok.find((k) => k.kode === kelompok)?.kode ?? bentuk.kelompok.at(-1)!.kode
}
