// How many sasaran a report has: said several times, and the same every time. A single sentence that tells of more was left from
// another year, or counts something else.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { faktaOf, letakTeks, type Teks } from '../fakta.ts'
import { tempat } from '../sama.ts'

export const banyaknyaSasaran: Aturan = {
  kode: 'BANYAKNYA-SASARAN',
  jenis: 'count',
  memeriksa:
    'Tidak ada kalimat yang menyebut sasaran lebih banyak daripada jumlah sasaran yang disebut naskah itu sendiri berulang kali.',
  contoh: {
    benar: 'total 14 sasaran; 14 (empat belas) sasaran',
    salah: 'total 14 sasaran; 14 (empat belas) sasaran; dari 26 sasaran',
  },
  periksa: (naskah) => {
    const { teks, tahun } = faktaOf(naskah)
    const said = teks.flatMap((t) => claims(t, tahun))
    const times = Map.groupBy(said, (s) => s.n)
    const most = Math.max(0, ...[...times].filter(([, same]) => same.length > 1).map(([n]) => n))
    return { hitungan: [], temuan: most > 1 ? said.flatMap((s) => (s.n > most ? say(s, most, times.get(most)![0]!.di) : [])) : [] }
  },
}

type Sebutan = { readonly n: number; readonly teks: Teks; readonly tercetak: string; readonly di: Place; readonly awal: number }
/** Of one group only, or of each unit: not the whole. */
const WHOLE =
  /(?<![\d.,])(\d{1,3})(?:\s*\([\p{L}\s]{3,30}\))?\s+sasaran\b(?!\s+(?:strategis|khusus|operasional|program|kegiatan|rpjm|rpd|renstra))/giu

function claims(teks: Teks, tahun: number | null): Sebutan[] {
  return [...teks.teks.matchAll(WHOLE)].flatMap((m): Sebutan[] => {
    const sentence = teks.teks.slice(Math.max(0, m.index - 120), m.index + 120)
    const years = sentence.match(/(?<!\d)20\d\d(?!\d)/g)?.map(Number) ?? []
    if (years.length && !years.includes(tahun ?? 0)) return []
    return [{ n: Number(m[1]), teks, tercetak: m[0], di: teks.placeAt(m.index), awal: m.index }]
  })
}

function say({ teks, tercetak, di }: Sebutan, most: number, first: Place): TemuanNaskah[] {
  const penjelasan = `Kalimat itu menyebut ${tercetak}, sedangkan naskah ini berulang kali menyebut ${most} sasaran (${tempat(first)}). Periksa jumlahnya.`
  return [{ di, jenis: 'count', berat: 'sedang', keyakinan: 0.75, letak: letakTeks(teks, tercetak), tercetak, seharusnya: String(most), penjelasan, terkait: [first] }] // biome-ignore format: a case
}
