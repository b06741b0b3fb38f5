// A report says its results again in the summary, under the table and in the conclusion: the same words before a figure, and the same figure.
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type FaktaTeks, faktaOf } from '../fakta.ts'
import { kataOf, singkat } from '../kata.ts'
import { berulang, samaAngka, tempat } from '../sama.ts'

export const kalimatBerulang: Aturan = {
  kode: 'KALIMAT-BERULANG',
  jenis: 'text-vs-table',
  memeriksa: 'Angka yang disebut dengan kata-kata yang sama di ikhtisar, uraian, dan kesimpulan memang angka yang sama.',
  contoh: {
    benar: 'Nilai kinerja anggaran wilayah tahun 2024 sebesar 94,51% di ikhtisar dan di kesimpulan',
    salah: 'Nilai kinerja anggaran wilayah tahun 2024 sebesar 94,51% di ikhtisar, 95,41% di kesimpulan',
  },
  periksa: (naskah) => {
    const said = faktaOf(naskah).angkaTeks.flatMap((angka, i, all): Disebut[] => {
      const kata = wordsBefore(angka, all[i - 1])
      return kata ? [{ angka, kata }] : []
    })
    const found = [...Map.groupBy(said, (s) => s.kata).values()].map(compare)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

type Disebut = { readonly angka: FaktaTeks; readonly kata: string }

/** What may stand between a name and its figure without saying anything. */
const LINK = new Set(
  'sebesar adalah yaitu yakni mencapai ialah dengan dan atau serta hasil nilainya pada di dari rp secara yang'.split(' '),
)
/** Words that make a phrase of few words a name. */
const LEAST = 4

/** The words since the figure before it, or since the beginning of its sentence, with the unit that the figure has. */
function wordsBefore(one: FaktaTeks, before: FaktaTeks | undefined): string | undefined {
  const { angka, satuan, dalam } = one
  if (angka.nilai.isZero() || (!satuan && angka.desimal === 0) || /^100(?:[.,]0+)?\s*%?$/.test(angka.tercetak)) return undefined
  const from = before?.dalam === dalam && !isYear(before) ? before.akhir : 0
  const text = dalam.teks.slice(from, one.awal)
  const sentence = text.split(/[.;:]\s|\n/).at(-1)!
  const words = kataOf(sentence).filter((w) => !LINK.has(w))
  if (words.length < LEAST || words.length > 25 || words.filter((w) => /^\p{L}{4,}$/u.test(w)).length < LEAST - 1) return undefined
  return `${words.join(' ')} ${satuan ?? ''}`
}
const isYear = ({ angka, satuan }: FaktaTeks) => !satuan && /^(?:19|20)\d\d$/.test(angka.tercetak)

function compare(same: readonly Disebut[]): { hitungan: Hitungan[]; temuan: TemuanNaskah[] } {
  const hitungan: Hitungan[] = []
  const values: FaktaTeks[][] = []
  for (const { angka } of same) {
    const like = values.find((v) => samaAngka(v[0]!.angka, angka.angka))
    if (like) {
      hitungan.push(berulang(angka.angka, like[0]!.angka, angka.letak))
      like.push(angka)
    } else values.push([angka])
  }
  const [most, ...others] = values.toSorted((a, b) => b.length - a.length)
  // Three values for one phrase are a series: of units, of years that are named elsewhere.
  if (others.length !== 1 || others[0]!.some((o) => most!.some((m) => m.dalam.bagian === o.dalam.bagian)))
    return { hitungan, temuan: [] }
  return { hitungan, temuan: others[0]!.map((o) => say(o, most![0]!, most!.length, same[0]!.kata)) }
}

const say = (one: FaktaTeks, other: FaktaTeks, times: number, kata: string): TemuanNaskah => ({
  di: one.angka.di,
  jenis: 'text-vs-table',
  berat: 'sedang',
  keyakinan: times > 1 ? 0.85 : 0.65,
  letak: one.letak,
  tercetak: one.angka.tercetak,
  seharusnya: other.angka.tercetak,
  penjelasan: `Untuk "${singkat(kata.replace(/ (?:%|Rp)?$/, ''), 100)}" tertulis ${one.angka.tercetak} di sini dan ${other.angka.tercetak} di ${tempat(other.angka.di)}. Samakan keduanya.`,
  terkait: [other.angka.di],
})
