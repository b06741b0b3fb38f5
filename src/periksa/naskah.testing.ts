// Small made-up papers for the tests of rules: lines as a text file has them, with `|` for the tab between cells.
import { readText } from '../platform/documents/reading/text.ts'
import type { Aturan } from './aturan.ts'
import { bacaNaskah } from './naskah.ts'

export const naskahDari = (lines: readonly string[]) => bacaNaskah(readText(lines.join('\n').replaceAll('|', '\t')))

/** What a rule found: line, what was printed, what it should be. */
export const temuanDari = (aturan: Aturan, lines: readonly string[]) =>
  aturan.periksa(naskahDari(lines)).temuan.map((t) => [t.di.line, t.tercetak, t.seharusnya])

/** The lines of what it reckoned, with whether it holds. */
export const hitunganDari = (aturan: Aturan, lines: readonly string[]) =>
  aturan.periksa(naskahDari(lines)).hitungan.map((h) => [h.di.line, h.tercetak, h.cocok])
