// A paper in a few lines, `|` for a tab, held against one rule.
import { readText } from '../../platform/documents/reading/text.ts'
import type { Aturan } from '../aturan.ts'
import { reviu } from '../reviu.ts'

export function periksaTeks(aturan: Aturan, ...lines: string[]) {
  const { temuan, hitungan } = reviu(readText(lines.join('\n').replaceAll('|', '\t')), [aturan])
  return {
    temuan: temuan.map((t) => `${t.baris}: ${t.tercetak} => ${t.seharusnya}`),
    jenis: temuan.map((t) => t.jenis),
    cocok: hitungan.filter((h) => h.cocok).map((h) => `${h.baris}: ${h.rumus}`),
    keyakinan: temuan.map((t) => t.keyakinan),
    penjelasan: temuan.map((t) => t.penjelasan),
  }
}
