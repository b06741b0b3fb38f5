// A paper of shape `selaras/pk/1` as the rules read it.
import { originOf } from '../indikator/indikator.ts'
import { type FigureOut, fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import {
  type CetakanLain,
  type Naskah,
  PERIODE_TARGET,
  type PeriodeTarget,
  type PerjanjianKinerjaFile,
  TRIWULAN,
  unkeepable,
} from './perjanjian-kinerja.ts'

type Lines = number | readonly number[] | undefined
type Row = PerjanjianKinerjaFile['kelompok'][number]['sasaran'][number]['indikator'][number]

export const firstLine = (baris: Lines): number | null => (baris === undefined ? null : ([baris].flat()[0] ?? null))
/** An empty text, or the word KOSONG that a data file writes for what its paper lacks, is nothing. */
export const orNull = (value: string | null | undefined): string | null => (value && value !== 'KOSONG' ? value : null)

const ANGKA = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']

/** A row of quarters holds exactly four cells; any other number is refused with its place. */
export function refuseWrongRows(berkas: PerjanjianKinerjaFile): Refusal | undefined {
  for (const { sasaran } of berkas.kelompok)
    for (const s of sasaran)
      for (const i of s.indikator) {
        const cells = i.triwulan.length
        const place = firstLine(i.baris) === null ? `sasaran ${s.no}` : `baris ${firstLine(i.baris)}`
        const unkept = [...i.triwulan, i.tahunan].map((f) => f && unkeepable(toColumns(f))).find((fault) => fault !== undefined)
        if (unkept) return refuse('TIDAK_VALID', `${place}: ${unkept}`, { field: place })
        if (cells === 4) continue
        const hint = cells > 4 ? ' Angka yang tercetak lebih ditulis di nilaiLebih.' : ' Sel yang tidak tercetak ditulis KOSONG.'
        return refuse('TIDAK_VALID', `${place}: ${ANGKA[cells] ?? cells} sel triwulan, seharusnya empat.${hint}`, {
          field: place,
          rule: 'PK-03',
        })
      }
  return undefined
}

const extraCells = (i: Row) => (i.nilaiLebih ?? []).map((n) => ({ tercetak: n.tercetak, baris: firstLine(n.baris ?? i.baris) }))

function targetsOf(row: Row): Partial<Record<PeriodeTarget, FigureOut>> {
  const target: Partial<Record<PeriodeTarget, FigureOut>> = {}
  TRIWULAN.forEach((periode, at) => {
    const cell = row.triwulan[at]
    if (cell) target[periode] = fromColumns(toColumns(cell))
  })
  if (row.tahunan) target.TAHUNAN = fromColumns(toColumns(row.tahunan))
  return target
}

export function otherPrints(berkas: PerjanjianKinerjaFile): CetakanLain[] {
  const { pihakPertama, pihakPertamaLain = [], pihakKedua } = berkas
  const found: CetakanLain[] = []
  const add = (pihak: CetakanLain['pihak'], hal: CetakanLain['hal'], tercetak: string | null | undefined, baris: Lines) => {
    if (tercetak) found.push({ pihak, hal, tercetak, baris: baris === undefined ? [] : [...[baris].flat()] })
  }
  for (const [pihak, p] of [
    ['PERTAMA', pihakPertama],
    ['KEDUA', pihakKedua],
  ] as const) {
    for (const c of p.nipTercetakLain ?? []) add(pihak, 'NIP', c.tercetak, c.baris)
    for (const c of p.namaTercetakLain ?? []) add(pihak, 'NAMA', c.tercetak, c.baris)
    for (const c of p.jabatanTercetakLain ?? []) add(pihak, 'JABATAN', c.tercetak, c.baris)
  }
  for (const other of pihakPertamaLain) {
    add('PERTAMA', 'NAMA', other.nama, other.baris)
    add('PERTAMA', 'NIP', other.nip, other.baris)
    add('PERTAMA', 'JABATAN', other.jabatan, other.baris)
  }
  return found
}

export function readBerkas(berkas: PerjanjianKinerjaFile): Naskah {
  const pihak = (p: PerjanjianKinerjaFile['pihakPertama']) => ({
    nama: orNull(p.nama),
    nip: orNull(p.nip),
    jabatan: orNull(p.jabatan),
  })
  return {
    unit: berkas.unit,
    tahun: berkas.tahun,
    bentuk: berkas.bentuk,
    asal: 'SEBELUM_SISTEM',
    tanggal: berkas.tanggal ?? null,
    pihakPertama: pihak(berkas.pihakPertama),
    pihakKedua: pihak(berkas.pihakKedua),
    cetakanLain: otherPrints(berkas),
    sasaran: berkas.kelompok.flatMap(({ kelompok, sasaran }) =>
      sasaran.map((s) => ({
        nomor: s.no,
        kelompok,
        uraian: s.uraian,
        baris: firstLine(s.baris),
        indikator: s.indikator.map((i) => ({
          nomor: orNull(i.no),
          kode: orNull(i.kode),
          nama: i.nama,
          sumberData: orNull(i.sumberData),
          pengukuran: orNull(i.pengukuran),
          satuan: orNull(i.satuan),
          target: targetsOf(i),
          nilaiLebih: extraCells(i),
          alasanTarget: null,
          dasarTarget: null,
          bersama: null,
          bersamaVersi: null,
          baris: firstLine(i.baris),
        })),
      })),
    ),
  }
}

/** The rows in which a paper is kept, in its order, each with the line it stands on. */
export function rowsOf(file: PerjanjianKinerjaFile, pk: string, newId: () => string) {
  const sasaran = file.kelompok.flatMap(({ kelompok, sasaran: all }) => all.map((s) => ({ id: newId(), kelompok, s })))
  const indikator = sasaran.flatMap(({ id, s }) => s.indikator.map((i, at) => ({ id: newId(), sasaran: id, urutan: at + 1, i })))
  return {
    sasaran: sasaran.map(({ id, kelompok, s }, at) => ({
      id,
      pk,
      urutan: at + 1,
      nomor: s.no,
      kelompok,
      uraian: s.uraian,
      sumber: originOf(file, s),
      keterangan: s.keterangan ?? null,
    })),
    indikator: indikator.map(({ i, ...place }) => ({
      ...place,
      nomor: orNull(i.no),
      kode: orNull(i.kode),
      nama: i.nama,
      sumberData: orNull(i.sumberData),
      pengukuran: orNull(i.pengukuran),
      satuan: orNull(i.satuan),
      nilaiLebih: extraCells(i),
      alasanTarget: null,
      dasarTarget: null,
      bersama: null,
      bersamaVersi: null,
      sumber: originOf(file, i),
      keterangan: i.keterangan ?? null,
    })),
    target: indikator.flatMap(({ id, i }) =>
      PERIODE_TARGET.flatMap((periode, at) => {
        const cell = periode === 'TAHUNAN' ? i.tahunan : i.triwulan[at]
        return cell ? [{ indikator: id, periode, ...toColumns(cell), sumber: originOf(file, i, cell) }] : []
      }),
    ),
  }
}
