// The figures of a table as a grid, without what only numbers its rows or names its years: every figure once, with what else
// its marks could have meant. Columns and rows are both lanes (`Lajur`), so that what is sought across is also sought down.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import { findDecimal } from '../../platform/kernel/decimal.ts'
import { type Angka, angkaOf, dari, dariPersen, type Hasil } from '../angka.ts'
import { type Baris, type Kolom, letakSel, type Sel, type Tabel } from '../naskah.ts'

export type Petak = {
  readonly angka: Angka
  readonly hasil: Hasil
  /** What the same print could be besides: `200.328,516` where thousands were parted with both marks. */
  readonly lain: readonly Angka[]
  readonly persen: boolean
  /** The score of a predicate: `WTP (3)`. */
  readonly predikat?: true
  /** Below 1 where the reader had to put its row in order. */
  readonly keyakinan: number
  readonly letak: string
}
export type Lajur = {
  readonly nomor: number
  /** Its own name in small letters. */
  readonly nama: string
  /** All its names, from the widest: `tahun 2024 › target`. */
  readonly jalur: string
  /** The names that it shares with its neighbours: `tahun 2024`. */
  readonly blok: string
  readonly tahun?: number
  readonly persen: boolean
  /** By the place in the other direction. */
  readonly isi: readonly (Petak | undefined)[]
}
export type Kisi = {
  readonly tabel: Tabel
  readonly kolom: readonly Lajur[]
  /** `isi` by the number of the column. */
  readonly baris: readonly (Lajur & { readonly asal: Baris; readonly tabel: Tabel })[]
}

/** `ragu` tells how sure the reader was of a line that it had to mend. */
export function kisiOf(tabel: Tabel, ragu: (di: Place) => number = () => 1): Kisi {
  const figures = tabel.kolom.map((k) => tabel.baris.map((b, n) => own(tabel, b, n, k.nomor)))
  const used = tabel.kolom.filter((k) => !isNumbering(k, figures[k.nomor]!))
  const kolom = used.flatMap((k): Lajur[] => {
    const sel = figures[k.nomor]!
    if (!sel.some((s) => s && angkaOf(s))) return []
    const [nama, jalur] = [bersih(k.judul.at(-1) ?? ''), bersih(k.judul.join(' › '))]
    const persen = k.satuan === 'Persen' || PERCENT_NAME.test(nama) || mostly(sel, (s) => s.teks.includes('%'))
    const isi = sel.map((s, n) => s && petakOf(s, letakSel(tabel, tabel.baris[n]!, k.nomor), persen, ragu(s.di)))
    const blok = bersih(k.judul.slice(0, -1).join(' › '))
    return [{ nomor: k.nomor, nama, jalur, blok, ...(k.tahun ? { tahun: k.tahun } : {}), persen, isi }]
  })
  return { tabel, kolom, baris: rowsOf(rowsIn(tabel), kolom) }
}
type Asal = { readonly asal: Baris; readonly tabel: Tabel }
const rowsIn = (tabel: Tabel): Asal[] => tabel.baris.map((asal) => ({ asal, tabel }))
/** The same figures by rows. */
function rowsOf(rows: readonly Asal[], kolom: readonly Lajur[]): Kisi['baris'] {
  const last = Math.max(-1, ...kolom.map((k) => k.nomor))
  const byNumber = Array.from({ length: last + 1 }, (_, c) => kolom.find((k) => k.nomor === c))
  return rows.map(({ asal, tabel }, n) => {
    const isi = byNumber.map((k) => k?.isi[n])
    const nama = bersih(asal.label)
    return { nomor: n, nama, jalur: nama, blok: '', persen: PERCENT_NAME.test(nama), isi, asal, tabel }
  })
}

/** A table that goes on in another without a caption, under the same names: `1 … 15` on one page, `16 …` on the next. */
export function sambung(parts: readonly Kisi[]): Kisi {
  const lengths = parts.map((p) => p.baris.length)
  const numbers = [...new Set(parts.flatMap((p) => p.kolom.map((k) => k.nomor)))].sort((a, b) => a - b)
  const kolom = numbers.map((nomor): Lajur => {
    const lanes = parts.map((p) => p.kolom.find((k) => k.nomor === nomor))
    const isi = lanes.flatMap((l, i) => l?.isi ?? new Array<undefined>(lengths[i]!).fill(undefined))
    return { ...lanes.find((l) => l !== undefined)!, isi: whole(isi) }
  })
  const rows = parts.flatMap((p) => p.baris)
  return { tabel: parts[0]!.tabel, kolom, baris: rowsOf(rows, kolom) }
}
export function berlanjut(tabel: Tabel, lanjutan: Tabel): boolean {
  // A caption stands above the first part, or below the last.
  if ((tabel.judul && lanjutan.judul) || tabel.kolom.length < 3) return false
  const names = (t: Tabel) => t.kolom.slice(0, 4).map((k) => bersih(k.judul[0] ?? '')).join('|') // biome-ignore format: one line
  const [last, first] = [numbersOf(tabel).at(-1), numbersOf(lanjutan)[0]]
  return names(tabel) === names(lanjutan) && names(tabel).length > 6 && last !== undefined && first === last + 1
}
/** What its first column numbers the rows with. */
const numbersOf = (t: Tabel) =>
  t.baris.flatMap((b) => {
    const number = /^[A-Z]?(\d{1,3})[.)]?$/.exec(b.sel[0]?.teks.trim() ?? '')?.[1]
    return number ? [Number(number)] : []
  })

const bersih = (teks: string) => teks.replace(/\s+/g, ' ').trim().toLowerCase()
const PERCENT_NAME = /%|\bpers?en|\bprosen|\bcapaian\b(?!.*(?:rp|target))|\bserapan\b(?!.*rp)|\btingkat\b/

/** The cell of a column in its own place: a merged one stands once. */
function own(tabel: Tabel, baris: Baris, n: number, c: number): Sel | undefined {
  const sel = baris.sel[c]
  return sel && sel.asal.column === c && tabel.baris[n - 1]?.sel[c]?.asal !== sel.asal ? sel : undefined
}

const NUMBERING =
  /^(?:no|nomor|no urut|kode|code|nip|nrk|nik|id|tahun|periode|bulan|golongan|gol|telepon)\b\.?\s*(?:urut|rekening)?\.?$/
/** `No`, codes, years, or 1, 2, 3 … down a column without a name. */
function isNumbering(k: Kolom, cells: readonly (Sel | undefined)[]): boolean {
  const nama = bersih(k.judul.at(-1) ?? '')
  if (NUMBERING.test(nama)) return true
  const numbers = cells.flatMap((s) => s?.angka ?? [])
  if (numbers.length < 2) return k.nomor === 0 && nama === ''
  if (numbers.every((a) => a.isInteger() && a.gte(1900) && a.lte(2100))) return true
  return nama === '' && numbers.every((a, i) => a.eq(i + 1))
}

const mostly = <T>(list: readonly (T | undefined)[], test: (one: T) => boolean) => {
  const there = list.filter((one) => one !== undefined)
  return there.length > 0 && there.filter(test).length * 2 > there.length
}

/** Among great whole numbers a fraction of three digits is thousands whose marks were mixed. */
function whole(isi: readonly (Petak | undefined)[]): (Petak | undefined)[] {
  const figures = isi.filter((p) => p !== undefined)
  const great = figures.filter((p) => p.angka.nilai.isInteger() && p.angka.nilai.gte(100_000))
  if (great.length < 2 || great.length * 3 < figures.length) return [...isi]
  return isi.map((p) => {
    const other = p && !p.angka.nilai.isInteger() && p.lain.find((l) => l.nilai.isInteger())
    return other ? { ...p, angka: other, hasil: hasilDari(p.persen, other), lain: [p.angka] } : p
  })
}

/** Below this a reading is a guess, and proves nothing. */
const READABLE = 0.5
/** More digits than any amount of a province: a number of a person or a letter. */
const LONGEST = 16
const MOVED = 0.7

function petakOf(sel: Sel, letak: string, inPercent: boolean, ragu: number): Petak | undefined {
  const angka = angkaOf(sel)
  if (!angka || angka.keyakinan < READABLE || angka.nilai.abs().toFixed(0).length > LONGEST) return undefined
  const lain = [...(('lain' in sel.nilai && sel.nilai.lain) || []), ...marksAsThousands(sel.teks)]
  const others = [...new Set(lain)].flatMap((dibaca): Angka[] => {
    const nilai = findDecimal(dibaca)
    return nilai && !nilai.eq(angka.nilai) ? [{ ...angka, nilai, desimal: dibaca.split('.')[1]?.length ?? 0 }] : []
  })
  const persen = inPercent || sel.teks.includes('%')
  const moved = sel.asal.moved ? MOVED : 1
  // A reading that can be tried the other way need not be doubted.
  const keyakinan = Math.min(ragu, moved, others.length ? 1 : angka.keyakinan)
  const predikat = sel.nilai.jenis === 'predikat' ? ({ predikat: true } as const) : {}
  return { angka, hasil: hasilDari(persen, angka), lain: others, persen, ...predikat, letak, keyakinan }
}

/** `200.328,516` and `62.066.326162`: thousands that were parted with both marks, or with one lost. */
function marksAsThousands(teks: string): string[] {
  const digits = /^(?:Rp\.?\s*)?(\d{1,3}(?:[.,](?:\d{3}|\d{6}))+|\d{4,}(?:[.,]\d{3})+)$/i.exec(teks.trim())?.[1]
  return digits ? [digits.replace(/[.,]/g, '')] : []
}

/** A figure with its bounds; a percentage without decimals was rounded all the same. */
export const hasilDari = (persen: boolean, angka: Angka): Hasil => (persen ? dariPersen(angka) : dari(angka))
