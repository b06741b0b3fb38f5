// A figure that prose repeats from a table. It is confirmed where a row near by, or one whose name the sentence says, prints it; it is
// said to differ only where the sentence names the row and the measure in so many words.
import { toText } from '../../platform/kernel/decimal.ts'
import type { Angka } from '../angka.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaSel, type FaktaTeks, faktaOf } from '../fakta.ts'
import { kataOf, kunciOf, singkat } from '../kata.ts'
import { namaTabel } from '../naskah.ts'
import { berulang, samaAngka, tempat } from '../sama.ts'

export const teksTabel: Aturan = {
  kode: 'TEKS-TABEL',
  jenis: 'text-vs-table',
  memeriksa:
    'Angka yang disebut kalimat untuk suatu indikator sama dengan angka indikator itu di tabel; nilai tertinggi dan terendah memang demikian.',
  contoh: { benar: 'Indeks Layanan, realisasi 88,45; tabel: 88,45', salah: 'Indeks Layanan, realisasi 85,42; tabel: 88,45' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const byValue = Map.groupBy(fakta.sel, (s) => toText(s.angka.nilai))
    const hitungan = fakta.angkaTeks.flatMap((a) => confirm(a, byValue, fakta))
    const known = new Set(hitungan.map((h) => h.letak))
    const named = namesOf(fakta)
    const open = fakta.angkaTeks.filter((a) => !known.has(a.letak))
    const temuan = open.flatMap((a) => [...against(a, named, fakta), ...beside(a, fakta)])
    return { hitungan, temuan: [...temuan, ...fakta.angkaTeks.flatMap((a) => extremes(a, fakta))] }
  },
}

/** Whole numbers and round ones stand everywhere. */
const isTelling = ({ angka, satuan }: FaktaTeks) =>
  angka.nilai.gt(0) &&
  !(angka.desimal === 0 && (satuan === '%' || angka.nilai.lt(100) || /^(?:19|20)\d\d$/.test(angka.tercetak))) &&
  !/^100(?:[.,]0+)?\s*%?$/.test(angka.tercetak)
const NEAR = 8
/** Of a name of a row: words that are in every table. */
const COMMON = new Set(
  'yang dan di pada dalam untuk dengan dari per atau oleh tahun kota administrasi jakarta provinsi persentase nilai indeks jumlah total'.split(
    ' ',
  ),
)

function confirm(a: FaktaTeks, byValue: ReadonlyMap<string, FaktaSel[]>, fakta: Fakta): Hitungan[] {
  if (!isTelling(a)) return []
  const cells = byValue.get(toText(a.angka.nilai)) ?? []
  const said = new Set(kataOf(a.dalam.teks.slice(Math.max(0, a.awal - 300), a.akhir + 100)))
  const near = cells.find((s) => Math.abs(fakta.blokOf.get(s.tabel)! - a.dalam.blok) <= NEAR)
  const named =
    near ?? cells.find((s) => kataOf(s.baris.label).filter((w) => said.has(w) && !COMMON.has(w) && w.length > 3).length >= 2)
  return named ? [berulang(a.angka, named.angka, a.letak)] : []
}

/** Names of rows that all their tables agree on, by their first three words. */
function namesOf({ sel }: Fakta): ReadonlyMap<string, FaktaSel[]> {
  const long = sel.filter(
    (s) => s.nama.split(' ').length >= 3 && s.nama.length >= 15 && /^(?:target|realisasi|capaian)$/.test(s.ukuran),
  )
  return Map.groupBy(long, (s) => s.nama.split(' ').slice(0, 3).join(' '))
}

/** `… Predikat SAKIP Perangkat Daerah tahun 2023, realisasi 85,42`: name and measure stand right before the figure. */
function against(a: FaktaTeks, named: ReadonlyMap<string, FaktaSel[]>, { tahun }: Fakta): TemuanNaskah[] {
  if (!isTelling(a) || a.satuan === 'Rp' || a.angka.keyakinan < 0.8) return []
  const before = a.dalam.teks
    .slice(Math.max(0, a.awal - 400), a.awal)
    .split(/[.;]\s/)
    .at(-1)!
  const measure = /\b(target|realisasi|capaian)(?:nya)?\s*(?:sebesar|adalah|mencapai|yaitu|:|=)?\s*$/i
    .exec(before)?.[1]
    ?.toLowerCase()
  if (!measure) return []
  // `(target 31 dan realisasi 38,7)`: the target that stands between is known by its name.
  const words = kataOf(before.replace(/\(?\btarget(?:nya)?\s+\d[\d.,]*\s*(?:%|persen|\p{L}{1,8})?\s*(?:,|dan|;)\s*(?=realisasi|capaian)/giu, ' ')) // biome-ignore format: one line
  const years = before.match(/(?<!\d)20\d\d(?!\d)/g)?.map(Number) ?? []
  const year = years.length === 1 ? years[0]! : years.length ? undefined : tahun
  for (let i = words.length - 3; i >= 0; i--) {
    const rows = (named.get(words.slice(i, i + 3).join(' ')) ?? []).filter((s) =>
      ` ${words.slice(i).join(' ')} `.includes(` ${bare(s.nama)} `),
    )
    if (!rows.length) continue
    const between = words.length - i - bare(rows[0]!.nama).split(' ').length
    // A figure between the name and this one may be its own.
    if (between > 6 || words.slice(-between).some((w) => /^\d+$/.test(w) && !/^20\d\d$/.test(w))) return []
    const cells = rows.filter((s) => s.ukuran === measure && (s.tahun ?? tahun) === year)
    if (!cells.length || rows.some((s) => sama(s.angka, a.angka)) || cells.some((c) => !samaAngka(c.angka, cells[0]!.angka)))
      return []
    return [say(a, cells[0]!, measure, cells.length)]
  }
  return []
}
/**
 * `Konsistensi penyerapan anggaran 73,14%`, next to the table: the name of one of its rows stands right before the figure, and no
 * cell of that row is the figure.
 */
function beside(a: FaktaTeks, fakta: Fakta): TemuanNaskah[] {
  if (!isTelling(a) || a.satuan === 'Rp' || a.angka.desimal === 0) return []
  const before = a.dalam.teks
    .slice(Math.max(0, a.awal - 250), a.awal)
    .split(/[.;:,]\s/)
    .at(-1)!
  if (/\d|naik|turun|meningkat|peningkat|selisih|rata-rata|target|semester|triwulan/i.test(before)) return []
  const words = ` ${kataOf(before)
    .filter((w) => !LINK.has(w))
    .join(' ')} `
  if (words.trim().split(' ').length < 3) return []
  const near = fakta.sel.filter((s) => Math.abs(fakta.blokOf.get(s.tabel)! - a.dalam.blok) <= 3 && s.nama.split(' ').length >= 3)
  const rows = near.filter((s) =>
    words.endsWith(
      ` ${s.nama
        .split(' ')
        .filter((w) => !LINK.has(w))
        .join(' ')} `,
    ),
  )
  const figures = rows.filter((s) => s.angka.desimal > 0)
  if (!figures.length || rows.some((s) => samaAngka(s.angka, a.angka))) return []
  // With several figures in the row it is open which of them was meant.
  const [cell] = figures.toSorted((x, y) => x.angka.nilai.minus(a.angka.nilai).abs().cmp(y.angka.nilai.minus(a.angka.nilai).abs()))
  return [{ ...say(a, cell!, 'nilai', 1), keyakinan: figures.length === 1 ? 0.75 : 0.6 }]
}
/** 38,7 is no 38: a sentence does not tell more than its table, and cuts half of it off. */
const sama = (x: Angka, y: Angka) => samaAngka(x, y) && (x.desimal === y.desimal || x.nilai.minus(y.nilai).abs().lt('0.5'))
const LINK = new Set('sebesar adalah yaitu yakni mencapai ialah dengan dan'.split(' '))

/** A name without the year at its end. */
const bare = (nama: string) => nama.replace(/(?: tahun)? 20\d\d$/, '')

const say = (a: FaktaTeks, cell: FaktaSel, measure: string, times: number): TemuanNaskah => ({
  di: a.angka.di,
  jenis: 'text-vs-table',
  berat: 'sedang',
  keyakinan: times > 1 ? 0.9 : 0.8,
  letak: a.letak,
  tercetak: a.angka.tercetak,
  seharusnya: cell.angka.tercetak,
  penjelasan: `Kalimat itu menyebut ${measure} ${a.angka.tercetak} untuk ${singkat(cell.sebutan, 90)}, sedangkan ${namaTabel(cell.tabel)} (${tempat(cell.angka.di)}) mencetak ${cell.angka.tercetak}. Samakan keduanya.`,
  terkait: [cell.angka.di],
})

const HIGH = /\b(?:tertinggi|terbesar|terbanyak|paling\s+(?:tinggi|besar|banyak))\b/i
const LOW = /\b(?:terendah|terkecil|paling\s+(?:rendah|kecil|sedikit))\b/i

/** `Nilai terendah adalah X (86,10)`: the row that the sentence names is not the least of its column in the table near by. */
function extremes(a: FaktaTeks, fakta: Fakta): TemuanNaskah[] {
  const sentence = a.dalam.teks
    .slice(Math.max(0, a.awal - 160), a.awal)
    .split(/[.;]\s/)
    .at(-1)!
  const [high, low] = [HIGH.test(sentence), LOW.test(sentence)]
  if (high === low || !isTelling(a) || (sentence.match(/\d[\d.,]*/g)?.length ?? 0) > 1) return []
  const words = new Set(kataOf(sentence))
  const cells = fakta.sel.filter((s) => Math.abs(fakta.blokOf.get(s.tabel)! - a.dalam.blok) <= 2 && s.angka.nilai.eq(a.angka.nilai))
  const [cell] = cells.filter(
    (s) =>
      !s.baris.jumlah &&
      kunciOf(s.baris.label)
        .split(' ')
        .some((w) => w.length > 2 && !COMMON.has(w) && words.has(w)),
  )
  if (!cell) return []
  const column = fakta.sel.filter((s) => s.tabel === cell.tabel && s.kolom === cell.kolom && !s.baris.jumlah)
  const beyond = column.filter((s) => (high ? s.angka.nilai.gt(cell.angka.nilai) : s.angka.nilai.lt(cell.angka.nilai)))
  const [best] = beyond.sort((x, y) => (high ? y.angka.nilai.cmp(x.angka.nilai) : x.angka.nilai.cmp(y.angka.nilai)))
  if (!best || column.length < 3 || beyond.length > column.length / 3) return []
  const which = high ? 'tertinggi' : 'terendah'
  return [
    {
      ...say(a, best, which, 1),
      keyakinan: 0.75,
      penjelasan: `Kalimat itu menyebut ${a.angka.tercetak} sebagai yang ${which}, sedangkan di ${namaTabel(best.tabel)} (${tempat(best.angka.di)}) ${singkat(best.baris.label, 60)} ${best.angka.tercetak}.`,
    },
  ]
}
