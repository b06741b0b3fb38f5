// The letters of a printed formula and those of its legend are the same letters.
import type { ReadBlock } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { cuplik } from '../naskah.ts'

export const lambangRumus: Aturan = {
  kode: 'LAMBANG-RUMUS',
  jenis: 'format',
  memeriksa: 'Lambang yang dipakai sebuah rumus dijelaskan dalam keterangannya, dan yang dijelaskan dipakai.',
  contoh: { benar: 'P = RA / AA × 100%; Keterangan: P, RA, AA', salah: 'R = RA / PA × 100%; Keterangan: P, RA, AA' },
  periksa: ({ paper }) => ({
    hitungan: [],
    temuan: paper.blocks.flatMap((b, i) => checkFormula(b, paper.blocks.slice(i + 1, i + 16))),
  }),
}

const LEGEND = /^(?:keterangan|di\s?mana|dengan)\s*:?\s*$/i
const ENTRY = /^\$?\s*([A-Z][A-Za-z_{}]{0,8}(?:\s[A-Z]\w*)?)\s*\$?\s*[:=]\s*[A-Za-z]/
const SYMBOL = /(?<![A-Za-z\\{])[A-Z]{1,4}(?![a-z])/g

function checkFormula(block: ReadBlock, after: readonly ReadBlock[]): TemuanNaskah[] {
  // One line with an equals sign, a product or a quotient, and no sentence.
  if (block.kind !== 'paragraph' || block.text.length > 160 || !/=/.test(block.text) || !/[/×*]|\\frac/.test(block.text)) return []
  const texts = after.filter((b) => b.kind !== 'furniture')
  if (texts[0]?.kind !== 'paragraph' || !LEGEND.test(texts[0].text.trim())) return []
  const legend: { symbol: string; block: ReadBlock }[] = []
  for (const b of texts.slice(1)) {
    const m = b.kind === 'paragraph' ? ENTRY.exec(b.text) : null
    if (!m) break
    legend.push({ symbol: m[1]!.replace(/[_{}\s]/g, ''), block: b })
  }
  const used = [...new Set(block.text.replace(/\\[a-z]+/g, ' ').match(SYMBOL) ?? [])]
  const single = used.every((s) => /^[A-Z]{1,3}$/.test(s)) && legend.every((l) => /^[A-Z]{1,3}$/.test(l.symbol))
  if (legend.length < 2 || used.length < 2 || !single) return []
  const undefinedOnes = used.filter((s) => !legend.some((l) => l.symbol === s))
  const unused = legend.filter((l) => !used.includes(l.symbol))
  if (!undefinedOnes.length || !unused.length || undefinedOnes.length + unused.length > used.length + 1) return []
  const penjelasan = `Rumus memakai ${undefinedOnes.join(', ')} yang tidak dijelaskan, sedangkan keterangannya menjelaskan ${unused.map((l) => l.symbol).join(', ')} yang tidak dipakai. Samakan lambangnya.`
  return [
    {
      di: block.at,
      jenis: 'format',
      berat: 'rendah',
      keyakinan: 0.88,
      letak: `rumus "${cuplik(block.text)}"`,
      tercetak: cuplik(block.text),
      seharusnya: null,
      penjelasan,
      terkait: unused.map((l) => l.block.at),
    },
  ]
}
