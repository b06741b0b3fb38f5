// The scales that a paper prints: intervals with the names of their classes, in a column, in a list, or within one text.
import { SKALA, SKALA_NILAI, type Skala } from '../peraturan/nasional/skala.ts'
import type { Place } from '../platform/documents/blocks/paper.ts'
import { type Decimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { type PrintedValue, readPrinted } from '../platform/kernel/printed-value.ts'
import { letakSel, type Naskah, type Tabel } from './naskah.ts'
import { type Petikan, petikan, tempat } from './teks.ts'

export type Ujung = { readonly nilai: Decimal; readonly termasuk: boolean; readonly desimal: number }
export type Kelas = {
  readonly min?: Ujung
  readonly maks?: Ujung
  readonly sebutan?: string
  readonly teks: string
  readonly di: Place
  readonly letak: string
}
/** The classes from the lowest to the highest. */
export type SkalaTercetak = { readonly kelas: readonly Kelas[]; readonly tabel?: Tabel; readonly menurun: boolean }

const known = new WeakMap<Naskah, readonly SkalaTercetak[]>()
export function skalaTercetak(naskah: Naskah): readonly SkalaTercetak[] {
  const before = known.get(naskah)
  if (before) return before
  const all = [...naskah.tabel.flatMap(ofTable), ...ofTexts(petikan(naskah))]
  known.set(naskah, all)
  return all
}

export type Rentang = Extract<PrintedValue, { jenis: 'rentang' }>

/** A class of what a cell or a piece of text prints as an interval. */
export function kelasDari(r: Rentang, rest: Omit<Kelas, 'min' | 'maks'>): Kelas {
  const ujung = (e: Rentang['min']): Ujung | undefined =>
    e && { nilai: parseDecimal(e.nilai), termasuk: e.termasuk, desimal: /\.(\d+)$/.exec(e.nilai)?.[1]?.length ?? 0 }
  const [min, maks] = [ujung(r.min), ujung(r.maks)]
  return { ...rest, ...(min ? { min } : {}), ...(maks ? { maks } : {}) }
}

export function termasuk({ min, maks }: Kelas, nilai: Decimal): boolean {
  const above = !min || nilai.gt(min.nilai) || (min.termasuk && nilai.eq(min.nilai))
  return above && (!maks || nilai.lt(maks.nilai) || (maks.termasuk && nilai.eq(maks.nilai)))
}

/** Rising or falling by their ends; a scale that does neither is none. */
function ordered(kelas: readonly Kelas[], tabel?: Tabel): SkalaTercetak[] {
  if (kelas.length < 3) return []
  const mid = (k: Kelas) => (k.min && k.maks ? k.min.nilai.plus(k.maks.nilai).div(2) : (k.min ?? k.maks)!.nilai)
  const steps = kelas.slice(1).map((k, i) => mid(k).comparedTo(mid(kelas[i]!)))
  const [up, down] = [1, -1].map((s) => steps.filter((x) => x === s).length)
  // One class whose ends are misprinted may break the order.
  if (Math.max(up!, down!) < steps.length - (steps.length > 2 ? 1 : 0)) return []
  const menurun = down! > up!
  return [{ kelas: menurun ? kelas.toReversed() : kelas, menurun, ...(tabel ? { tabel } : {}) }]
}

const NAME = /^\p{L}[\p{L}\s()/-]{0,40}$/u

function ofTable(tabel: Tabel): SkalaTercetak[] {
  return tabel.kolom.flatMap(({ nomor }) => {
    const rows = tabel.baris.filter((b) => b.sel[nomor]!.asal.column === nomor && b.sel[nomor]!.nilai.jenis === 'rentang')
    if (rows.length < 3) return []
    const kelas = rows.map((b) => {
      const sel = b.sel[nomor]!
      // `A` and `Sangat Baik` of one row are one name; the longer one is the name.
      const names = b.sel.filter((s, k) => k !== nomor && s.asal.column === k && NAME.test(s.teks.trim())).map((s) => s.teks.trim())
      const sebutan = (sel.nilai as Rentang).sebutan ?? names.toSorted((x, y) => y.length - x.length)[0]
      const rest = { teks: sel.teks, di: sel.di, letak: letakSel(tabel, b, nomor), ...(sebutan ? { sebutan } : {}) }
      return kelasDari(sel.nilai as Rentang, rest)
    })
    return ordered(kelas, tabel)
  })
}

const N = String.raw`\d{1,3}(?:[.,]\d{1,2})?`
const BETWEEN = String.raw`(?:[>≥]\s*)?${N}\s*%?\s*(?:–|-|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*${N}\s*%?`
const INTERVAL = new RegExp(String.raw`(?<![\d.,/\p{L}-])(?:${BETWEEN}|[<>≤≥]\s*${N}\s*%?)(?![\d/]|[.,]\d)`, 'giu')
const ABOUT = /\b(?:nilai|interval|kategori|predikat|kriteria|sebutan|tergolong|mutu|rentang|skala|rendah|baik)\b/i
const SAID = /(?:=|sebutan|predikat|kategori|adalah|:)\s*["“]?(\p{L}[\p{L}\s]{2,24}?)["”]?\s*(?=[;,.\n)]|$|\p{Ll}\.\s|[<>≤≥\d])/iu

/** Intervals of one text, and those of items that follow each other. */
function ofTexts(all: readonly Petikan[]): SkalaTercetak[] {
  const found: SkalaTercetak[] = []
  let run: Kelas[][] = []
  const close = () => {
    // Every item may name two scales: of the index, and of its conversion.
    const width = Math.min(...run.map((r) => r.length))
    if (run.length >= 3) for (let k = 0; k < width; k++) found.push(...ordered(run.map((r) => r[k]!)))
    run = []
  }
  for (const p of all) {
    if (p.jenis === 'daftar' || p.jenis === 'keterangan') continue
    const inside = ABOUT.test(p.teks) ? intervals(p) : []
    if (p.jenis === 'butir' && inside.length > 0 && inside.length <= 2) {
      run.push(inside)
      continue
    }
    close()
    if (inside.length < 3) continue
    const whole = ordered(inside)
    const halves = [0, 1].map((h) => ordered(inside.filter((_, i) => i % 2 === h)))
    found.push(...(whole.length || halves.some((h) => !h.length) ? whole : halves.flat()))
  }
  close()
  return found
}

function intervals(p: Petikan): Kelas[] {
  return [...p.teks.matchAll(INTERVAL)].flatMap((m) => {
    const read = readPrinted(m[0])
    if (read.jenis !== 'rentang') return []
    const after = p.teks.slice(m.index + m[0].length, m.index + m[0].length + 60)
    const before = p.teks.slice(Math.max(0, m.index - 60), m.index)
    const sebutan = (SAID.exec(after)?.[1] ?? /tergolong\s+(\p{Lu}[\p{L}\s]+?)\s+yang/u.exec(before)?.[1])?.trim()
    const di = tempat(p, m.index)
    return [kelasDari(read, { teks: m[0].trim(), di, letak: p.letak, ...(sebutan ? { sebutan } : {}) })]
  })
}

export const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

/** The official scale that a printed one is: its names, and most of its lower ends, are those of the pack. */
export function skalaResmi({
  kelas,
}: SkalaTercetak): { readonly skala: Skala; readonly tingkat: readonly (number | undefined)[] } | undefined {
  for (const skala of [...SKALA_NILAI, ...SKALA]) {
    const tingkat = kelas.map((k) => {
      const at = skala.tingkat.findIndex((t) => k.sebutan && plain(t.sebutan) === plain(k.sebutan))
      return at < 0 ? undefined : at
    })
    const held = kelas.filter((k, i) => {
      const dari = tingkat[i] === undefined ? undefined : skala.tingkat[tingkat[i]!]!.dari
      return (
        dari !== undefined && (dari === null ? !k.min || k.min.nilai.isZero() : k.min?.nilai.minus(parseDecimal(dari)).abs().lte(1))
      )
    })
    if (
      kelas.length >= 3 &&
      tingkat.filter((t) => t !== undefined).length >= 0.75 * kelas.length &&
      held.length >= Math.max(3, 0.6 * kelas.length)
    )
      return { skala, tingkat }
  }
  return undefined
}
