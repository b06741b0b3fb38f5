// The action plan on paper, in the forms of 2024 (Instruksi Sekda 4/2024, lampiran B) and of 2025 (RA Kepala BKD 2025).
import type { Pihak } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import type { Block, Cell, Column, Document, Row, Text } from '../platform/documents/blocks.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type Day, longDay } from '../platform/kernel/time.ts'
import type { JenisRa, Triwulan } from './rencana-aksi.ts'

type Tingkat = 'indikator' | 'ra' | 'kk' | 'output'
type Kolom = Column & {
  readonly nama: string
  /** A cell reaches over all rows of what it belongs to. */
  readonly tingkat: Tingkat
  readonly cell: (baris: Baris) => Cell
}
export type BentukRencanaAksi = {
  readonly kode: 'DKI_2024' | 'DKI_2025'
  readonly judul: string
  /** The form of 2025 parts the sasaran by the groups of the agreement. */
  readonly berkelompok: boolean
  readonly kolom: readonly Kolom[]
  /** Printed before the date of the signatures. */
  readonly tempat: string
  readonly dasar: string
  readonly berlaku: { readonly dari: Day; readonly sampai: Day | null }
}

type PrintedOutput = {
  readonly kode: string | null
  readonly uraian: string
  readonly jumlah: FigureOut
  readonly satuan: string | null
  readonly triwulan: Triwulan | null
  readonly penanggungJawab: readonly string[]
  readonly mitigasi: string | null
}
type PrintedKriteria = {
  readonly kode: string | null
  readonly uraian: string | null
  readonly output: readonly PrintedOutput[]
}
type PrintedRa = {
  readonly kode: string | null
  readonly jenis: JenisRa
  readonly uraian: string
  readonly kk: readonly PrintedKriteria[]
}
type IndikatorRa = {
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
}

type Baris = {
  readonly i: IndikatorRa
  readonly ra: PrintedRa | undefined
  readonly kk: PrintedKriteria | undefined
  readonly output: PrintedOutput | undefined
}

const BELUM: Cell = { text: 'belum diisi', kosong: true }
const ROMAWI: Readonly<Record<Triwulan, string>> = { TW1: 'TW I', TW2: 'TW II', TW3: 'TW III', TW4: 'TW IV' }
const coded = (kode: string | null, uraian: string): Text => (kode ? [{ text: `${kode}. `, bold: true }, { text: uraian }] : uraian)

const amount = (o: PrintedOutput) => [figureCell(o.jumlah).text, o.satuan].filter(Boolean).join(' ')
const numbered = (names: readonly string[]) =>
  names.length > 1 ? names.map((n, at) => `${at + 1}. ${n}`).join('\n') : (names[0] ?? '')
const outputText = (o: PrintedOutput, more = ''): Text => {
  const text = coded(o.kode, o.uraian + more)
  return o.mitigasi
    ? [...(typeof text === 'string' ? [{ text }] : text), { text: `\nMitigasi: ${o.mitigasi}`, italic: true }]
    : text
}

const of = {
  nomor: ({ i }: Baris): Cell => ({ text: i.nomor ?? '', align: 'center' }),
  sasaran: ({ i }: Baris): Cell => (i.sasaran ? { text: i.sasaran } : BELUM),
  nama: ({ i }: Baris): Cell => (i.nama ? { text: i.nama } : BELUM),
  target: ({ i }: Baris): Cell => figureCell(i.target),
  ra: ({ ra }: Baris): Cell => (ra ? { text: coded(ra.kode, ra.uraian) } : BELUM),
  kk: ({ kk }: Baris): Cell => (kk?.uraian ? { text: coded(kk.kode, kk.uraian) } : BELUM),
  output: ({ output: o }: Baris): Cell => (o ? { text: outputText(o) } : BELUM),
  outputDanJumlah: ({ output: o }: Baris): Cell => (o ? { text: outputText(o, ` (${amount(o)})`) } : BELUM),
  jumlah: ({ output: o }: Baris): Cell => (o ? { ...figureCell(o.jumlah), angka: undefined, text: amount(o) } : BELUM),
  waktu: ({ output: o }: Baris): Cell =>
    o?.triwulan ? { text: ROMAWI[o.triwulan], align: 'center' } : { ...BELUM, align: 'center' },
  penanggungJawab: ({ output: o }: Baris): Cell => (o?.penanggungJawab.length ? { text: numbered(o.penanggungJawab) } : BELUM),
}

const kolom = (nama: string, share: number, tingkat: Tingkat, cell: (b: Baris) => Cell): Kolom => ({ nama, share, tingkat, cell })
const RENCANA = 'Rencana Aksi dan/atau Rencana Mitigasi yang ditetapkan awal tahun'

export const BENTUK_RENCANA_AKSI: readonly BentukRencanaAksi[] = [
  {
    kode: 'DKI_2024',
    judul: 'RENCANA AKSI INDIKATOR KINERJA UTAMA (IKU) JABATAN PIMPINAN TINGGI',
    berkelompok: false,
    kolom: [
      kolom('NO', 4, 'indikator', of.nomor),
      kolom('Sasaran', 15, 'indikator', of.sasaran),
      kolom('Indikator Kinerja Utama', 15, 'indikator', of.nama),
      kolom('Target IKU', 7, 'indikator', of.target),
      kolom(RENCANA, 19, 'ra', of.ra),
      kolom('Kriteria Keberhasilan', 18, 'kk', of.kk),
      kolom('Target/Output', 20, 'output', of.outputDanJumlah),
      kolom('Waktu', 6, 'output', of.waktu),
    ],
    tempat: 'Jakarta',
    dasar: 'Instruksi Sekda 4/2024, lampiran B (naskah 004, baris 156-170)',
    berlaku: { dari: '2024-01-01', sampai: '2024-12-31' },
  },
  {
    kode: 'DKI_2025',
    judul: 'RENCANA AKSI JABATAN PIMPINAN TINGGI',
    berkelompok: true,
    kolom: [
      kolom('Nomor', 5.4, 'indikator', of.nomor),
      kolom('Sasaran', 12, 'indikator', of.sasaran),
      kolom('Indikator Kinerja', 12, 'indikator', of.nama),
      kolom('Target', 5.6, 'indikator', of.target),
      kolom(RENCANA, 14.5, 'ra', of.ra),
      kolom('Kriteria Keberhasilan', 15.5, 'kk', of.kk),
      kolom('Output Renaksi', 17, 'output', of.output),
      kolom('Target Renaksi', 7.6, 'output', of.jumlah),
      kolom('Waktu', 5.4, 'output', of.waktu),
      kolom('Penanggung Jawab', 12, 'output', of.penanggungJawab),
    ],
    tempat: 'Jakarta',
    dasar: 'Rencana Aksi Kepala BKD 2025 (naskah 000, baris 108-112)',
    berlaku: { dari: '2025-01-01', sampai: null },
  },
]

/** The form of a year; plans of years before the first are printed in the first. */
export function bentukRencanaAksiOf(tahun: number): BentukRencanaAksi {
  return BENTUK_RENCANA_AKSI.findLast((b) => b.berlaku.dari <= `${tahun}-01-01`) ?? BENTUK_RENCANA_AKSI[0]!
}

export function rencanaAksi(plan: RencanaAksiPaper, bentuk = bentukRencanaAksiOf(plan.tahun)): Document {
  const judul = `${bentuk.judul} TAHUN ${plan.tahun}`
  const kelompok = bentuk.berkelompok ? [...new Set(plan.indikator.map((i) => i.kelompok))] : [null]
  const blocks: Block[] = [
    { kind: 'title', lines: [judul, ...(plan.pemilik.jabatan ? [plan.pemilik.jabatan.toUpperCase()] : [])] },
    {
      kind: 'table',
      name: judul,
      columns: bentuk.kolom.map(({ share, align }) => ({ share, align })),
      header: [bentuk.kolom.map(({ nama }) => ({ text: nama }))],
      groups: kelompok.map((nama) => ({
        ...(nama === null ? {} : { name: nama }),
        rows: plan.indikator.filter((i) => !bentuk.berkelompok || i.kelompok === nama).flatMap((i) => rowsOf(i, bentuk.kolom)),
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
      return [{ ...c.cell(line), ...(rowSpan > 1 ? { rowSpan } : {}) }]
    }),
  )
}
