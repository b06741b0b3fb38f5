// Weights named in one text (bobot 35%, bobot 30%, …) are shares of one whole.
import { HUNDRED, parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { type Aturan, type Catatan, TANPA_CATATAN } from '../aturan.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const bobot: Aturan = {
  kode: 'BOBOT',
  jenis: 'sum',
  memeriksa: 'Bobot-bobot dalam satu cara pengukuran berjumlah 100%.',
  contoh: { benar: 'Bobot 35%, 30%, 20%, 15%', salah: 'Bobot 35%, 30%, 20%, 20% (berjumlah 105%)' },
  periksa: (naskah) => {
    const found = petikan(naskah)
      .filter((p) => p.jenis !== 'daftar')
      .map(checkText)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*%`
const FORMS: readonly RegExp[] = [
  // Bobot 35%: …   dengan bobot 43,5%
  new RegExp(String.raw`\bbobot\s*(?:sebesar\s*|:\s*|=\s*)?${NUMBER}`, 'giu'),
  // a. Seluruh sub aspek pada aspek perencanaan (10%);
  new RegExp(String.raw`\(${NUMBER}\)\s*(?=[;,.]|$|\n|<)`, 'giu'),
  // Bp = 9,7%
  new RegExp(String.raw`\b[BW]\w{0,3}\s*=\s*${NUMBER}`, 'gu'),
  // Any share at the end of an item, where the text speaks of weights.
  new RegExp(String.raw`${NUMBER}\s*(?=[;.]|$|\n)`, 'giu'),
]

function checkText(p: Petikan): Catatan {
  if (!/\b(?:bobot|pembobotan)\b/i.test(p.teks)) return TANPA_CATATAN
  for (const form of FORMS) {
    const found = [...p.teks.matchAll(form)]
    if (found.length < 3) continue
    const parts = found.map((m) => parseDecimal(m[1]!.replace(',', '.')))
    const sum = parts.reduce((a, b) => a.plus(b))
    const di = tempat(p, found[0]!.index)
    const rumus = parts.map(toText).join(' + ')
    const tercetak = `${found.length} bobot`
    if (sum.eq(HUNDRED))
      return { hitungan: [{ di, letak: p.letak, rumus, tercetak, dihitung: '100', pembulatan: 'tepat', cocok: true }], temuan: [] }
    // Less than the whole may be a scope, or a rest on the next page; somewhat more than the whole is a slip.
    const over = sum.minus(HUNDRED)
    if (form === FORMS[0] && over.isPositive() && over.lte(10)) {
      const penjelasan = `Bobot yang disebut berjumlah ${toText(sum)}% (${rumus}), bukan 100%.`
      return {
        hitungan: [],
        temuan: [
          { di, jenis: 'sum', berat: 'sedang', keyakinan: 0.7, letak: p.letak, tercetak: rumus, seharusnya: '100', penjelasan },
        ],
      }
    }
  }
  return TANPA_CATATAN
}
