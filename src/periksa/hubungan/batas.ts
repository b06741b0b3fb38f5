// A cap that the paper itself states: "capaian dibatasi paling tinggi 120%". What was cut off there is no exception.
import { type Decimal, parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import type { Naskah, Tabel } from '../naskah.ts'
import type { Dinilai, Ditimbang } from './hubungan.ts'

const STATED = /(?:dibatasi|dihitung|diperhitungkan|diakui|ditetapkan)\s+(?:(?:paling|sampai|hingga|dengan|nilai|sebesar|angka)\s+)*(?:tinggi|banyak|maksimal|maksimum)?\s*(?:sebesar\s+)?(1\d\d)(?:[.,]0+)?\s*(?:%|persen)/i // biome-ignore format: a pattern
const NEAR = 3

/** The cap that is stated near a table, or for all of capaian; the paper is read for it once. */
export function batasIn({ paper }: Naskah): (parts: readonly Tabel[]) => Decimal | undefined {
  const stated = paper.blocks.flatMap((block, at) => {
    const texts = block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items.map((item) => item.text) : []
    return texts.flatMap((teks) => {
      const found = STATED.exec(teks)?.[1]
      const everywhere = /\b(?:setiap|seluruh|semua)\b/i.test(teks) && /capaian/i.test(teks)
      return found ? [{ at, everywhere, batas: parseDecimal(found) }] : []
    })
  })
  const blockOf = (t: Tabel) => paper.blocks.indexOf(t.asal)
  return (parts) => {
    if (!stated.length) return undefined
    const [from, to] = [blockOf(parts[0]!) - NEAR, blockOf(parts.at(-1)!) + NEAR]
    return stated.find((s) => s.everywhere || (s.at >= from && s.at <= to))?.batas
  }
}

/** A capaian that is printed as the cap and would be above it follows the paper's own word. */
export function dibatasi(h: Ditimbang, batas: Decimal | undefined): Ditimbang {
  if (!batas || h.aturan !== 'TABEL-CAPAIAN') return h
  const capped = (d: Dinilai) => d.hasil.angka.nilai.eq(batas) && parseDecimal(d.hitungan.dihitung).gt(batas)
  const cocok = h.gagal.filter(capped).map((d): Dinilai => {
    const hitungan = { ...d.hitungan, rumus: `MIN(${toText(batas)}; ${d.hitungan.rumus})`, dihitung: toText(batas) }
    return { ...d, jauh: d.jauh, cocok: true, hitungan: { ...hitungan, pembulatan: 'tepat', cocok: true } }
  })
  return { ...h, cocok: [...h.cocok, ...cocok], gagal: h.gagal.filter((d) => !capped(d)) }
}
