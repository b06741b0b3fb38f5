// The tables and charts of Bab III: target, realisasi and capaian of every indicator, their categories, and the years
// beside each other. What is missing says so, is counted by itself, and is never 0 and never in a category.
import { SKALA_BAKU, type Tingkat } from '../peraturan/nasional/skala.ts'
import { figureText } from '../platform/documents/blocks/figure-cell.ts'
import type { Block, Cell, Chart, Column, Document, Row, RowGroup, Series, Table } from '../platform/documents/blocks.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type Penjelasan, shownFigure } from './explanation.ts'
import { SEBUTAN_STATUS } from './found.ts'
import type { Nilai } from './hasil.ts'

/** A result as it is shown: `nilai` exact, `tampil` as printed, with the indicator's decimals. */
export type Tercetak = Pick<Nilai, 'status' | 'nilai' | 'tampil'>
type CapaianYear = {
  readonly tahun: number
  readonly target: Tercetak | null
  readonly realisasi: Tercetak
  readonly capaian: Tercetak
}
export type IndikatorCapaian = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly target: Tercetak | null
  readonly realisasi: Tercetak
  readonly capaian: Tercetak
  readonly kategori: string | null
  /** How the result came about, in one sentence. */
  readonly alasan: string
  /** Earlier years, oldest first; the year of the paper is added. */
  readonly tahunLalu: readonly CapaianYear[]
}
export type CapaianPaper = {
  readonly unitKerja: string
  readonly tahun: number
  /** As periodName says it: `2024`, `Triwulan II 2024`. */
  readonly namaPeriode: string
  readonly konsep: boolean
  readonly skala: { readonly nama: string; readonly dasar: string; readonly tingkat: readonly Tingkat[] }
  readonly kelompok: readonly {
    readonly nama: string
    readonly sasaran: readonly {
      readonly nomor: string
      readonly uraian: string
      readonly indikator: readonly IndikatorCapaian[]
    }[]
  }[]
  readonly diambil: string
}

/** One indicator as its explanation has it, so that the paper and *Jelaskan* cannot differ. */
export function indikatorCapaian(p: Penjelasan, tahunLalu: readonly CapaianYear[] = []): IndikatorCapaian {
  const { indikator: kode, nama, satuan, nilai, alasan } = p.hasil
  const figure = p.target?.figure
  const target = p.target && { status: p.target.figure.status, nilai: figure?.nilai ?? null, tampil: p.target.tampil }
  return { kode, nama, satuan, target, realisasi: nilai, capaian: p.capaian, kategori: p.capaian.kategori, alasan, tahunLalu }
}

/** The scale that capaian is named by, as the paper prints it. */
export const skalaOfCapaian = (): CapaianPaper['skala'] => SKALA_BAKU

type HasilTahun = FigureOut & { readonly tahun: number; readonly unsur: string }

/** The years before, oldest first, as they were printed then; what is not known of a year is KOSONG. */
export function yearsBefore(rows: readonly HasilTahun[], before: number, desimal: number): CapaianYear[] {
  const kosong: Tercetak = { status: 'KOSONG', nilai: null, tampil: SEBUTAN_STATUS.KOSONG! }
  const years = [...new Set(rows.map((r) => r.tahun))].filter((y) => y < before).sort((a, b) => a - b)
  return years.map((tahun) => {
    const of = (unsur: string) => rows.find((r) => r.tahun === tahun && r.unsur === unsur)
    const shown = (unsur: string) => (of(unsur) ? tercetak(of(unsur)!, desimal) : kosong)
    return { tahun, target: of('TARGET') ? shown('TARGET') : null, realisasi: shown('REALISASI'), capaian: shown('CAPAIAN') }
  })
}

/** A figure of an earlier year, printed with the decimals of the indicator, so that the years stand in line. */
export function tercetak(f: FigureOut, desimal: number): Tercetak {
  return { status: f.status, nilai: f.nilai, tampil: shownFigure(f, desimal) }
}

export function capaianKinerja(cetakan: CapaianPaper): Document {
  const c = /^\d{4}$/.test(cetakan.namaPeriode) ? { ...cetakan, namaPeriode: `Tahun ${cetakan.namaPeriode}` } : cetakan
  const indikator = c.kelompok.flatMap((k) => k.sasaran.flatMap((s) => s.indikator))
  const judul = `Capaian Kinerja ${c.namaPeriode}`
  const blocks: Block[] = [
    { kind: 'title', letterhead: [c.unitKerja.toUpperCase()], lines: [judul.toUpperCase()] },
    ...(indikator.length ? isi(c, indikator) : [belumAda(c)]),
  ]
  return {
    title: `${judul}: ${c.unitKerja}`,
    language: 'id',
    author: c.unitKerja,
    timestamp: c.diambil,
    footer: `${judul} · ${c.unitKerja}`,
    header: c.konsep ? 'Angka sementara, periode belum dikunci' : undefined,
    sections: [{ name: 'Capaian', orientation: 'portrait', blocks }],
  }
}

/** A paper without any figure says so, and what would fill it: tables of nothing would look like zeros. */
const belumAda = (c: CapaianPaper): Block => ({
  kind: 'paragraph',
  text: `Belum ada indikator ${c.unitKerja} yang diukur untuk ${c.namaPeriode}. Tabel target, realisasi dan capaian terisi setelah Perjanjian Kinerja tahun ${c.tahun} dan realisasinya dicatat.`,
  align: 'justify',
})

function isi(c: CapaianPaper, indikator: readonly IndikatorCapaian[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'A. Target, realisasi dan capaian' },
    { kind: 'paragraph', text: ringkasan(c, indikator), align: 'justify' },
    tabelCapaian(c),
    { kind: 'heading', level: 2, text: 'B. Kategori capaian' },
    tabelKategori(c, indikator),
    // Where in which paper a scale was found is for the pack's readers, not for this page.
    {
      kind: 'paragraph',
      text: `Skala: ${c.skala.nama} (${c.skala.dasar.replace(/\s*\((?:seed|naskah)[^)]*\)/g, '')}).`,
      small: true,
    },
    { kind: 'heading', level: 2, text: 'C. Perkembangan tiap indikator' },
    ...indikator.flatMap((i) => perkembangan(c, i)),
  ]
}

const places = (tampil: string) => tampil.split(',')[1]?.length ?? 0

function nilaiCell(n: Tercetak | null): Cell {
  if (n === null) return { text: 'belum ada data', align: 'right', kosong: true }
  if (n.status !== 'NILAI') return { text: n.tampil, align: 'right', ...(n.status === 'TIDAK_DITARGETKAN' ? {} : { kosong: true }) }
  const isNumber = n.nilai !== null && /^-?[\d.]+(,\d+)?$/.test(n.tampil)
  return { text: n.tampil, align: 'right', ...(isNumber ? { angka: { nilai: n.nilai!, desimal: places(n.tampil) } } : {}) }
}

const KOSONG_KATEGORI: Readonly<Record<string, string>> = {
  TIDAK_DITARGETKAN: 'N/A',
  BELUM_RILIS: 'Data belum rilis',
  KOSONG: 'belum ada data',
  GALAT: 'tidak dapat dihitung',
}
const kategoriOf = (i: IndikatorCapaian) => i.kategori ?? KOSONG_KATEGORI[i.capaian.status] ?? 'tanpa kategori'

function ringkasan(c: CapaianPaper, all: readonly IndikatorCapaian[]): string {
  const counts = [...Map.groupBy(all, kategoriOf)].map(([kategori, list]) => `${list.length} ${kategori}`)
  return `${c.unitKerja} mengukur ${all.length} indikator untuk ${c.namaPeriode}: ${counts.join(', ')}. Capaian dihitung dari realisasi yang belum dibulatkan; angka tercetak dibulatkan ke dua desimal.`
}

const KOLOM: readonly (Column & { nama: string })[] = [
  { nama: 'No', share: 5, align: 'center' },
  { nama: 'Sasaran', share: 22 },
  { nama: 'Indikator Kinerja', share: 24 },
  { nama: 'Satuan', share: 12, align: 'center' },
  { nama: 'Target', share: 10.5 },
  { nama: 'Realisasi', share: 10.5 },
  { nama: 'Capaian (%)', share: 10.5 },
  { nama: 'Kategori', share: 11.5, align: 'center' },
]

function tabelCapaian(c: CapaianPaper): Table {
  const rows = (s: CapaianPaper['kelompok'][number]['sasaran'][number]): Row[] =>
    s.indikator.map((i, at) => [
      ...(at === 0 ? [s.nomor, s.uraian].map((text) => ({ text, rowSpan: s.indikator.length })) : []),
      { text: i.nama },
      { text: i.satuan },
      nilaiCell(i.target),
      nilaiCell(i.realisasi),
      nilaiCell(i.capaian),
      { text: kategoriOf(i), ...(i.kategori ? {} : { kosong: true as const }) },
    ])
  return {
    kind: 'table',
    name: `Target, realisasi dan capaian indikator kinerja ${c.unitKerja}, ${c.namaPeriode}`,
    caption: true,
    columns: KOLOM,
    header: [KOLOM.map(({ nama }) => ({ text: nama }))],
    groups: c.kelompok.map((k): RowGroup => ({ name: k.nama, rows: k.sasaran.flatMap(rows) })),
    size: 8,
  }
}

/** How many indicators stand in each category; the states without a figure below them, never among them. */
function tabelKategori(c: CapaianPaper, all: readonly IndikatorCapaian[]): Table {
  const count = Map.groupBy(all, kategoriOf)
  const range = (t: Tingkat, above: Tingkat | undefined) =>
    t.dari === null ? `sampai ${above?.dari ?? ''}` : `di atas ${figureText(t.dari)}${above ? ` sampai ${above.dari}` : ''}`
  const line = (nama: string, range: string): Row => {
    const n = count.get(nama)?.length ?? 0
    return [
      { text: nama },
      { text: range, align: 'center' },
      { text: String(n), align: 'right', angka: { nilai: String(n), desimal: 0 } },
    ]
  }
  const tingkat = c.skala.tingkat.map((t, at) => line(t.sebutan, range(t, c.skala.tingkat[at - 1])))
  const sebutan = new Set(c.skala.tingkat.map((t) => t.sebutan))
  const others = [...count.keys()].filter((name) => !sebutan.has(name)).map((name) => line(name, '–'))
  const jumlah: Row = [
    { text: [{ text: 'Jumlah', bold: true }], colSpan: 2 },
    { text: [{ text: String(all.length), bold: true }], align: 'right', angka: { nilai: String(all.length), desimal: 0 } },
  ]
  return {
    kind: 'table',
    name: `Indikator menurut kategori capaian, ${c.namaPeriode}`,
    caption: true,
    columns: [{ share: 40 }, { share: 35 }, { share: 25 }],
    header: [[{ text: 'Kategori' }, { text: 'Capaian (%)' }, { text: 'Jumlah indikator' }]],
    groups: [{ rows: [...tingkat, ...others, jumlah] }],
    size: 9,
  }
}

function perkembangan(c: CapaianPaper, i: IndikatorCapaian): Block[] {
  const years: CapaianYear[] = [...i.tahunLalu, { tahun: c.tahun, target: i.target, realisasi: i.realisasi, capaian: i.capaian }]
  const target = i.target?.tampil ?? 'belum ada data'
  const says =
    i.capaian.status === 'NILAI'
      ? `Realisasi ${i.realisasi.tampil} terhadap target ${target}: capaian ${i.capaian.tampil} persen${i.kategori ? `, ${i.kategori}` : ''}.`
      : `Realisasi ${i.realisasi.tampil}, target ${target}: capaian ${i.capaian.tampil}.`
  // A picture of a single year would say nothing that the line above does not.
  const figures = years.filter((y) => isNumber(y.realisasi) || isNumber(y.target)).length > 1
  const table: Table = {
    kind: 'table',
    name: `Perkembangan ${i.nama}`,
    caption: true,
    columns: [{ share: 25, align: 'center' }, { share: 25 }, { share: 25 }, { share: 25 }],
    header: [['Tahun', `Target (${i.satuan})`, `Realisasi (${i.satuan})`, 'Capaian (%)'].map((text) => ({ text }))],
    groups: [
      { rows: years.map((y) => [{ text: String(y.tahun) }, nilaiCell(y.target), nilaiCell(y.realisasi), nilaiCell(y.capaian)]) },
    ],
    size: 9,
    ...(figures ? { keepWithNext: true as const } : {}),
  }
  return [
    { kind: 'heading', level: 3, text: `${i.nama} (${i.kode})` },
    { kind: 'paragraph', text: `${says} Asal realisasi: ${i.alasan}.`, align: 'justify', keepWithNext: true },
    table,
    ...(figures ? [grafik(i, years)] : []),
  ]
}

const isNumber = (n: Tercetak | null) => n?.status === 'NILAI' && /^-?\d+(\.\d+)?$/.test(n.nilai ?? '')

function grafik(i: IndikatorCapaian, years: readonly CapaianYear[]): Chart {
  const point = (n: Tercetak | null): Series['points'][number] =>
    n && isNumber(n) ? { nilai: n.nilai!, tampil: n.tampil } : { nilai: null, tampil: n?.tampil ?? 'belum ada data' }
  const alt = years
    .map((y) => `${y.tahun} realisasi ${y.realisasi.tampil}, target ${y.target?.tampil ?? 'belum ada data'}`)
    .join('; ')
  return {
    kind: 'chart',
    name: `Realisasi dan target ${i.nama}`,
    categories: years.map((y) => String(y.tahun)),
    series: [
      { name: 'Realisasi', draw: 'bar', points: years.map((y) => point(y.realisasi)) },
      { name: 'Target', draw: 'line', points: years.map((y) => point(y.target)) },
    ],
    unit: i.satuan,
    alt: `${i.satuan}: ${alt}.`,
  }
}
