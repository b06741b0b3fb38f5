// A conversion told in one text (`WTP=3 (100%), WDP=2 (75%), TW=1 (50%), TMP=0 (25%)`): every step of the one is a step of the
// other. Confirmed where all of them keep it; a conversion need not be even.
import { type Decimal, findDecimal, toText } from '../../platform/kernel/decimal.ts'
import type { Aturan, Hitungan } from '../aturan.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const konversi: Aturan = {
  kode: 'KONVERSI',
  jenis: 'scale',
  memeriksa: 'Konversi nilai yang disebut dalam satu teks bertambah sama besar pada setiap tingkat.',
  contoh: { benar: 'WTP=3 (100%), WDP=2 (75%), TW=1 (50%)', salah: '(hanya memastikan yang cocok)' },
  periksa: (naskah) => ({ hitungan: petikan(naskah).flatMap(steps), temuan: [] }),
}

const PAIR = /(?<!\p{L})\p{Lu}[\p{L} ]{0,24}\s*[=:]\s*(\d{1,3}(?:[.,]\d+)?)\s*\(\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*\)/gu
type Tingkat = { readonly nilai: Decimal; readonly menjadi: Decimal; readonly tercetak: string; readonly at: number }

function steps(p: Petikan): Hitungan[] {
  const found = [...p.teks.matchAll(PAIR)].flatMap((m): Tingkat[] => {
    const [nilai, menjadi] = [m[1], m[2]].map((t) => findDecimal(t!.replace(',', '.')))
    return nilai && menjadi ? [{ nilai, menjadi, tercetak: m[2]!, at: m.index }] : []
  })
  const [first, second] = found
  if (found.length < 3 || !first || !second || first.nilai.eq(second.nilai)) return []
  const slope = second.menjadi.minus(first.menjadi).div(second.nilai.minus(first.nilai))
  const made = found.map((t): Hitungan => {
    const hasil = first.menjadi.plus(t.nilai.minus(first.nilai).times(slope))
    const rumus = `${toText(first.menjadi)} + (${toText(t.nilai)} - ${toText(first.nilai)}) * ${toText(slope)}`
    const cocok = hasil.eq(t.menjadi)
    const pembulatan = cocok ? 'tepat' : null
    return { di: tempat(p, t.at), letak: `${p.letak}, konversi ${toText(t.nilai)}`, rumus, tercetak: t.tercetak, dihitung: toText(hasil), pembulatan, cocok } // biome-ignore format: a reckoning
  })
  return slope.isZero() || !made.every((h) => h.cocok) ? [] : made
}
