import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { english, istilah } from '../glosarium.ts'
import { listMigrations } from '../platform/db/migrate.ts'
import { checkGlossary, type Named, namesOf, wordsOf } from './glossary.ts'

const SRC = join(import.meta.dirname, '..')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const sources = new Map(files.map((name) => [`src/${name}`, readFileSync(join(SRC, name), 'utf8')]))

const names = (...texts: string[]): Named[] => texts.map((name) => ({ name, where: 'here' }))
const words = { istilah: { capaian: {}, 'perangkat daerah': {} }, english: ['version'] }

test('every word of a noun, table, column, address or status is in the glossary, and every entry is used', () => {
  assert.deepEqual(checkGlossary(namesOf(sources, listMigrations()), { istilah, english }), { unknown: [], unused: [] })
})

test('every term has a meaning, a gloss and a place it comes from', () => {
  for (const [term, entry] of Object.entries(istilah))
    for (const [part, text] of Object.entries(entry)) assert.ok(text.trim(), `${term} has no ${part}`)
})

test('no word is listed as Indonesian and as English, or twice', () => {
  assert.deepEqual(
    english.filter((word) => word in istilah),
    [],
  )
  assert.deepEqual(
    english.filter((word, n) => english.indexOf(word) !== n),
    [],
  )
})

describe('planted breaches of the glossary are found', () => {
  test('an unknown word, with the places where it stands', () => {
    const { unknown } = checkGlossary(names('CapaianVersion', 'capaian_kinerja', 'PERANGKAT_DAERAH'), words)
    assert.deepEqual(unknown, ['kinerja: capaian_kinerja (here)'])
  })
  test('half of a term of two words', () => {
    assert.deepEqual(checkGlossary(names('daerah'), words).unknown, ['daerah: daerah (here)'])
  })
  test('an entry that nothing uses', () => {
    assert.deepEqual(checkGlossary(names('capaian'), words).unused, ['perangkat daerah', 'version'])
  })
  test('in an exported noun, a table, a column, a status and an address, and nowhere else', () => {
    const tree = new Map([
      [
        'src/ksd/ksd.ts',
        'export type SatuKsd = { dua: string }\nconst TIGA = 3\nexport function empat() {}\nexport const LIMA = 5\n',
      ],
      ['src/ksd/store.ts', 'export type EnamRow = {}\n'],
      ['src/ksd/routes.ts', "app.get('/api/ksd/:tujuh', …)"],
      ['src/ksd/ksd.test.ts', 'export type Delapan = {}'],
      ['src/platform/kernel/x.ts', 'export type Sembilan = {}'],
    ])
    const sql =
      "-- sepuluh\ncreate table sebelas (\n  dua_belas text check (dua_belas in ('TIGA_BELAS')), -- empat_belas\n  constraint lima_belas unique (dua_belas)\n);"
    const found = namesOf(tree, [{ nama: '0001_x.sql', text: sql }]).map((n) => n.name)
    assert.deepEqual(
      found.sort(),
      ['LIMA', 'SatuKsd', 'TIGA_BELAS', 'dua_belas', 'ksd', 'ksd', 'ksd', 'ksd/:tujuh', 'sebelas'].sort(),
    )
  })
})

test('one name in four spellings has the same words', () => {
  for (const name of ['PerjanjianKinerja', 'perjanjian_kinerja', 'PERJANJIAN_KINERJA', 'perjanjian-kinerja/:x'])
    assert.deepEqual(wordsOf(name), ['perjanjian', 'kinerja'])
  assert.deepEqual(wordsOf('SHA256Row'), ['sha', 'row'])
})
