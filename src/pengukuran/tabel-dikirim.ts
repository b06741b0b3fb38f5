// A whole table of inputs that is sent with its figures read already: held against the same bounds as one that is typed. Pure.
import { canonical } from '../platform/kernel/canonical.ts'
import { type Figure, toColumns } from '../platform/kernel/figure.ts'
import { choiceOf, moreThanWhole, notAChoice, outside, readWords } from './batas-masukan.ts'
import type { Tabel } from './hasil.ts'
import { type IsianMasukan, type MasukanDiminta, type SalahMasukan, sameRow } from './masukan.ts'

/** The rows in the spelling of the rule, and all that is wrong with them; a row that is stored already is left as it is. */
export function readTabel(
  asked: readonly MasukanDiminta[],
  nama: string,
  rows: readonly IsianMasukan[],
  tersimpan: readonly Tabel[],
): { readonly isian: readonly IsianMasukan[]; readonly salah: readonly SalahMasukan[] } {
  const one = asked.find((m) => m.nama === nama)
  if (!one) return { isian: rows, salah: [] }
  const text = (row: { readonly dimensi: Record<string, string>; readonly nilai: object }) =>
    canonical([row.dimensi, toColumns(row.nilai as Figure)])
  const stored = (name: string) => tersimpan.find((t) => t.nama === name)?.isian ?? []
  const untouched = new Set(stored(nama).map(text))
  const salah: SalahMasukan[] = []
  const seen = new Map<string, number>()
  const isian = rows.map((row, i) => {
    const before = seen.get(canonical(row.dimensi))
    seen.set(canonical(row.dimensi), i + 1)
    if (untouched.has(text(row))) return row
    const at = { masukan: nama, baris: one.jenis === 'TABEL' ? i + 1 : null }
    const { dimensi, salah: words } = readWords(one, row.dimensi)
    const pesan = notOneOf(one, row.nilai) ?? outside(one, dimensi, row.nilai)
    if (before !== undefined && one.jenis === 'TABEL' && !one.berulang)
      salah.push({ ...at, kolom: one.kolom[0] ?? 'nilai', pesan: sameRow(before) })
    salah.push(...[...words, ...(pesan ? [{ kolom: 'nilai', pesan }] : [])].map((s) => ({ ...at, ...s })))
    return { dimensi, nilai: row.nilai }
  })
  if (rows.some((row) => !untouched.has(text(row)))) {
    const figure = (name: string) => (name === nama ? rows[0]?.nilai : (stored(name)[0]?.nilai as Figure | undefined))
    for (const { nama: part, bagianDari } of asked) {
      if (bagianDari === undefined || (part !== nama && bagianDari !== nama)) continue
      const pesan = moreThanWhole(figure(part), bagianDari, figure(bagianDari))
      if (pesan) salah.push({ masukan: part, baris: null, kolom: 'nilai', pesan })
    }
  }
  return { isian, salah }
}

/** Figures are sent with their category as the rule spells it. */
function notOneOf({ pilihan }: MasukanDiminta, { kategori, nilai }: Figure): string | undefined {
  const said = kategori ?? nilai
  return pilihan && said && choiceOf(said, pilihan) !== said ? notAChoice(said, pilihan) : undefined
}
