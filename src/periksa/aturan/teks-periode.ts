// A sentence about one part of the year with the figure of another: `Pada semester II … 97,60`, where the table has it under
// Semester I.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaSel, type FaktaTeks, faktaOf } from '../fakta.ts'
import { namaTabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const teksPeriode: Aturan = {
  kode: 'TEKS-PERIODE',
  jenis: 'text-vs-table',
  memeriksa: 'Angka yang disebut kalimat untuk suatu semester atau triwulan berada di kolom semester atau triwulan itu.',
  contoh: { benar: 'Pada semester II 97,43; tabel: Semester II 97,43', salah: 'Pada semester II 97,60; tabel: Semester I 97,60' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const cells = fakta.sel.filter((s) => periodOf(s.kolom.judul.join(' ')).length === 1)
    const figures = fakta.angkaTeks.filter((a) => a.angka.desimal > 0)
    return { hitungan: [], temuan: cells.length ? figures.flatMap((a) => check(a, cells, fakta)) : [] }
  },
}

const PERIOD = /\b(semester|triwulan|tw)\s+(iv|i{1,3}|[1-4])(?!\p{L}|\d)/giu
/** `semester I dan II`, `triwulan I s.d. III` are more than one. */
const SEVERAL =
  /\b(?:semester|triwulan|tw)\s+(?:iv|i{1,3}|[1-4])\s*(?:dan|s\.?\s?d\.?|sampai|,|\/|-)\s*(?:dengan\s+)?(?:iv|i{1,3}|[1-4])(?!\p{L}|\d)/iu
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }
const NEAR = 6

function periodOf(teks: string): string[] {
  const found = [...teks.matchAll(PERIOD)].map(([, kind, n]) => {
    const of = kind!.toLowerCase() === 'tw' ? 'triwulan' : kind!.toLowerCase()
    return `${of} ${ROMAN[n!.toLowerCase()] ?? n}`
  })
  return [...new Set(found)]
}

function check(a: FaktaTeks, cells: readonly FaktaSel[], { blokOf }: Fakta): TemuanNaskah[] {
  const from = Math.max(0, ...[...a.dalam.teks.slice(0, a.awal).matchAll(/[.;]\s+(?=\p{Lu})/gu)].map((m) => m.index + 1))
  const rest = a.dalam.teks.slice(a.akhir)
  const sentence = a.dalam.teks.slice(from, a.akhir) + rest.slice(0, /[.;](?:\s|$)/.exec(rest)?.index ?? rest.length)
  const [period, second] = periodOf(sentence)
  if (!period || second || SEVERAL.test(sentence) || /\b20\d\d\b.*\b20\d\d\b/.test(sentence)) return []
  const near = cells.filter((s) => Math.abs(blokOf.get(s.tabel)! - a.dalam.blok) <= NEAR)
  const same = near.filter((s) => s.angka.nilai.eq(a.angka.nilai))
  const [cell] = same
  if (!cell || same.some((s) => periodOf(s.kolom.judul.join(' '))[0] === period)) return []
  const meant = near.find((s) => s.baris === cell.baris && periodOf(s.kolom.judul.join(' '))[0] === period)
  if (!meant || same.length > 1) return []
  const other = periodOf(cell.kolom.judul.join(' '))[0]!
  const penjelasan = `Kalimat itu menyebut ${a.angka.tercetak} untuk ${period}, sedangkan di ${namaTabel(cell.tabel)} (${tempat(cell.angka.di)}) angka itu di kolom ${other}; untuk ${period} tercetak ${meant.angka.tercetak}. Perbaiki periodenya atau angkanya.`
  return [{ di: a.angka.di, jenis: 'text-vs-table', berat: 'sedang', keyakinan: 0.8, letak: `${a.letak}, ${period}`, tercetak: a.angka.tercetak, seharusnya: meant.angka.tercetak, penjelasan, terkait: [cell.angka.di] }] // biome-ignore format: a case
}
