// The row of numbers below the names of columns (1 2 3 …): one for each column, one after another.
import type { ReadRow } from '../../platform/documents/blocks/paper.ts'
import { type Aturan, type Catatan, TANPA_CATATAN } from '../aturan.ts'
import { namaTabel, type Tabel } from '../naskah.ts'

export const nomorKolom: Aturan = {
  kode: 'NOMOR-KOLOM',
  jenis: 'numbering',
  memeriksa: 'Nomor kolom di bawah kepala tabel berurutan dari 1, tanpa yang terlewat atau ganda.',
  contoh: { benar: '1 | 2 | 3 | 4', salah: '1 | 2 | 4 | 5' },
  periksa: ({ tabel }) => {
    const found = tabel.map((t) => {
      const row = t.asal.rows.find((r) => r.role === 'numbering')
      return row ? check(t, row) : TANPA_CATATAN
    })
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const NUMBER = /^\(?(\d{1,2})\)?$/

function check(tabel: Tabel, row: ReadRow): Catatan {
  const cells = [...new Set(row.cells)].filter((c) => c.text.trim() !== '')
  const numbers = cells.map((c) => Number(NUMBER.exec(c.text.trim())?.[1] ?? Number.NaN))
  // `5 = 4 - 3` and letters tell of something else; a table may go on with the numbers of the one before.
  if (cells.length < 3 || numbers.some((n) => Number.isNaN(n)) || numbers[0] !== 1) return TANPA_CATATAN
  const at = numbers.findIndex((n, i) => i > 0 && n !== numbers[i - 1]! + 1)
  if (at < 0) return TANPA_CATATAN
  const [before, now] = [numbers[at - 1]!, numbers[at]!]
  const what = now === before ? `${now} tercetak dua kali` : `sesudah ${before} langsung ${now}`
  return {
    hitungan: [],
    temuan: [
      {
        di: row.at,
        jenis: 'numbering',
        berat: 'rendah',
        keyakinan: 0.9,
        letak: `${namaTabel(tabel)}, nomor kolom`,
        tercetak: numbers.join(' '),
        seharusnya: numbers.map((_, i) => i + 1).join(' '),
        penjelasan: `Nomor kolom ${namaTabel(tabel)} tidak berurutan: ${what}. Perbaiki nomornya; bila ada kolom yang dihapus, periksa juga rujukan kepadanya.`,
      },
    ],
  }
}
