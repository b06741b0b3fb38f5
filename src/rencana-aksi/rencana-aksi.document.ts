// The action plan on paper, in the form of its year (peraturan/dki-jakarta/bentuk-rencana-aksi.ts).
import { bentukRencanaAksiOf, type IsiKolom } from '../peraturan/dki-jakarta/bentuk-rencana-aksi.ts'
import type { Pihak } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import type { Block, Cell, Document, Row, Text } from '../platform/documents/blocks.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type Day, longDay, ROMAWI } from '../platform/kernel/time.ts'
import { type Fase, type JenisRa, SEBUTAN_FASE, type Triwulan } from './rencana-aksi.ts'

/** A cell reaches over all rows of what it belongs to. */
type Tingkat = 'indikator' | 'ra' | 'kk' | 'output'
type Kolom = { readonly tingkat: Tingkat; readonly bidang: string; readonly cell: (baris: Baris) => Cell }

/** The id of its line, where it is stored. */
type Stored = { readonly id?: string }
type PrintedOutput = Stored & {
  readonly kode: string | null
  readonly uraian: string
  readonly jumlah: FigureOut
  readonly satuan: string | null
  readonly triwulan: Triwulan | null
  readonly penanggungJawab: readonly string[]
  readonly mitigasi: string | null
}
type PrintedKriteria = Stored & {
  readonly kode: string | null
  readonly uraian: string | null
  readonly output: readonly PrintedOutput[]
}
type PrintedRa = Stored & {
  readonly kode: string | null
  readonly jenis: JenisRa
  readonly uraian: string
  readonly fase: Fase | null
  readonly kk: readonly PrintedKriteria[]
}
type IndikatorRa = Stored & {
  readonly nomor: string | null
  /** As the form names the group: `Sasaran Strategis`; null where the agreement does not say. */
  readonly kelompok: string | null
  readonly sasaran: string | null
  readonly nama: string | null
  readonly target: FigureOut
  readonly ra: readonly PrintedRa[]
}
export type RencanaAksiPaper = {
  readonly tahun: number
  readonly versi: number
  readonly konsep: boolean
  readonly unitKerja: string
  readonly tanggal: Day | null
  readonly pemilik: Pihak
  readonly penilai: Pihak
  readonly indikator: readonly IndikatorRa[]
  readonly diambil: string
  /** Of the form that is signed: where it can be checked. */
  readonly alamatVerifikasi?: string
}

type Baris = {
  readonly i: IndikatorRa
  readonly ra: PrintedRa | undefined
  readonly kk: PrintedKriteria | undefined
  readonly output: PrintedOutput | undefined
}

const BELUM: Cell = { text: 'belum diisi', kosong: true }
const coded = (kode: string | null, uraian: string): Text => (kode ? [{ text: `${kode}. `, bold: true }, { text: uraian }] : uraian)

const amount = (o: PrintedOutput) => [figureCell(o.jumlah).text, o.satuan].filter(Boolean).join(' ')
const numbered = (names: readonly string[]) =>
  names.length > 1 ? names.map((n, at) => `${at + 1}. ${n}`).join('\n') : (names[0] ?? '')
const withNote = (text: Text, note: string | null): Text =>
  note === null ? text : [...(typeof text === 'string' ? [{ text }] : text), { text: `\n${note}`, italic: true }]
const actionText = (ra: PrintedRa) => withNote(coded(ra.kode, ra.uraian), ra.fase && `Fase: ${SEBUTAN_FASE[ra.fase]}`)
const outputText = (o: PrintedOutput, more = '') =>
  withNote(coded(o.kode, o.uraian + more), o.mitigasi && `Mitigasi: ${o.mitigasi}`)

const KOLOM: Readonly<Record<IsiKolom, Kolom>> = {
  nomor: { tingkat: 'indikator', bidang: 'nomor', cell: ({ i }) => ({ text: i.nomor ?? '', align: 'center' }) },
  sasaran: { tingkat: 'indikator', bidang: 'sasaran', cell: ({ i }) => (i.sasaran ? { text: i.sasaran } : BELUM) },
  indikator: { tingkat: 'indikator', bidang: 'nama', cell: ({ i }) => (i.nama ? { text: i.nama } : BELUM) },
  target: { tingkat: 'indikator', bidang: 'target', cell: ({ i }) => figureCell(i.target) },
  rencanaAksi: { tingkat: 'ra', bidang: 'uraian', cell: ({ ra }) => (ra ? { text: actionText(ra) } : BELUM) },
  kriteria: { tingkat: 'kk', bidang: 'uraian', cell: ({ kk }) => (kk?.uraian ? { text: coded(kk.kode, kk.uraian) } : BELUM) },
  output: { tingkat: 'output', bidang: 'uraian', cell: ({ output: o }) => (o ? { text: outputText(o) } : BELUM) },
  outputDanJumlah: {
    tingkat: 'output',
    bidang: 'uraian',
    cell: ({ output: o }) => (o ? { text: outputText(o, ` (${amount(o)})`) } : BELUM),
  },
  jumlah: {
    tingkat: 'output',
    bidang: 'jumlah',
    cell: ({ output: o }) => (o ? { ...figureCell(o.jumlah), angka: undefined, text: amount(o) } : BELUM),
  },
  waktu: {
    tingkat: 'output',
    bidang: 'triwulan',
    cell: ({ output: o }) => (o?.triwulan ? { text: `TW ${ROMAWI[o.triwulan]}`, align: 'center' } : { ...BELUM, align: 'center' }),
  },
  penanggungJawab: {
    tingkat: 'output',
    bidang: 'penanggungJawab',
    cell: ({ output: o }) => (o?.penanggungJawab.length ? { text: numbered(o.penanggungJawab) } : BELUM),
  },
}

export function rencanaAksi(plan: RencanaAksiPaper, bentuk = bentukRencanaAksiOf(plan.tahun)): Document {
  const judul = `${bentuk.judul} TAHUN ${plan.tahun}`
  const columns = bentuk.kolom.map(({ isi }) => KOLOM[isi])
  const kelompok = bentuk.berkelompok ? [...new Set(plan.indikator.map((i) => i.kelompok))] : [null]
  const blocks: Block[] = [
    { kind: 'title', lines: [judul, ...(plan.pemilik.jabatan ? [plan.pemilik.jabatan.toUpperCase()] : [])] },
    {
      kind: 'table',
      name: judul,
      columns: bentuk.kolom.map(({ bagian }) => ({ share: bagian })),
      header: [bentuk.kolom.map(({ nama }) => ({ text: nama }))],
      groups: kelompok.map((nama) => ({
        ...(nama === null ? {} : { name: nama }),
        rows: plan.indikator.filter((i) => !bentuk.berkelompok || i.kelompok === nama).flatMap((i) => rowsOf(i, columns)),
      })),
      size: 8,
    },
    {
      kind: 'signatures',
      place: `${bentuk.tempat}, ${plan.tanggal ? longDay(plan.tanggal) : `…………………… ${plan.tahun}`}`,
      left: { office: `${plan.penilai.jabatan ?? BELUM.text},`, name: plan.penilai.nama ?? 'belum diisi' },
      right: {
        office: `${plan.pemilik.jabatan ?? BELUM.text},`,
        name: plan.pemilik.nama ?? 'belum diisi',
        ...(plan.pemilik.nip ? { nip: plan.pemilik.nip } : {}),
      },
    },
  ]
  return {
    title: `Rencana Aksi Tahun ${plan.tahun}: ${plan.unitKerja}`,
    language: 'id',
    author: plan.unitKerja,
    timestamp: plan.diambil,
    footer: `Rencana Aksi Tahun ${plan.tahun} · ${plan.unitKerja}${plan.versi > 1 ? ` · versi ${plan.versi}` : ''}`,
    header: plan.konsep ? 'KONSEP, belum ditetapkan' : undefined,
    ...(plan.alamatVerifikasi !== undefined && { seal: { address: plan.alamatVerifikasi } }),
    sections: [{ name: 'Rencana Aksi', orientation: 'landscape', blocks }],
  }
}

/** One row an output; what has nothing below it still gets its row. */
function rowsOf(i: IndikatorRa, columns: readonly Kolom[]): Row[] {
  const orOne = <T>(list: readonly T[]): readonly (T | undefined)[] => (list.length ? list : [undefined])
  const lines = orOne(i.ra).flatMap((ra) =>
    orOne(ra?.kk ?? []).flatMap((kk) => orOne(kk?.output ?? []).map((output): Baris => ({ i, ra, kk, output }))),
  )
  const same: Readonly<Record<Tingkat, (a: Baris, b: Baris) => boolean>> = {
    indikator: () => true,
    ra: (a, b) => a.ra === b.ra,
    kk: (a, b) => a.kk === b.kk && a.ra === b.ra,
    output: (a, b) => a === b,
  }
  return lines.map((line, at) =>
    columns.flatMap((c) => {
      const belongs = (other: Baris) => same[c.tingkat](line, other)
      if (at > 0 && belongs(lines[at - 1]!)) return []
      const rowSpan = lines.filter(belongs).length
      const id = shown(line, c.tingkat)?.id
      const origin = id === undefined ? {} : { origin: `${id} ${c.bidang}` }
      return [{ ...c.cell(line), ...origin, ...(rowSpan > 1 ? { rowSpan } : {}) }]
    }),
  )
}

const shown = (line: Baris, tingkat: Tingkat): Stored | undefined => (tingkat === 'indikator' ? line.i : line[tingkat])
