import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { readHere } from '../platform/documents/reading/read-here.ts'
import { seed, seedsPath } from '../platform/documents/reading/seeds.testing.ts'
import type { LkipTerbaca } from './lkip.ts'
import { bacaLkip, RESULT_KINDS } from './lkip.ts'

const read = async (text: string): Promise<LkipTerbaca> => bacaLkip(await readHere(new TextEncoder().encode(text)))
type Figure = { tercetak?: string; baris?: number | number[] }
type Hand = { indikator: string; tahun: number; baris: number | number[] } & Record<
  (typeof RESULT_KINDS)[number],
  Figure | undefined
>
const byHand = (file: string): Hand[] => JSON.parse(readFileSync(join(import.meta.dirname, '../../contoh', file), 'utf8')).hasil

/** How many of the figures that were read by hand were found: as printed, on their line, of their year. */
function found(lkip: LkipTerbaca, hand: readonly Hand[]): number {
  const figures = hand.flatMap((h) => RESULT_KINDS.flatMap((hal) => (h[hal]?.tercetak ? [{ h, hal, figure: h[hal] }] : [])))
  const hits = figures.filter(({ h, hal, figure }) => {
    const lines = [figure.baris ?? h.baris].flat()
    return lkip.hasil.some(
      (r) => r[hal]?.tercetak === figure.tercetak && r.periode.dibaca === String(h.tahun) && lines.includes(r[hal]!.baris!),
    )
  })
  return hits.length / figures.length
}

describe('the reports among the seeds', { skip: seedsPath ? false : 'the papers are not here' }, () => {
  test('Jakarta Pusat 2024: chapters, results of seven years with their lines, the agreement within', async () => {
    const lkip = await read(seed('003'))
    assert.equal(lkip.tahun.dibaca, '2024')
    assert.match(lkip.unit.dibaca, /Jakarta Pusat/i)
    assert.ok(lkip.bab.filter((b) => /^BAB\s+[IVX]+/i.test(b.judul.dibaca)).length >= 4)
    const share = found(lkip, byHand('jakpus/hasil-tahunan.json'))
    assert.ok(share >= 0.85, `${(100 * share).toFixed(1)} % of what was read by hand`)
    const pk = lkip.perjanjianKinerja!
    const sasaran = pk.kelompok.flatMap((k) => k.sasaran)
    assert.deepEqual([sasaran.length, sasaran.flatMap((s) => s.indikator).length], [14, 15])
  })
  test('BPSDM 2023: two thirds of the results; what a scanner broke is left', async () => {
    const share = found(await read(seed('002')), byHand('bpsdm-2023/hasil-tahunan.json'))
    assert.ok(share >= 0.65, `${(100 * share).toFixed(1)} %`)
  })
})

describe('tables of results', () => {
  const one = async (...lines: string[]) => (await read(['LAPORAN KINERJA TAHUN 2024', '', ...lines].join('\n'))).hasil
  test('years stand above target, realisasi and %: each is a result of its own', async () => {
    const hasil = await one(
      'No\tIndikator Kinerja\tTahun 2023\t\t\tTahun 2024\t\t',
      '\t\tTarget\tRealisasi\t%\tTarget\tRealisasi\t%',
      '1\tIndeks Kepuasan Masyarakat\t88,50\t97,52\t110,19\t97,52\t98,98\t101,50',
      '2\tOpini laporan keuangan\t-\t-\t-\tWTP (3)\tWTP (3)\t100',
    )
    assert.deepEqual(
      hasil.map((h) => [h.indikator.dibaca, h.periode.dibaca, h.target?.dibaca, h.realisasi?.dibaca, h.capaian?.dibaca]),
      [
        ['Indeks Kepuasan Masyarakat', '2023', '88.50', '97.52', '110.19'],
        ['Indeks Kepuasan Masyarakat', '2024', '97.52', '98.98', '101.50'],
        ['Opini laporan keuangan', '2023', 'KOSONG', 'KOSONG', 'KOSONG'],
        ['Opini laporan keuangan', '2024', '3', '3', '100'],
      ],
    )
    assert.equal(hasil[3]!.realisasi!.kategori, 'WTP')
  })
  test('money is no result of an indicator', async () => {
    assert.deepEqual(
      await one(
        'No\tProgram\tAnggaran (Rp)\tRealisasi (Rp)\t%',
        '1\tProgram penunjang\t1.000.000\t900.000\t90',
        '2\tProgram lain\t2.000.000\t1.900.000\t95',
      ),
      [],
    )
  })
})
