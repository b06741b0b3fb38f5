// The letters of a printed formula and those of its legend are the same letters.
import type { ReadBlock } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { cuplik } from '../naskah.ts'

export const lambangRumus: Aturan = {
  kode: 'LAMBANG-RUMUS',
  jenis: 'format',
  memeriksa: 'Lambang yang dipakai sebuah rumus dijelaskan dalam keterangannya, dan yang dijelaskan dipakai.',
  contoh: { benar: 'P = RA / AA × 100%; Keterangan: P, RA, AA', salah: 'R = RA / PA × 100%; Keterangan: P, RA, AA' },
  periksa: ({ paper }) => {
    const parts = paper.blocks.flatMap((b, i) => formulaAt(b, paper.blocks.slice(i + 1, i + 16)))
    return { hitungan: [], temuan: [...parts.flatMap(checkFormula), ...parts.flatMap((f, i) => copied(f, parts.slice(0, i)))] }
  },
}

type Rumus = {
  readonly block: ReadBlock & { readonly kind: 'paragraph' }
  readonly legend: readonly { readonly symbol: string; readonly text: string; readonly block: ReadBlock }[]
  readonly used: readonly string[]
}

const LEGEND = /^(?:keterangan|di\s?mana|dengan)\s*:?\s*$/i
const ENTRY = /^\$?\s*([A-Z][A-Za-z_{}]{0,8}(?:\s[A-Z]\w*)?)\s*\$?\s*[:=]\s*[A-Za-z]/
const SYMBOL = /(?<![A-Za-z\\{])[A-Z]{1,4}(?![a-z])/g

/** A formula of one line with the legend under it. */
function formulaAt(block: ReadBlock, after: readonly ReadBlock[]): Rumus[] {
  // One line with an equals sign, a product or a quotient, and no sentence.
  if (block.kind !== 'paragraph' || block.text.length > 160 || !/=/.test(block.text) || !/[/×*]|\\frac/.test(block.text)) return []
  const texts = after.filter((b) => b.kind !== 'furniture')
  if (texts[0]?.kind !== 'paragraph' || !LEGEND.test(texts[0].text.trim())) return []
  const legend: { symbol: string; text: string; block: ReadBlock }[] = []
  for (const b of texts.slice(1)) {
    const m = b.kind === 'paragraph' ? ENTRY.exec(b.text) : null
    if (!m || b.kind !== 'paragraph') break
    legend.push({ symbol: m[1]!.replace(/[_{}\s]/g, ''), text: b.text.trim(), block: b })
  }
  const used = [...new Set(block.text.replace(/\\[a-z]+/g, ' ').match(SYMBOL) ?? [])]
  return legend.length >= 2 ? [{ block, legend, used }] : []
}

/** The legend of the formula before it, word for word, under a formula that uses none of it. */
function copied({ block, legend, used }: Rumus, before: readonly Rumus[]): TemuanNaskah[] {
  const from = before.findLast((f) => f.legend.map((l) => l.text).join() === legend.map((l) => l.text).join())
  const unused = legend.every((l) => !used.includes(l.symbol) && !new RegExp(`(?<![A-Za-z])${l.symbol}(?![a-z])`).test(block.text))
  if (!from || !unused) return []
  const symbols = legend.map((l) => l.symbol).join(', ')
  const penjelasan = `Keterangan rumus ini (${symbols}) sama dengan keterangan rumus "${cuplik(from.block.text)}", sedangkan rumusnya tidak memakainya. Jelaskan lambang rumus ini sendiri.`
  return [{ di: legend[0]!.block.at ?? block.at, jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.9, letak: `keterangan rumus "${cuplik(block.text)}"`, tercetak: symbols, seharusnya: null, penjelasan, terkait: [block.at, ...legend.map((l) => l.block.at)] }] // biome-ignore format: a case
}

function checkFormula({ block, legend, used }: Rumus): TemuanNaskah[] {
  const single = used.every((s) => /^[A-Z]{1,3}$/.test(s)) && legend.every((l) => /^[A-Z]{1,3}$/.test(l.symbol))
  if (used.length < 2 || !single) return []
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
