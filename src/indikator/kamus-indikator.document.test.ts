// The dictionary on paper: every part of the form, in every format, and nothing of it taken for markup or a formula.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare, PRINTERS } from '../platform/documents/reading.testing.ts'
import { contentOf } from './content.ts'
import { VersiIndikator } from './indikator.ts'
import { entryOf } from './kamus.ts'
import { kamusIndikator } from './kamus-indikator.document.ts'

const entry = (kode: string, more: object = {}) => {
  const versi = VersiIndikator.parse({
    berlakuDari: '2023-01-01',
    nama: `Indikator ${kode}`,
    satuan: 'Persen',
    jenisNilai: 'ANGKA',
    polaritas: 'MINIMAL',
    agregasi: 'JUMLAH',
    ...more,
  })
  return { ...entryOf({ ...contentOf(versi), unit: 'dki', kode, versi: 1 }, new Map()), namaPemilik: null }
}
const paper = (...indikator: ReturnType<typeof entry>[]) =>
  kamusIndikator({ unitKerja: 'Badan Contoh', tahun: 2024, indikator, diambil: '2025-02-01T03:00:00.000Z' })

for (const { name, skip, print, read } of PRINTERS)
  test(`the sheet of an indicator says what it is and how it is computed (${name})`, { skip }, async () => {
    const text = bare(
      await read(
        await print(
          paper(
            entry('AWAS', { metode: 'NKA_MI', definisi: '=1+1 <script>x</script> #strong[y]', skalaMin: '0', skalaMaks: '38.5' }),
          ),
        ),
      ),
    )
    for (const said of [
      'KAMUS INDIKATOR KINERJA',
      '=1+1 <script>x</script> #strong[y]',
      'Makin rendah makin baik',
      'Jumlah nilai triwulan',
      '0 sampai 38,5',
      'berlaku sejak 1 Januari 2023',
      'belum diisi',
      'Kantor ini',
    ])
      assert.ok(text.includes(bare(said)), said)
  })

test('many indicators have a list in front, and an office without any says so', () => {
  const kinds = (d: ReturnType<typeof paper>) => d.sections[0]!.blocks.map((b) => b.kind)
  assert.deepEqual(kinds(paper(entry('A'), entry('B'))), [
    'title',
    'table',
    'pageBreak',
    'heading',
    'table',
    'pageBreak',
    'heading',
    'table',
  ])
  assert.deepEqual(kinds(paper(entry('A'))), ['title', 'heading', 'table'])
  assert.deepEqual(kinds(paper()), ['title', 'paragraph'])
})

test('what has no formula says so, and where a paper was read is not printed', () => {
  const html = JSON.stringify(paper(entry('A'), entry('IKM', { metode: 'IKM' })))
  assert.match(html, /tidak dihitung dengan rumus/)
  assert.doesNotMatch(html, /naskah \d/)
})
