// Sentences that say how a figure moved: `95,69%, turun dari 96,63%`, `naik dari 86 menjadi 89`, `487 orang, turun sebanyak 6 orang
// (1,22%) dari 493 orang`. The direction is that of the two figures, and the difference and its share are those of them.

import { parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { BULAN } from '../../platform/kernel/time.ts'
import { type Angka, bagi, dari, type Hasil, kurang, persen, terbaca, tulis } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, TANPA_CATATAN } from '../aturan.ts'
import { type Fakta, type FaktaTeks, faktaOf, letakTeks } from '../fakta.ts'
import { namaTabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const tren: Aturan = {
  kode: 'TREN',
  jenis: 'text-vs-table',
  memeriksa: 'Yang dikatakan naik memang naik dan yang dikatakan turun memang turun, sebesar selisih dan persen yang disebut.',
  contoh: { benar: '95,69%, turun dari 96,63%', salah: '97,63%, turun dari 96,63%' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const figures = fakta.angkaTeks.filter((a) => !isDate(a))
    const found = [...Map.groupBy(figures, (a) => a.dalam).values()].flatMap((angka) => inText(angka, fakta))
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const MONTH = new RegExp(String.raw`^\s+(?:${BULAN.join('|')})\b`, 'i')
/** A year, or the day of a date. */
const isDate = ({ angka, satuan, dalam, akhir }: FaktaTeks) =>
  !satuan && (/^(?:19|20)\d\d$/.test(angka.tercetak) || MONTH.test(dalam.teks.slice(akhir, akhir + 12)))
const between = (a: FaktaTeks, b: FaktaTeks) => a.dalam.teks.slice(a.akhir, b.awal)

const NAIK = /\b(?:naik|kenaikan|meningkat|peningkatan|bertambah|lebih tinggi|lebih besar)\b/i
const TURUN = /\b(?:turun|penurunan|menurun|berkurang|lebih rendah|lebih kecil)\b/i
/** `turun sebesar 3% dari 86`: the figure is the difference, and no result. */
const AMOUNT = /\b(?:naik|kenaikan|meningkat|peningkatan|bertambah|turun|penurunan|menurun|berkurang)\b[^.;\d]{0,40}$/i
/** Better in rank is fewer. */
const NOT = /\b(?:tidak|belum|bukan|tanpa|target|apabila|jika|agar|diharapkan|peringkat|ranking|urutan|posisi|rank)\b/i
/** Words and years may stand between; another figure or the end of the sentence may not. */
const gap = (teks: string, most: number) =>
  teks.replace(/(?<!\d)20\d\d(?!\d)/g, '').length <= most && !/[.;]\s|\d/.test(teks.replace(/(?<!\d)20\d\d(?!\d)/g, ''))

function inText(angka: readonly FaktaTeks[], fakta: Fakta): Catatan[] {
  return angka.flatMap((a, i) => [...amounts(angka, i), ...direction(a, angka[i + 1]), ...fromTo(a, angka[i + 1], fakta)])
}

const UNIT = /^\s*(ribu|juta|miliar|milyar|triliun|menit|jam|hari|minggu|bulan|tahun|orang|unit|ha|km|ton|kg)\b/i
const unitOf = ({ dalam, akhir }: FaktaTeks) => UNIT.exec(dalam.teks.slice(akhir, akhir + 12))?.[1]?.toLowerCase()
const sameKind = (a: FaktaTeks, b: FaktaTeks) =>
  a.satuan === b.satuan && a.angka.nilai.gt(0) && b.angka.nilai.gt(0) && (unitOf(a) === unitOf(b) || !unitOf(a) || !unitOf(b))

/** `B …, turun dari … A`: without a figure between them. */
function direction(b: FaktaTeks, a: FaktaTeks | undefined): Catatan[] {
  if (!a || !sameKind(a, b)) return []
  const link = between(b, a)
  if (!gap(link, 150) || NOT.test(link) || AMOUNT.test(b.dalam.teks.slice(Math.max(0, b.awal - 50), b.awal))) return []
  if (!/\b(?:dari|dibanding(?:kan)?|daripada)\b/i.test(link) || /\b(?:menjadi|namun|tetapi|sedangkan)\b/i.test(link)) return []
  const [up, down] = [NAIK.test(link), TURUN.test(link)]
  return up === down ? [] : [told(b, a, up, b)]
}

/** `naik dari A menjadi B`, `meningkat mulai dari A … sampai B`. */
function fromTo(a: FaktaTeks, b: FaktaTeks | undefined, fakta: Fakta): Catatan[] {
  if (!b || !sameKind(a, b)) return []
  const before = a.dalam.teks.slice(Math.max(0, a.awal - 110), a.awal).split(/[.;]\s|\d/).at(-1)! // biome-ignore format: one line
  const link = between(a, b)
  if (!/\b(?:dari|semula)\b[^.;]{0,60}$/i.test(before) || NOT.test(before) || !gap(link, 90)) return []
  if (!/\b(?:menjadi|sampai|hingga|ke)\b/i.test(link) || NAIK.test(link) || TURUN.test(link)) return []
  const [up, down] = [NAIK.test(before), TURUN.test(before)]
  if (up === down) return []
  return [told(b, a, up, b), ...(EACH.test(before) ? [everyYear(a, b, up, fakta)] : [])]
}

const EACH = /\b(?:setiap|tiap|dari) tahun(?:nya)?\b|\b(?:terus|selalu) (?:meningkat|naik|menurun|turun)\b/i
const NEAR = 4
/** `meningkat setiap tahun dari A sampai B`: so do the figures between them, in the table near by that has both. */
function everyYear(a: FaktaTeks, b: FaktaTeks, up: boolean, fakta: Fakta): Catatan {
  const near = fakta.sel.filter((s) => Math.abs(fakta.blokOf.get(s.tabel)! - a.dalam.blok) <= NEAR)
  for (const column of Map.groupBy(near, (s) => `${s.tabel.urutan} ${s.kolom.nomor}`).values()) {
    const from = column.findIndex((s) => s.angka.nilai.eq(a.angka.nilai))
    const to = column.findLastIndex((s) => s.angka.nilai.eq(b.angka.nilai))
    if (from < 0 || to < from + 2) continue
    const broken = column.slice(from + 1, to + 1).find((s, i) => {
      const last = column[from + i]!.angka.nilai
      return up ? s.angka.nilai.lt(last) : s.angka.nilai.gt(last)
    })
    if (!broken) return TANPA_CATATAN
    const last = column[column.indexOf(broken) - 1]!
    const kata = up ? ['naik', 'turun'] : ['turun', 'naik']
    const penjelasan = `Kalimat itu mengatakan ${kata[0]} setiap tahun dari ${a.angka.tercetak} sampai ${b.angka.tercetak}, padahal di ${namaTabel(broken.tabel)} angkanya ${kata[1]} dari ${last.angka.tercetak} ke ${broken.angka.tercetak} (${tempat(broken.angka.di)}).`
    return { hitungan: [], temuan: [{ di: a.angka.di, jenis: 'text-vs-table', berat: 'sedang', keyakinan: 0.85, letak: `${a.letak}, setiap tahun`, tercetak: `${kata[0]} setiap tahun`, seharusnya: null, penjelasan, terkait: [last.angka.di, broken.angka.di] }] } // biome-ignore format: a case
  }
  return TANPA_CATATAN
}

function told(b: FaktaTeks, a: FaktaTeks, up: boolean, at: FaktaTeks): Catatan {
  const cocok = up ? b.angka.nilai.gt(a.angka.nilai) : b.angka.nilai.lt(a.angka.nilai)
  const rumus = `${toText(b.angka.nilai)} ${up ? '>' : '<'} ${toText(a.angka.nilai)}`
  const made: Hitungan = { di: at.angka.di, letak: at.letak, rumus, tercetak: at.angka.tercetak, dihitung: toText(b.angka.nilai), pembulatan: cocok ? 'tepat' : null, cocok } // biome-ignore format: a case
  if (cocok || b.angka.keyakinan < 0.8 || a.angka.keyakinan < 0.8) return { hitungan: cocok ? [made] : [], temuan: [] }
  const [word, other] = up ? ['naik', 'lebih rendah'] : ['turun', 'lebih tinggi']
  const equal = b.angka.nilai.eq(a.angka.nilai)
  const penjelasan = `Kalimat itu mengatakan ${word} ke ${b.angka.tercetak} dari ${a.angka.tercetak}, padahal ${b.angka.tercetak} ${equal ? 'sama dengan' : `${other} daripada`} ${a.angka.tercetak}. Perbaiki kata atau angkanya.`
  return { hitungan: [], temuan: [{ di: at.angka.di, jenis: 'text-vs-table', berat: 'sedang', keyakinan: 0.8, letak: at.letak, tercetak: at.angka.tercetak, seharusnya: null, penjelasan, terkait: [a.angka.di] }] } // biome-ignore format: a case
}

/** `B …, turun sebanyak D (P%) dari … A`, D or P alone as well; B may be the A of the clause before: `lalu … turun (P%) dari … A`. */
function amounts(angka: readonly FaktaTeks[], i: number): Catatan[] {
  const [b, next] = [angka[i]!, angka[i + 1]]
  if (!next) return []
  const said = CHANGE.test(between(b, next))
  // The figure after the word is the difference, its share, or what it is reckoned from.
  const d = said && !next.satuan && angka[i + 2] && !/\bdari\b/i.test(between(b, next).split(CHANGE).at(-1)!) ? next : undefined
  const p = !d && said && next.satuan === '%' ? next : d && angka[i + 2]?.satuan === '%' ? angka[i + 2] : undefined
  const a = angka[angka.indexOf(p ?? d ?? b) + 1]
  if (!a || !said || a.satuan || b.satuan || a.angka.desimal || b.angka.desimal) return []
  const link = between(b, a)
  const plain = link.replace(/\d{1,2}\s+\p{L}+\s+20\d\d|(?<!\d)20\d\d(?!\d)/gu, '')
  if (plain.length > 240 || /[.;]\s/.test(plain) || !/\bdari\b/i.test(link.split(CHANGE).at(-1)!)) return []
  // Figures of one size: a part may be said to grow beside another thing's total.
  if (a.angka.nilai.gt(b.angka.nilai.times(3)) || b.angka.nilai.gt(a.angka.nilai.times(3))) return []
  const differ = kurang(dari(b.angka), dari(a.angka))
  const share = bagi(differ, dari(a.angka))
  const fall = p ?? signed(b, a)
  if (!share || (!d && !fall)) return []
  const parts = [b.angka, a.angka]
  return [...(d ? [judged(d, differ, parts)] : []), ...(fall ? [judged(fall, persen(share), parts)] : [])]
}
const CHANGE = /\b(?:naik|kenaikan|meningkat|peningkatan|bertambah|turun|penurunan|menurun|berkurang)\b/i

/** `(-1,23%)` between two figures: with its sign it is no figure of prose. */
function signed(b: FaktaTeks, a: FaktaTeks): FaktaTeks | undefined {
  const found = /-\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%/.exec(between(b, a))
  if (!found) return undefined
  const awal = b.akhir + found.index
  const desimal = /[.,](\d+)$/.exec(found[1]!)?.[1]?.length ?? 0
  const nilai = parseDecimal(found[1]!.replace(',', '.'))
  const letak = letakTeks(b.dalam, found[0])
  return { dalam: b.dalam, awal, akhir: awal + found[0].length, satuan: '%', letak, angka: { nilai, desimal, tercetak: found[0], keyakinan: 1, di: b.dalam.placeAt(awal) } } // biome-ignore format: a figure
}
/** Its size without a sign: a fall is printed with and without one. */
const bare = (h: Hasil): Hasil => ({ rumus: h.rumus, nilai: h.nilai.abs(), min: h.nilai.abs(), maks: h.nilai.abs() })

function judged(fact: FaktaTeks, result: Hasil, parts: readonly Angka[]): Catatan {
  const made = hitung(fact.angka, bare(result), fact.letak)
  if (made.cocok) return { hitungan: [made], temuan: [] }
  const exact = result.nilai.abs()
  const seharusnya = tulis(fact.satuan === '%' ? exact.toDecimalPlaces(Math.max(2, fact.angka.desimal)) : exact)
  const penjelasan = `Kalimat itu menyebut ${fact.angka.tercetak}, sedangkan dari angka-angkanya ${terbaca(made.rumus)} = ${seharusnya} (tanpa tandanya). Perbaiki salah satunya.`
  return { hitungan: [made], temuan: [{ di: fact.angka.di, jenis: 'ratio', berat: 'sedang', keyakinan: 0.8, letak: fact.letak, tercetak: fact.angka.tercetak, seharusnya, penjelasan, terkait: parts.map((q) => q.di) }] } // biome-ignore format: a case
}
