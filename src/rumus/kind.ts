// What kind of thing each part of a formula is, known from the tree and from what its names are declared to be.

import { fits, type Satuan, unitInWords } from './unit.ts'
import type { Letak } from './value.ts'

/** What a name of the data is declared to be. */
export type Jenis =
  | { readonly jenis: 'ANGKA'; readonly satuan?: string | null }
  | { readonly jenis: 'KATEGORI'; readonly pilihan: readonly string[] }
  | { readonly jenis: 'TEKS' }
  | { readonly jenis: 'BENAR_SALAH' }
  | { readonly jenis: 'TABEL'; readonly kolom: Readonly<Record<string, Jenis>> }

/** What a part comes to; APA_PUN where it is not known or already found wrong. */
export type Kind = {
  readonly of: 'ANGKA' | 'KATEGORI' | 'TEKS' | 'BENAR_SALAH' | 'APA_PUN'
  readonly satuan: Satuan
  /** Of a category its values, of a text that the formula writes itself that text. */
  readonly pilihan?: readonly string[]
  readonly kolom: boolean
  /** A number that the formula writes itself: it fits every unit and, as a factor, leaves it as it is. */
  readonly tetap?: boolean
}

export const UNKNOWN: Kind = { of: 'APA_PUN', satuan: null, kolom: false }
export const TRUTH: Kind = { of: 'BENAR_SALAH', satuan: null, kolom: false }
export const TEXT: Kind = { of: 'TEKS', satuan: null, kolom: false }
export const number = (satuan: Satuan, kolom = false): Kind => ({ of: 'ANGKA', satuan, kolom })

/** A part with its kind and its place. */
export type Typed = { readonly kind: Kind; readonly letak: Letak }
export type Report = (kode: string, pesan: string, letak: Letak, saran?: string) => void

const NAMES: Readonly<Record<Kind['of'], string>> = {
  ANGKA: 'angka',
  KATEGORI: 'kategori',
  TEKS: 'teks',
  BENAR_SALAH: 'benar/salah',
  APA_PUN: 'nilai',
}

export function kindInWords({ of, satuan, kolom }: Kind): string {
  const said = of === 'ANGKA' && satuan ? `${NAMES[of]} (${unitInWords(satuan)})` : NAMES[of]
  return kolom ? `kolom ${said}` : said
}

const anyColumn = (parts: readonly Typed[]) => parts.some((p) => p.kind.kolom)

/** The parts as figures of one unit: that unit, with what does not fit reported where it stands. */
export function sameUnit(parts: readonly Typed[], report: Report, doing: string): Kind {
  let unit: Satuan = null
  for (const { kind, letak } of figures(parts, report, doing)) {
    if (kind.tetap) continue
    if (!fits(unit, kind.satuan)) {
      report(
        'SATUAN_BERBEDA',
        `${unitInWords(kind.satuan)} tidak dapat ${doing} ${unitInWords(unit)}.`,
        letak,
        'Samakan satuannya dahulu, misalnya dengan membaginya menjadi perbandingan lalu mengalikan 100.',
      )
      return { ...UNKNOWN, kolom: anyColumn(parts) }
    }
    // A ratio beside percentages is read as one of them.
    if (unit === null || (unit.size === 0 && kind.satuan !== null)) unit = kind.satuan
  }
  return number(unit, anyColumn(parts))
}

/** The parts that are figures or may be; what is certainly none is reported. */
export function figures(parts: readonly Typed[], report: Report, doing: string): Typed[] {
  return parts.filter(({ kind, letak }) => {
    if (kind.of === 'ANGKA' || kind.of === 'APA_PUN') return true
    const saran = kind.of === 'KATEGORI' ? 'Ubah kategori menjadi angka dahulu dengan IFS(kategori = "…", angka, …).' : undefined
    report('JENIS_TIDAK_COCOK', `Hanya angka yang dapat ${doing}; di sini ada ${kindInWords(kind)}.`, letak, saran)
    return false
  })
}

export function conditions(parts: readonly Typed[], report: Report): Kind {
  for (const { kind, letak } of parts)
    if (kind.of !== 'BENAR_SALAH' && kind.of !== 'APA_PUN')
      report('JENIS_TIDAK_COCOK', `Syarat harus benar/salah, misalnya a > b; di sini ada ${kindInWords(kind)}.`, letak)
  return { ...TRUTH, kolom: anyColumn(parts) }
}

/** What a choice gives: its branches are of one kind, and of one unit where they are figures. */
export function oneOf(branches: readonly Typed[], report: Report): Kind {
  const known = branches.filter((b) => b.kind.of !== 'APA_PUN')
  const [first] = known
  if (!first) return { ...UNKNOWN, kolom: anyColumn(branches) }
  if (known.every((b) => b.kind.of === 'ANGKA')) return sameUnit(known, report, 'menjadi pilihan di samping')
  const other = known.find((b) => b.kind.of !== first.kind.of)
  if (other)
    report(
      'JENIS_TIDAK_COCOK',
      `Pilihan ini ${kindInWords(other.kind)}, pilihan yang lain ${kindInWords(first.kind)}.`,
      other.letak,
    )
  return { ...(other ? UNKNOWN : first.kind), kolom: anyColumn(branches) }
}
