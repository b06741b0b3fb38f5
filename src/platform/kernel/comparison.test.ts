import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Baris, compareLines, inForceOn, readSisi, sebutanVersi, wordsKey } from './comparison.ts'
import { isRefusal } from './refusal.ts'
import { wordDiff } from './word-diff.ts'

const line = (id: string, nama: string, more: Partial<Baris> = {}): Baris => ({
  id,
  induk: null,
  tingkat: 'SASARAN',
  kunci: [id.split('@')[0]!, wordsKey(nama)],
  letak: nama,
  nama,
  isi: { uraian: nama },
  ...more,
})

test('a line is known again by its lineage, though every word of it has changed', () => {
  const { perubahan, sama } = compareLines([line('a@1', 'Lama')], [line('a@2', 'Baru sama sekali')])
  assert.deepEqual(
    [perubahan.map((p) => [p.jenis, p.bidang]), sama],
    [[['DIUBAH', [{ bidang: 'uraian', sebelum: 'Lama', sesudah: 'Baru sama sekali' }]]], 0],
  )
})

test('without lineage the words decide, whatever their case and spacing; the rest was added or taken away, each in its place', () => {
  const before = [line('a@1', 'Satu'), line('b@1', 'Dua'), line('c@1', 'Tiga')]
  const after = [line('x@2', 'SATU', { isi: { uraian: 'Satu' } }), line('y@2', 'Baru'), line('z@2', 'Tiga  ')]
  const { perubahan, sama } = compareLines(before, after)
  assert.deepEqual(
    perubahan.map((p) => [p.jenis, p.nama]),
    [
      ['DIHAPUS', 'Dua'],
      ['DITAMBAH', 'Baru'],
    ],
  )
  assert.equal(sama, 2)
})

test('lines of different kinds are never the same line, and no line is matched twice', () => {
  const { perubahan } = compareLines([line('a@1', 'X')], [line('a@2', 'X', { tingkat: 'INDIKATOR' }), line('a@3', 'X')])
  assert.deepEqual(
    perubahan.map((p) => [p.jenis, p.tingkat]),
    [['DITAMBAH', 'INDIKATOR']],
  )
})

test('a line that moved under another says so; one whose parent was only reworded did not move', () => {
  const before = [line('s', 'Sasaran'), line('t', 'Lain'), line('i', 'IKM', { tingkat: 'INDIKATOR', induk: 's', isi: {} })]
  const reworded = [line('s', 'Sasaran baru'), line('t', 'Lain'), line('i', 'IKM', { tingkat: 'INDIKATOR', induk: 's', isi: {} })]
  const moved = [line('s', 'Sasaran'), line('t', 'Lain'), line('i', 'IKM', { tingkat: 'INDIKATOR', induk: 't', isi: {} })]
  assert.deepEqual(
    compareLines(before, reworded).perubahan.map((p) => p.tingkat),
    ['SASARAN'],
  )
  assert.deepEqual(compareLines(before, moved).perubahan[0]?.bidang, [{ bidang: 'induk', sebelum: 'Sasaran', sesudah: 'Lain' }])
})

test('a paper compared with itself has no changes; compared backwards, what was added is taken away', () => {
  const paper = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.string({ maxLength: 8 })), { selector: ([id]) => id })
  const made = (rows: [number, string][]) => rows.map(([id, nama]) => line(`l${id}`, nama))
  fc.assert(
    fc.property(paper, paper, (a, b) => {
      const [x, y] = [made(a), made(b)]
      assert.deepEqual(compareLines(x, x).perubahan, [])
      const count = (from: Baris[], to: Baris[], jenis: string) =>
        compareLines(from, to).perubahan.filter((p) => p.jenis === jenis).length
      assert.equal(count(x, y, 'DITAMBAH'), count(y, x, 'DIHAPUS'))
    }),
    { seed: 27, numRuns: 200 },
  )
})

test('two texts are read as one: what stayed, what went, what came', () => {
  assert.deepEqual(wordDiff('Meningkatnya mutu layanan kota', 'Meningkatnya kualitas layanan kota'), [
    { jenis: 'sama', teks: 'Meningkatnya ' },
    { jenis: 'hapus', teks: 'mutu ' },
    { jenis: 'sisip', teks: 'kualitas ' },
    { jenis: 'sama', teks: 'layanan kota' },
  ])
  assert.deepEqual(wordDiff('', 'baru'), [{ jenis: 'sisip', teks: 'baru' }])
})

test('whatever the texts, without the insertions stands the one before, without the deletions the one after', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'satu', 'dua'), { maxLength: 30 }).map((w) => w.join(' '))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const parts = wordDiff(a, b)
      const said = (jenis: string) =>
        parts
          .filter((p) => p.jenis !== jenis)
          .map((p) => p.teks)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim()
      assert.deepEqual([said('sisip'), said('hapus')], [a, b])
    }),
    { seed: 27, numRuns: 300 },
  )
})

test('a side of the comparison is a version, a day on which one was in force, or today, as known on a day', () => {
  assert.deepEqual(readSisi('v2'), { tahun: null, pilih: { versi: 2 }, diketahui: null })
  assert.deepEqual(readSisi('2023.v1@2024-01-31'), { tahun: 2023, pilih: { versi: 1 }, diketahui: '2024-01-31' })
  assert.deepEqual(readSisi('2024-05-01'), { tahun: null, pilih: { berlaku: '2024-05-01' }, diketahui: null })
  assert.deepEqual(readSisi('hari-ini'), { tahun: null, pilih: 'hari-ini', diketahui: null })
  for (const wrong of ['2024-02-30', 'v', 'v1@kemarin', '24.v1']) assert.ok(isRefusal(readSisi(wrong)), wrong)
})

test('the first version is Murni; in force on a day is the last that had come into force', () => {
  assert.deepEqual([1, 2, 3].map(sebutanVersi), ['Murni', 'Perubahan ke-1', 'Perubahan ke-2'])
  const versions = [
    { versi: 1, berlakuDari: '2024-01-05' },
    { versi: 2, berlakuDari: '2024-04-20' },
    { versi: 3, berlakuDari: null },
  ]
  assert.equal(inForceOn(versions, '2024-01-04'), undefined)
  assert.equal(inForceOn(versions, '2024-04-19')?.versi, 1)
  assert.equal(inForceOn(versions, '2024-12-31')?.versi, 2)
})
