// The agreement on paper: page 1 with both parties (PermenPANRB 53/2014), and the appendix in the form of its year.
import { type Bentuk, findBentuk } from '../peraturan/dki-jakarta/bentuk.ts'
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import type { Block, Cell, Column, Document, Row, Section, Signature, Table } from '../platform/documents/blocks.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type Day, longDay } from '../platform/kernel/time.ts'
import { PERIODE_TARGET, type PeriodeTarget, type Pihak } from './perjanjian-kinerja.ts'

type PrintedIndikator = {
  /** Of the stored line, where there is one. */
  readonly id?: string
  readonly nomor: string | null
  readonly nama: string
  readonly sumberData: string | null
  readonly pengukuran: string | null
  readonly satuan: string | null
  readonly target: Readonly<Partial<Record<PeriodeTarget, FigureOut>>>
}
/** What is signed: everything that the paper shows, and nothing that could change after it. */
export type PkPaper = {
  readonly bentuk: Bentuk
  readonly tahun: number
  readonly versi: number
  /** Printed on every page while it is not DITETAPKAN. */
  readonly konsep: boolean
  /** `Pemerintah Provinsi Daerah Khusus Ibukota Jakarta`. */
  readonly pemerintah: string
  readonly unitKerja: string
  readonly tanggal: Day | null
  readonly pihakPertama: Pihak
  readonly pihakKedua: Pihak
  readonly sasaran: readonly {
    readonly id?: string
    readonly nomor: string
    readonly kelompok: string
    readonly uraian: string
    readonly indikator: readonly PrintedIndikator[]
  }[]
  /** Instant at which the data was taken. */
  readonly diambil: string
  /** Of the form that is signed: where it can be checked. */
  readonly alamatVerifikasi?: string
}

/** The form that an agreement names; one that the pack does not know is a bug. */
export function getBentuk(kode: string): Bentuk {
  const found = findBentuk(kode)
  if (!found) throw new Error(`no form ${kode}`)
  return found
}

const KOSONG = 'belum diisi'
const orEmpty = (text: string | null): string => text ?? KOSONG

export function perjanjianKinerja(pk: PkPaper): Document {
  return {
    title: `Perjanjian Kinerja Tahun ${pk.tahun}: ${pk.unitKerja}`,
    language: 'id',
    author: pk.unitKerja,
    timestamp: pk.diambil,
    footer: `Perjanjian Kinerja Tahun ${pk.tahun} · ${pk.unitKerja}${pk.versi > 1 ? ` · versi ${pk.versi}` : ''}`,
    header: pk.konsep ? 'KONSEP, belum ditetapkan' : undefined,
    ...(pk.alamatVerifikasi !== undefined && { seal: { address: pk.alamatVerifikasi } }),
    sections: [pernyataan(pk), lampiran(pk)],
  }
}

function pernyataan(pk: PkPaper): Section {
  const { pihakPertama: p1, pihakKedua: p2 } = pk
  const says = (text: string): Block => ({ kind: 'paragraph', text, align: 'justify' })
  const person = (p: Pihak): Block => ({
    kind: 'facts',
    items: [
      { label: 'Nama', value: orEmpty(p.nama) },
      { label: 'Jabatan', value: orEmpty(p.jabatan) },
    ],
  })
  const blocks: Block[] = [
    { kind: 'title', letterhead: [pk.pemerintah.toUpperCase()], lines: ['PERJANJIAN KINERJA', `TAHUN ${pk.tahun}`] },
    says(
      'Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:',
    ),
    person(p1),
    { kind: 'paragraph', text: [{ text: 'selanjutnya disebut ' }, { text: 'PIHAK PERTAMA', bold: true }] },
    person(p2),
    {
      kind: 'paragraph',
      text: [{ text: 'selaku atasan PIHAK PERTAMA, selanjutnya disebut ' }, { text: 'PIHAK KEDUA', bold: true }],
    },
    says(
      'PIHAK PERTAMA berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.',
    ),
    says(
      'PIHAK KEDUA akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.',
    ),
    signatures(pk, true),
  ]
  return { name: 'Pernyataan', orientation: 'portrait', blocks }
}

/** Left the second party, right the first; a governor has no NIP, so that only the first party's is printed. */
function signatures(pk: PkPaper, parties: boolean): Block {
  const sign = (p: Pihak, party: string, nip: string | null): Signature => ({
    ...(parties ? { party } : {}),
    office: `${orEmpty(p.jabatan)},`,
    name: orEmpty(p.nama),
    ...(nip ? { nip } : {}),
  })
  return {
    kind: 'signatures',
    place: `${pk.bentuk.tempat}, ${pk.tanggal ? longDay(pk.tanggal) : `…………………… ${pk.tahun}`}`,
    left: sign(pk.pihakKedua, 'PIHAK KEDUA,', null),
    right: sign(pk.pihakPertama, 'PIHAK PERTAMA,', pk.pihakPertama.nip),
  }
}

function lampiran(pk: PkPaper): Section {
  const { nama, nip, jabatan } = pk.pihakPertama
  const items = [
    { label: 'Nama', value: orEmpty(nama) },
    { label: 'NIP', value: orEmpty(nip) },
    { label: 'Jabatan', value: orEmpty(jabatan) },
    { label: 'Unit Kerja', value: pk.unitKerja },
  ]
  return {
    name: 'Lampiran',
    orientation: 'landscape',
    blocks: [
      { kind: 'title', lines: [pk.bentuk.nama.toUpperCase()] },
      { kind: 'facts', items },
      targetTable(pk),
      signatures(pk, false),
    ],
  }
}

type Sasaran = PkPaper['sasaran'][number]
/** What stands in a column of the form, by the name that the form gives it. */
type Kolom = Column & {
  readonly bidang: string
  readonly perSasaran?: true
  readonly cell: (i: PrintedIndikator, s: Sasaran) => Cell
}

const center = (text: string | null): Cell => ({ text: text ?? '', align: 'center' })
const orMissing = (text: string | null): Cell => (text === null ? { text: KOSONG, kosong: true } : { text })
const target = (periode: PeriodeTarget): Kolom => ({ bidang: periode, share: 6, cell: (i) => figureCell(i.target[periode]) })

const KOLOM: Readonly<Record<string, Kolom>> = {
  Sasaran: { bidang: 'uraian', share: 17, perSasaran: true, cell: (_, s) => ({ text: s.uraian }) },
  'Indikator Kinerja': { bidang: 'nama', share: 18, cell: (i) => ({ text: i.nama }) },
  'Sumber Data': { bidang: 'sumberData', share: 8.5, cell: (i) => orMissing(i.sumberData) },
  'Pengukuran Kinerja': { bidang: 'pengukuran', share: 27, cell: (i) => orMissing(i.pengukuran) },
  ...Object.fromEntries(['I', 'II', 'III', 'IV'].map((t, at) => [`Triwulan ${t}`, target(PERIODE_TARGET[at]!)])),
  Tahunan: { ...target('TAHUNAN'), share: 7.5 },
  Keterangan: { bidang: 'satuan', share: 10, align: 'center', cell: (i) => orMissing(i.satuan) },
}
const NOMOR_SASARAN: Kolom = { bidang: 'nomor', share: 5.4, perSasaran: true, cell: (_, s) => center(s.nomor) }
const NOMOR_INDIKATOR: Kolom = { bidang: 'nomor', share: 3.6, cell: (i) => center(i.nomor) }

function targetTable(pk: PkPaper): Table {
  const names = pk.bentuk.kolom
  const columns = names.map((name, at) => KOLOM[name] ?? (at === 0 ? NOMOR_SASARAN : NOMOR_INDIKATOR))
  const groups = pk.bentuk.kelompok.map((k) => ({
    name: k.nama,
    rows: pk.sasaran.filter((s) => s.kelompok === k.kode).flatMap((s) => rowsOf(s, columns)),
  }))
  return {
    kind: 'table',
    name: pk.bentuk.nama,
    columns: columns.map(({ share, align }) => ({ share, align })),
    header: headerOf(names),
    groups,
    size: 8,
  }
}

/** Number and text of a sasaran stand once, beside all its indicators. */
function rowsOf(s: Sasaran, columns: readonly Kolom[]): Row[] {
  return s.indikator.map((i, at) =>
    columns.flatMap((c) => {
      const { id } = c.perSasaran ? s : i
      const cell: Cell = { ...c.cell(i, s), ...(id === undefined ? {} : { origin: `${id} ${c.bidang}` }) }
      if (!c.perSasaran) return [cell]
      return at === 0 ? [{ ...cell, rowSpan: s.indikator.length }] : []
    }),
  )
}

/** `Triwulan I` … `Triwulan IV` stand grouped under one heading. */
function headerOf(names: readonly string[]): Row[] {
  const quarter = (name: string) => /^Triwulan (.+)$/.exec(name)?.[1]
  const quarters = names.filter(quarter)
  const top = names.flatMap((name): Cell[] => {
    if (!quarter(name)) return [{ text: name, rowSpan: 2 }]
    return name === quarters[0] ? [{ text: 'Triwulan', colSpan: quarters.length }] : []
  })
  return [top, quarters.map((name) => ({ text: quarter(name)! }))]
}
