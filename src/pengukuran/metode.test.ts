// A table is the same table wherever a formula names it: a filtered column finds its rows again in the column that groups it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { bacaanOf, VEKTOR } from '../peraturan/vektor.ts'
import { type FigureOut, fromColumns, toColumns } from '../platform/kernel/figure.ts'
import type { Loaded, Tabel, Versi } from './hasil.ts'
import { measure } from './measure.ts'

type Row = Readonly<Record<string, unknown>>

const figure = (cell: unknown): FigureOut => fromColumns(toColumns(stated(cell)))
const stated = (cell: unknown) =>
  typeof cell === 'string'
    ? { status: 'NILAI' as const, ...(/^-?[\d.]+$/.test(cell) ? { nilai: cell } : { kategori: cell }) }
    : (cell as { status: 'KOSONG' })

function tabel(nama: string, value: unknown): Tabel {
  const isian = (Array.isArray(value) ? (value as Row[]) : [{ nilai: value }]).map(({ nilai, ...dimensi }) => ({
    dimensi: dimensi as Record<string, string>,
    nilai: figure(nilai),
    sumber: null,
  }))
  return { nama, isian }
}

test('a measurement gives what every conformance vector expects', () => {
  const wrong = VEKTOR.flatMap((vektor) => {
    if (vektor.indikator || (vektor.harap.nilai ?? vektor.harap.tampil) === undefined) return []
    const metode = findMetode(vektor.metode)!
    const versi: Versi = {
      ...{ id: 'v1', unit: 'dki.uji', kode: 'UJI', versi: 1, nama: 'Uji', satuan: metode.satuan, jenisNilai: 'ANGKA', desimal: 2 },
      ...{
        polaritas: 'MAKSIMAL',
        agregasi: 'SEKALI',
        dasarHukum: [],
        pemilikData: null,
        metode: metode.kode,
        bacaan: bacaanOf(vektor, metode),
      },
      ...{ rumus: null, berlakuDari: '2020-01-01', berlakuSampai: null, sumber: null },
    }
    const bahan: Loaded = {
      versi: () => versi,
      klaim: () => [],
      tabel: (_unit, _kode, periode, dari) =>
        dari === 'MASUKAN' && periode === '2025'
          ? Object.entries(vektor.kasus.data).map(([nama, value]) => tabel(nama, value))
          : [],
      tidakDitargetkan: () => false,
      anak: () => [],
      target: () => undefined,
      kode: () => ['UJI'],
    }
    const { nilai } = measure(bahan, 'dki.uji', 'UJI', '2025').hasil
    const [expected, found] =
      vektor.harap.nilai === undefined ? [vektor.harap.tampil, nilai.tampil] : [vektor.harap.nilai, nilai.nilai]
    return expected === found ? [] : [`${vektor.metode}, ${vektor.nama}: ${found} ${nilai.kode ?? ''}`]
  })
  assert.deepEqual(wrong, [])
})
