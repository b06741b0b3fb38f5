import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './text.ts'

const kinds = (...lines: string[]) => readText(lines.join('\n')).blocks.map((b) => b.kind)

test('lines of words, dots and a page are one list of contents', () => {
  const [list] = readText('Tabel 1 Pegawai ........ 5\nTabel 2 Anggaran ........ 12\nLATAR BELAKANG. . . . . . iv').blocks
  assert.ok(list?.kind === 'contents')
  assert.deepEqual(list.entries.map((e) => [e.text, e.page]), [['Tabel 1 Pegawai', '5'], ['Tabel 2 Anggaran', '12'], ['LATAR BELAKANG', 'iv']]) // biome-ignore format: rows
})
test('one such line is a list where it names a table, else a line; a sentence with dots is none', () => {
  assert.deepEqual(kinds('Bagan 1 Struktur ........ 9', '', 'Yang lain'), ['contents', 'paragraph'])
  assert.deepEqual(kinds('Latar belakang ........ 5'), ['paragraph'])
  assert.deepEqual(kinds('Nilainya naik ... dan turun lagi pada 2023.', '', 'Begitu pula ... tahun 2024.'), [
    'paragraph',
    'paragraph',
  ])
})
