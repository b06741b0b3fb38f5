// An amount of money is nearly a key: where it stands again it is the same thing. One that differs from another by a single digit
// was most likely copied with a slip.
import { findDecimal, toText } from '../../platform/kernel/decimal.ts'
import { type Angka, tulis } from '../angka.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaSel, type FaktaTeks, faktaOf } from '../fakta.ts'
import { beda } from '../kata.ts'
import type { Naskah, Sel } from '../naskah.ts'
import { berulang, tempat } from '../sama.ts'

export const rupiahBerulang: Aturan = {
  kode: 'RUPIAH-BERULANG',
  jenis: 'cross-table',
  memeriksa: 'Jumlah uang yang disebut di beberapa tempat sama sampai angka terakhir; yang hanya berbeda satu angka disampaikan.',
  contoh: { benar: '779.977.900.621 di tabel dan di teks', salah: '779.977.900.621 di tabel, 779.977.900.612 di teks' },
  periksa: (naskah) => {
    const byValue = new Map<string, Uang[]>()
    for (const one of amounts(faktaOf(naskah))) {
      const key = toText(one.angka.nilai)
      const known = byValue.get(key)
      if (known) known.push(one)
      else byValue.set(key, [one])
    }
    const hitungan: Hitungan[] = []
    for (const [first, ...again] of byValue.values())
      for (const one of again)
        if (tempat(one.angka.di) !== tempat(first!.angka.di)) hitungan.push(berulang(one.angka, first!.angka, one.letak))
    for (const { angka } of otherwise(naskah)) {
      const same = byValue.get(toText(angka.nilai))?.find((one) => tempat(one.angka.di) !== tempat(angka.di))
      // It stands there again, but whether it belongs there is asked by others: so this is another place than its cell.
      if (same) hitungan.push(berulang(same.angka, angka, `${same.letak}, nilai yang sama`))
    }
    return { hitungan, temuan: slips(byValue) }
  },
}

type Uang = { readonly angka: Angka; readonly letak: string } & (Pick<FaktaSel, 'baris'> | Pick<FaktaTeks, 'dalam'>)

function* amounts({ sel, angkaTeks }: Fakta): Iterable<Uang> {
  for (const one of [...sel, ...angkaTeks]) {
    const { nilai, keyakinan } = one.angka
    const total = 'baris' in one && one.baris.jumlah && nilai.gte(LEAST_TOTAL)
    if ((total || nilai.gte(LEAST)) && nilai.lt(MOST) && keyakinan >= 0.7) yield one
  }
}
/** Amounts whose marks were mixed (`200.328,516`), and those that share a cell with another: good enough to meet one that is sure. */
const otherwise = (naskah: Naskah) =>
  naskah.tabel.flatMap((t) => t.baris.flatMap((b) => b.sel.flatMap((s, c) => (s.asal.column === c ? amountsIn(s) : []))))
const amountsIn = (sel: Sel): { angka: Angka }[] =>
  [...sel.teks.matchAll(AMOUNT)].flatMap(([tercetak]) => {
    const nilai = findDecimal(tercetak.replace(/[.,]/g, ''))
    return nilai && !sel.angka?.eq(nilai) ? [{ angka: { nilai, desimal: 0, tercetak, keyakinan: 0.7, di: sel.di } }] : []
  })
const AMOUNT = /(?<![\d.,/-])\d{1,3}(?:[.,]\d{3}){2,}(?![\d.,/-])/g

/** Longer ones are numbers of persons and letters. */
const [LEAST, MOST] = [1_000_000, 1_000_000_000_000_000]
/** The sum of a table that another table sums as well: 50.411 of all its persons. */
const LEAST_TOTAL = 1000
/** Round amounts resemble each other without being one. */
const SIGNIFICANT = 8

function slips(byValue: ReadonlyMap<string, Uang[]>): TemuanNaskah[] {
  const near = new Map<string, string[]>()
  const temuan: TemuanNaskah[] = []
  for (const value of byValue.keys()) {
    if (value.replace(/\D|0+$/g, '').length < SIGNIFICANT) continue
    for (let i = 0; i < value.length; i++) {
      const without = value.slice(0, i) + value.slice(i + 1)
      for (const other of near.get(without) ?? []) {
        if (other === value || beda(value, other, 1) > 1) continue
        if (together(byValue.get(value)!, byValue.get(other)!)) continue
        const [few, many] = [value, other].map((v) => byValue.get(v)!).sort((a, b) => a.length - b.length)
        temuan.push(say(few!.at(-1)!, many![0]!, many!.length))
      }
      near.set(without, [...(near.get(without) ?? []).filter((v) => v !== value), value])
    }
  }
  const seen = new Set<string>()
  return temuan.filter((t) => !seen.has(`${t.letak}${t.seharusnya}`) && seen.add(`${t.letak}${t.seharusnya}`))
}

/** A budget and what was spent of it stand in one row, and may be near to each other. */
const homeOf = (one: Uang) => ('baris' in one ? one.baris : one.dalam)
const together = (a: readonly Uang[], b: readonly Uang[]) => a.some((x) => b.some((y) => homeOf(x) === homeOf(y)))

const say = (one: Uang, other: Uang, times: number): TemuanNaskah => ({
  di: one.angka.di,
  jenis: 'cross-table',
  berat: 'sedang',
  keyakinan: times > 1 ? 0.85 : 0.7,
  letak: one.letak,
  tercetak: one.angka.tercetak,
  seharusnya: tulis(other.angka.nilai),
  penjelasan: `${one.angka.tercetak} hanya berbeda satu angka dari ${other.angka.tercetak} (${tempat(other.angka.di)}). Bila yang dimaksud jumlah yang sama, samakan keduanya.`,
  terkait: [other.angka.di],
})
