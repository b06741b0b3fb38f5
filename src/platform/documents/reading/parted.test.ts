import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Block, Document } from '../blocks.ts'
import { toPdf } from '../pdf.ts'
import { together } from './parted.ts'
import { withHyphens } from './pdf-hyphens.ts'
import { lineEnds, linesOf, textOfLines } from './pdf-text.ts'
import { readHere } from './read-here.ts'

const NONE = new Set<string>()
const printed = (...blocks: Block[]): Document => ({
  title: 'Naskah uji',
  language: 'id',
  author: 'Contoh',
  timestamp: '2025-01-01T00:00:00.000Z',
  footer: 'Naskah uji',
  sections: [{ name: 'Isi', orientation: 'portrait', blocks }],
})
const read = async (...blocks: Block[]) => (await readHere(toPdf(printed(...blocks)))).blocks.filter((b) => b.kind !== 'furniture')
const word = (text: string, x: number, y: number, width: number) => ({ text, x, y, width, size: 8, bold: false })
const line = (text: string, x1: number) => ({ text, x0: 0, x1, y: 0, size: 8, bold: false })

describe('the ends of the lines of a PDF', () => {
  test('a line that its writer ended is a line; one that was filled goes on', async () => {
    const long =
      'Kegiatan yang dilaksanakan sepanjang tahun meliputi pelatihan dan pendampingan bagi seluruh pegawai di lingkungan badan.'
    const [place, text] = await read(
      { kind: 'paragraph', text: 'Jakarta, 2025\nKepala Badan Kepegawaian Daerah' },
      { kind: 'paragraph', text: long },
    )
    assert.ok(place?.kind === 'paragraph' && text?.kind === 'paragraph')
    assert.equal(place.text, 'Jakarta, 2025\nKepala Badan Kepegawaian Daerah')
    assert.equal(text.text, long)
  })
  test('a single word without room left may be cut; words that stand whole elsewhere say so', () => {
    const ends = (first: string, next: string) => lineEnds([line(first, 40), line(next, 12)], { x0: 0, x1: 41 })
    assert.equal(textOfLines(['Keteranga', 'n'], ends('Keteranga', 'n'), NONE), 'Keterangan')
    assert.equal(textOfLines(['1.203.4', '00'], ends('1.203.4', '00'), NONE), '1.203.400')
    assert.equal(textOfLines(['Persen', 'tase'], ends('Persen', 'tase'), new Set(['persentase'])), 'Persentase')
    assert.equal(textOfLines(['Indikator', 'kinerja'], ends('Indikator', 'kinerja'), NONE), 'Indikator kinerja')
  })
  test('words, numbers and addresses that a line parted are whole; doubled words and abbreviations keep their hyphen', () => {
    assert.equal(together('penge-', 'lolaan'), 'pengelolaan')
    assert.equal(together('PENGE-', 'LOLAAN', new Set(['pengelolaan'])), 'PENGELOLAAN')
    assert.equal(together('TNI-', 'POLRI'), 'TNI-POLRI')
    assert.equal(together('Sekurang-', 'kurangnya'), 'Sekurang-kurangnya')
    assert.equal(together('2023-', '2026'), '2023-2026')
    assert.equal(together('2.563.025.', '174'), '2.563.025.174')
    assert.equal(together('tahun 2023.', '100 orang'), 'tahun 2023. 100 orang')
    assert.equal(together('https://km-', 'data.jakarta.go.id'), 'https://km-data.jakarta.go.id')
    assert.equal(together('data.', 'jakarta.go.id'), 'data.jakarta.go.id')
    assert.equal(together('a) /', '(b)'), 'a) / (b)')
  })
  test('a sentence that wraps before `2)` has no item there', async () => {
    const text = `Nilai maksimum adalah empat kali jumlah ${'bobot '.repeat(8)}dari seluruh aspek (lihat lampiran 1 sampai lampiran nomor 2) dan seterusnya.`
    for (const pad of ['', 'xx ', 'xxxxx ', 'xxxxxxxx ']) {
      const [found] = await read({ kind: 'paragraph', text: pad + text })
      assert.ok(found?.kind === 'paragraph' && found.text === pad + text)
    }
  })
})

test('hyphens that the library leaves out stand where they are drawn; texts that do not follow the drawing stay', () => {
  assert.deepEqual(withHyphens(['Ket', 'e', '', 'ngan 2023', '2024'], 'Kete\u00adngan 2023\u00ad2024'), [
    'Ket',
    'e-',
    '',
    'ngan 2023-',
    '2024',
  ])
  assert.deepEqual(withHyphens(['20232024'], '2023\u00ad2024'), ['2023-2024'])
  assert.deepEqual(withHyphens(['lain'], 'ini\u00ad'), ['lain'])
})

test('lines of a sheet that are set too tight stay apart', () => {
  const lines = linesOf([word('Jakarta', 40, 468, 60), word('selanjutnya', 40, 465.4, 70), word('2', 104, 466.5, 4)])
  assert.deepEqual(
    lines.map((l) => l.map((s) => s.text).join(' ')),
    ['Jakarta 2', 'selanjutnya'],
  )
})

test('a row that a page break parted is one row, whatever its words begin with', async () => {
  const text = Array.from({ length: 90 }, (_, i) => `Butir ${i + 1} Pengukuran Kinerja Daerah`).join('\n')
  const [table] = await read({
    kind: 'table',
    name: 'Tabel',
    columns: [{ share: 1 }, { share: 3 }, { share: 6 }, { share: 2 }],
    header: [['No', 'Indikator', 'Pengukuran', 'Target'].map((t) => ({ text: t }))],
    groups: [{ rows: [1, 2].map((n) => [String(n), `Indikator ${n}`, text, '100'].map((t) => ({ text: t }))) }],
    size: 8,
  })
  assert.ok(table?.kind === 'table')
  assert.deepEqual(
    table.rows.map((r) => r.cells.map((c) => c.text)),
    [
      ['No', 'Indikator', 'Pengukuran', 'Target'],
      ['1', 'Indikator 1', text, '100'],
      ['2', 'Indikator 2', text, '100'],
    ],
  )
})
