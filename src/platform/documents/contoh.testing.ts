// Papers of the example as snapshots, built from contoh/ in memory: what a loader builds from the database.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capaianKinerja, type IndikatorCapaian, indikatorCapaian, tercetak } from '../../pengukuran/capaian.document.ts'
import { jakartaPusat2024 } from '../../pengukuran/contoh.testing.ts'
import { explainFrom } from '../../pengukuran/explanation.ts'
import { findBentuk } from '../../peraturan/dki-jakarta/bentuk.ts'
import type { BentukRencanaAksi } from '../../peraturan/dki-jakarta/bentuk-rencana-aksi.ts'
import { SKALA_BAKU } from '../../peraturan/nasional/skala.ts'
import { readBerkas } from '../../perjanjian-kinerja/naskah.ts'
import { type PkPaper, perjanjianKinerja } from '../../perjanjian-kinerja/perjanjian-kinerja.document.ts'
import { PerjanjianKinerjaFile } from '../../perjanjian-kinerja/perjanjian-kinerja.ts'
import { type RencanaAksiPaper, rencanaAksi } from '../../rencana-aksi/rencana-aksi.document.ts'
import { RencanaAksiFile } from '../../rencana-aksi/rencana-aksi.ts'
import { Figure, type FigureOut, fromColumns, toColumns } from '../kernel/figure.ts'
import type { Document } from './blocks.ts'

export const contoh = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../../contoh', name), 'utf8'))
const figure = (f: unknown): FigureOut => fromColumns(toColumns(Figure.parse(f ?? {})))

const DIAMBIL = '2025-02-01T03:00:00.000Z'
export const BKD = 'Badan Kepegawaian Daerah Provinsi DKI Jakarta'
export const JAKPUS = 'Kota Administrasi Jakarta Pusat'
const naskah = (file: string) => readBerkas(PerjanjianKinerjaFile.parse(contoh(file)))

export function pkSnapshot(file: string, unitKerja: string): PkPaper {
  const pk = naskah(file)
  return {
    ...pk,
    bentuk: findBentuk(pk.bentuk)!,
    versi: 1,
    konsep: false,
    pemerintah: 'Pemerintah Provinsi Daerah Khusus Ibukota Jakarta',
    unitKerja,
    diambil: DIAMBIL,
  }
}

export const pkBkd2025 = (): Document => perjanjianKinerja(pkSnapshot('bkd-2025/pk.json', BKD))
export const pkJakpus2023 = (): Document => perjanjianKinerja(pkSnapshot('jakpus/pk-2023.json', JAKPUS))

export function raSnapshot(): RencanaAksiPaper {
  const pk = naskah('bkd-2025/pk.json')
  const kelompok = (no: string | null | undefined) => {
    const kode = pk.sasaran.find((s) => s.nomor === no)?.kelompok
    return findBentuk(pk.bentuk)!.kelompok.find((k) => k.kode === kode)?.nama ?? null
  }
  const file = RencanaAksiFile.parse(contoh('bkd-2025/rencana-aksi.json'))
  return {
    tahun: 2025,
    versi: 1,
    konsep: false,
    unitKerja: BKD,
    tanggal: null,
    pemilik: pk.pihakPertama,
    penilai: pk.pihakKedua,
    diambil: DIAMBIL,
    indikator: file.indikator.map((i) => ({
      nomor: i.no ?? null,
      kelompok: kelompok(i.no),
      sasaran: i.sasaran ?? null,
      nama: i.nama ?? null,
      target: figure(i.target),
      ra: i.ra.map((a) => ({
        kode: a.kode ?? null,
        jenis: a.jenis ?? ('AKSI' as const),
        fase: null,
        uraian: a.uraian,
        kk: a.kk.map((k) => ({
          kode: k.kode ?? null,
          uraian: k.uraian ?? null,
          output: k.to.map((o) => ({
            kode: o.kode ?? null,
            uraian: o.uraian,
            jumlah: figure(o.jumlah),
            satuan: o.satuan ?? null,
            triwulan: o.triwulan ?? null,
            penanggungJawab: o.penanggungJawab,
            mitigasi: o.mitigasi ?? null,
          })),
        })),
      })),
    })),
  }
}

export const raBkd2025 = (bentuk?: BentukRencanaAksi): Document => rencanaAksi(raSnapshot(), bentuk)

type Setiap = { indikator: string; tahun: number; target?: object; realisasi?: object; capaian?: object }

/** Bab III of Jakarta Pusat 2024, measured in memory, with the years before as the report prints them. */
export function capaianJakpus2024(change: (i: IndikatorCapaian) => IndikatorCapaian = (i) => i): Document {
  const pk = naskah('jakpus/pk-2024.json')
  const bahan = jakartaPusat2024()
  const { hasil } = contoh('jakpus/hasil-tahunan.json') as { hasil: Setiap[] }
  const before = (kode: string): IndikatorCapaian['tahunLalu'][number][] => {
    // The first row of an indicator and year is the main table's.
    const years = new Map(
      hasil
        .filter((h) => h.indikator === kode && h.tahun < 2024)
        .map((h) => [h.tahun, h] as const)
        .reverse(),
    )
    return [...years.values()]
      .sort((a, b) => a.tahun - b.tahun)
      .map((h) => ({
        tahun: h.tahun,
        target: h.target ? tercetak(figure(h.target), 2) : null,
        realisasi: tercetak(figure(h.realisasi), 2),
        capaian: tercetak(figure(h.capaian), 2),
      }))
  }
  const measured = (kode: string) => change(indikatorCapaian(explainFrom(bahan, 'dki.jakpus', kode, '2024'), before(kode)))
  return capaianKinerja({
    unitKerja: JAKPUS,
    tahun: 2024,
    namaPeriode: '2024',
    konsep: false,
    skala: SKALA_BAKU,
    kelompok: findBentuk(pk.bentuk)!.kelompok.map((k) => ({
      nama: k.nama,
      sasaran: pk.sasaran
        .filter((s) => s.kelompok === k.kode)
        .map((s) => ({ nomor: s.nomor, uraian: s.uraian, indikator: s.indikator.map((i) => measured(i.kode!)) })),
    })),
    diambil: DIAMBIL,
  })
}
