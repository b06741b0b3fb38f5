// Figures of a sentence, of a list or of neighbouring cells of which one is the sum, or the mean, of the others. Confirmed only:
// a sentence may name parts of something else.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import { type Angka, agreement, banyakAngka, dari, type Hasil, jumlah, rerata } from '../angka.ts'
import { type Aturan, type Hitungan, hitung } from '../aturan.ts'
import { angkaDalam, type FaktaTeks, faktaOf, selTeks, type Teks } from '../fakta.ts'
import { letakSel, type Naskah } from '../naskah.ts'

export const teksRincian: Aturan = {
  kode: 'TEKS-RINCIAN',
  jenis: 'sum',
  memeriksa: 'Angka dalam kalimat, daftar, atau dua sel sebaris yang sama dengan jumlah atau rata-rata angka yang menyertainya.',
  contoh: { benar: '1.204 jiwa, 720 laki-laki dan 484 perempuan', salah: '(hanya memastikan yang cocok)' },
  periksa: (naskah) => {
    const sentences = [...faktaOf(naskah).teks, ...selTeks(naskah)]
    return { hitungan: [...sentences.flatMap(sentence), ...lists(naskah), ...cells(naskah)], temuan: [] }
  },
}

const MOST_PARTS = 8
/** Small numbers come to each other by chance. */
const LEAST = 100

const plain = (teks: Teks) => angkaDalam(teks).filter((f) => !f.satuan && !/^(?:19|20)\d\d$/.test(f.angka.tercetak))

function sentence(teks: Teks): Hitungan[] {
  return splitAt(plain(teks), teks).flatMap((all) =>
    all.flatMap((total, i) => {
      const held = sumIn(total, all.slice(i + 1)) ?? sumIn(total, all.slice(0, i).toReversed())
      return held ? [hitung(total.angka, held, total.letak)] : []
    }),
  )
}

/** The figures of each sentence. */
function splitAt(all: readonly FaktaTeks[], { teks }: Teks): FaktaTeks[][] {
  const runs: FaktaTeks[][] = []
  for (const f of all) {
    const last = runs.at(-1)?.at(-1)
    if (last && !/[.;]\s+\p{Lu}|\n/u.test(teks.slice(last.akhir, f.awal))) runs.at(-1)!.push(f)
    else runs.push([f])
  }
  return runs
}

/** Those next to it, as many as it takes. */
function sumIn(total: FaktaTeks, near: readonly FaktaTeks[]): Hasil | undefined {
  const { angka } = total
  if (angka.nilai.lt(LEAST) || !isCount(total)) return undefined
  for (let n = 2; n <= Math.min(MOST_PARTS, near.length); n++) {
    const parts = near.slice(0, n)
    const made = jumlah(parts.map((f) => dari(f.angka)))
    if (made.nilai.eq(angka.nilai)) return parts.every(isCount) ? made : undefined
    if (made.nilai.gt(angka.nilai)) return undefined
  }
  return undefined
}

const WHOLE = /\b(?:total|jumlah|keseluruhan|gabungan|rata-rata|rerata|secara umum)\b/i
const LABELLED = /^[^\d:=]{3,120}(?:[:=]|sebesar|sebanyak)\s*(?:Rp\.?\s*)?\d/i

/** Items that are a name and a figure each, of which one says that it is of all. */
function lists({ paper }: Naskah): Hitungan[] {
  return paper.blocks.flatMap((block, blok): Hitungan[] => {
    if (block.kind !== 'list') return []
    const items = block.items.flatMap((i) => {
      const dalam: Teks = { teks: i.text, bagian: '', blok, jenis: 'list', placeAt: () => i.at }
      const [first] = LABELLED.test(i.text) ? angkaDalam(dalam) : []
      return first ? [{ first, whole: WHOLE.test(i.text.slice(0, first.awal)) }] : []
    })
    const [whole, ...more] = items.filter((i) => i.whole)
    const parts = items.filter((i) => !i.whole).map((i) => dari(i.first.angka))
    if (!whole || more.length || parts.length < 2) return []
    return confirmed(whole.first.angka, [jumlah(parts), rerata(parts)], whole.first.letak)
  })
}

const confirmed = (angka: Angka, tries: readonly (Hasil | undefined)[], letak: string): Hitungan[] => {
  const held = tries.find((t) => t && agreement(angka, t) !== null)
  return held && banyakAngka(angka) > 2 ? [hitung(angka, held, letak)] : []
}

/** One cell names a number of things, its neighbour the parts: `17.500 profil`, `7.500 data` and `10.000 data`. */
function cells({ tabel }: Naskah): Hitungan[] {
  return tabel.flatMap((t) =>
    t.baris.flatMap((b) => {
      const texts = b.sel.flatMap((s, c) => {
        if (s.asal.column !== c || s.nilai.jenis !== 'teks') return []
        const dalam = { teks: s.teks, bagian: '', blok: -1, jenis: 'table' as const, placeAt: (): Place => s.di }
        return [{ c, counts: plain(dalam).filter((f) => isCount(f)) }]
      })
      return texts.slice(1).flatMap(({ counts }, i): Hitungan[] => {
        const { c, counts: before } = texts[i]!
        const [total] = before
        if (!total || before.length > 1 || counts.length < 2 || total.angka.nilai.lt(LEAST)) return []
        const made = jumlah(counts.map((f) => dari(f.angka)))
        return made.nilai.eq(total.angka.nilai) ? [hitung(total.angka, made, letakSel(t, b, c))] : []
      })
    }),
  )
}
/** A number before a thing, not the code of an output or the number of a law. */
const isCount = ({ dalam: { teks }, awal, akhir, angka }: FaktaTeks) =>
  angka.desimal === 0 &&
  angka.nilai.gte(10) &&
  /^\s+\p{L}{3,}/u.test(teks.slice(akhir, akhir + 12)) &&
  !/(?:nomor|no\.?|pasal|tahun|tanggal)\s*$/i.test(teks.slice(0, awal))
