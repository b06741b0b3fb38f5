// One paper, several forms: what is found in it does not hang on how it was sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BENTUK, type Bentuk, CETAK } from '../platform/documents/printing.testing.ts'
import { readHere } from '../platform/documents/reading/read-here.ts'
import { type Seed, seed, seedsPath } from '../platform/documents/reading/seeds.testing.ts'
import { readText } from '../platform/documents/reading/text.ts'
import { reprinted } from '../platform/documents/reprint.testing.ts'
import { samaTemuan } from './bentuk-naskah.testing.ts'
import { contohLaporan } from './contoh-laporan.testing.ts'
import { reviu } from './reviu.ts'

const print = async (text: string, form: Bentuk) => readHere(await CETAK[form](reprinted(readText(text))))

for (const form of BENTUK)
  test(`a report that agrees with itself has no findings as ${form}`, async () => {
    const { teks } = contohLaporan(1)
    assert.deepEqual(reviu(await print(teks, form)).temuan, [])
  })

/** Of all that is found in the text. */
const cases: readonly [Seed, Bentuk, number][] = [
  ['000', 'PDF', 1],
  ['001', 'PDF', 1],
  ['001', 'XLSX', 1],
  ['003', 'DOCX', 0.95],
]
for (const [name, form, fewest] of cases)
  test(`paper ${name} as ${form} has the findings of its text`, {
    skip: seedsPath ? false : 'the papers are not here (SELARAS_SEEDS)',
  }, async () => {
    const found = reviu(readText(seed(name))).temuan
    const { sama, baru } = samaTemuan(found, reviu(await print(seed(name), form)).temuan)
    assert.ok(sama >= found.length * fewest, `${sama} of ${found.length}`)
    assert.ok(baru <= Math.ceil(found.length * 0.05), `${baru} that its text does not have`)
  })
