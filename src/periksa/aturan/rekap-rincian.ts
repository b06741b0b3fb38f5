// A summary and its details stand in different tables: the sum of a table's rows is the figure of another, and a row that two
// tables share has one budget and one realisation.
import { formatDecimal, toText, ZERO } from '../../platform/kernel/decimal.ts'
import { dari, jumlah, tambah, tulis } from '../angka.ts'
import { type Aturan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { type FaktaSel, type FaktaTeks, faktaOf } from '../fakta.ts'
import { singkat } from '../kata.ts'
import { namaTabel, type Tabel } from '../naskah.ts'
import { samaSatuanLain, tempat } from '../sama.ts'

export const rekapRincian: Aturan = {
  kode: 'REKAP-RINCIAN',
  jenis: 'cross-table',
  memeriksa:
    'Angka rekap sama dengan jumlah rinciannya di tabel lain; anggaran dan realisasi yang sama berpasangan sama di mana pun.',
  contoh: {
    benar: 'Rekap: Sekretariat 62.585, 59.823; rincian TOTAL 62.585, 59.823',
    salah: 'Rekap: Sekretariat 62.585, 59.823; rincian TOTAL 61.999, 59.823',
  },
  periksa: (naskah) => {
    const { sel, angkaTeks } = faktaOf(naskah)
    const large = sel.filter((s) => isLarge(s))
    return { hitungan: sums(large, angkaTeks.filter(isLarge)), temuan: pairs(large) }
  },
}

/** Amounts that no other sum meets by chance. */
const isLarge = ({ angka: { nilai, keyakinan } }: Pick<FaktaSel, 'angka'>) =>
  nilai.gte(1_000_000) && nilai.lt(1e15) && keyakinan >= 0.7 && toText(nilai).replace(/\D|0+$/g, '').length >= 6

type Any = FaktaSel | FaktaTeks
const tabelOf = (one: Any) => ('tabel' in one ? one.tabel : undefined)
/** Two figures of all the paper are added where there are not too many. */
const MOST_PAIRS = 1500
/** Rows that a summary takes together at most. */
const LONGEST = 40

function sums(large: readonly FaktaSel[], said: readonly FaktaTeks[]): Hitungan[] {
  const known = Map.groupBy<string, Any>([...large, ...said], (s) => toText(s.angka.nilai))
  const hitungan: Hitungan[] = []
  const told = new Set<Any>()
  const tell = (value: string, parts: readonly FaktaSel[]) => {
    for (const one of known.get(value) ?? []) {
      const home = tabelOf(one)
      if (told.has(one) || parts.every((p) => p.tabel === home)) continue
      told.add(one)
      const [a, b] = parts.map((p) => dari(p.angka))
      hitungan.push(hitung(one.angka, parts.length === 2 ? tambah(a!, b!) : jumlah(parts.map((p) => dari(p.angka))), one.letak))
    }
  }
  // Binary numbers only seek; what they meet is added again exactly.
  const wanted = new Set([...known.keys()].map(Number))
  for (const column of Map.groupBy(large, (s) => `${s.tabel.urutan} ${s.kolom.nomor}`).values()) {
    const rows = column.filter((s) => !s.baris.jumlah)
    const numbers = rows.map((r) => Number(r.angka.nilai))
    for (let from = 0; from < rows.length; from++) {
      let sum = numbers[from]!
      for (let to = from + 1; to < Math.min(rows.length, from + LONGEST); to++) {
        sum += numbers[to]!
        if (!wanted.has(sum)) continue
        const parts = rows.slice(from, to + 1)
        tell(toText(parts.reduce((a, p) => a.plus(p.angka.nilai), ZERO)), parts)
      }
    }
  }
  const each = [...Map.groupBy(large, (s) => toText(s.angka.nilai)).values()].map((s) => s[0]!)
  if (each.length > MOST_PAIRS) return hitungan
  const numbers = each.map((e) => Number(e.angka.nilai))
  for (let i = 0; i < each.length; i++)
    for (let j = i + 1; j < each.length; j++)
      if (wanted.has(numbers[i]! + numbers[j]!)) tell(toText(each[i]!.angka.nilai.plus(each[j]!.angka.nilai)), [each[i]!, each[j]!])
  return hitungan
}

type Pasangan = { readonly tabel: Tabel; readonly anggaran: FaktaSel; readonly realisasi: FaktaSel }

/** The one budget and the one realisation of a row. */
function pairOf(cells: readonly FaktaSel[]): Pasangan[] {
  const realisasi = cells.filter((c) => /realisasi/.test(c.ukuran))
  const anggaran = cells.filter((c) => /anggaran|target/.test(c.ukuran) && !/realisasi|sisa|efisiensi|capaian/.test(c.ukuran))
  const [a] = anggaran
  const [r] = realisasi
  return a && r && anggaran.length === 1 && realisasi.length === 1 && !a.angka.nilai.eq(r.angka.nilai)
    ? [{ tabel: a.tabel, anggaran: a, realisasi: r }]
    : []
}

/** The budget before and after a change are two budgets of one realisation. */
const VERSI = /\b(?:murni|awal|penetapan|perubahan|pergeseran|apbd p)\b/

function pairs(large: readonly FaktaSel[]): TemuanNaskah[] {
  const all = [...Map.groupBy(large, (s) => s.baris).values()].flatMap(pairOf)
  const temuan: TemuanNaskah[] = []
  for (const [key, differs] of [['realisasi', 'anggaran'], ['anggaran', 'realisasi']] as const) // biome-ignore format: both ways
    for (const same of Map.groupBy(all, (p) => toText(p[key].angka.nilai)).values()) {
      const [first] = same
      if (new Set(same.map((p) => p.tabel)).size < 2 || toText(first![key].angka.nilai).replace(/0+$/, '').length < 8) continue
      const values = [...Map.groupBy(same, (p) => toText(p[differs].angka.nilai)).values()].sort((a, b) => b.length - a.length)
      for (const other of values.slice(1)) temuan.push(...say(values[0]![0]!, other[0]!, key, differs))
    }
  return temuan
}

function say(most: Pasangan, other: Pasangan, key: 'realisasi' | 'anggaran', differs: 'realisasi' | 'anggaran'): TemuanNaskah[] {
  const [one, against] = [other[differs], most[differs]]
  if (
    most.tabel === other.tabel ||
    VERSI.test(`${one.ukuran} ${against.ukuran}`) ||
    samaSatuanLain(one.angka.nilai, against.angka.nilai)
  )
    return []
  const gap = one.angka.nilai.minus(against.angka.nilai).abs()
  return [
    {
      di: one.angka.di,
      jenis: 'cross-table',
      berat: 'tinggi',
      keyakinan: 0.85,
      // A table may agree with itself and differ from another all the same.
      letak: `${one.letak}, terhadap ${namaTabel(against.tabel)}`,
      tercetak: one.angka.tercetak,
      seharusnya: tulis(against.angka.nilai),
      penjelasan: `${namaTabel(one.tabel)} (${singkat(one.baris.label, 60)}) dan ${namaTabel(against.tabel)} (${singkat(against.baris.label, 60)}) mencetak ${key} yang sama, ${most[key].angka.tercetak}, tetapi ${differs} yang berbeda: ${one.angka.tercetak} dan ${against.angka.tercetak}, selisih ${formatDecimal(gap, 0)}. Samakan keduanya (${tempat(against.angka.di)}).`,
      terkait: [against.angka.di, most[key].angka.di],
    },
  ]
}
