// Where a number comes from, on paper: the formula in words, the numbers, the values below, the raw input with the line it
// stands on, the evidence with its hash, and who entered, validated and verified it, and when.
import type { Block, Cell, Document, Row, Table } from '../platform/documents/blocks.ts'
import { formatDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { dayInJakarta, longDay } from '../platform/kernel/time.ts'
import type { Isi, Lembar } from '../rumus/spreadsheet.ts'
import { type Penjelasan, shownFigure } from './explanation.ts'
import { SEBUTAN_STATUS } from './found.ts'
import type { Hasil, Nilai } from './hasil.ts'
import { chainOf, inWords, type MataRantai, type Mentah, rawOf } from './rantai.ts'
import { boundsInWords, sebutanInWords } from './sebutan-kata.ts'

export const judulJelaskan = ({ hasil }: Penjelasan): string => `Penjelasan Nilai ${hasil.indikator} ${hasil.namaPeriode}`

const PERAN: Readonly<Record<string, string>> = {
  DIUSULKAN: 'Diusulkan',
  DIUKUR: 'Diukur',
  DIVALIDASI: 'Divalidasi atasan',
  DIVERIFIKASI: 'Diverifikasi pemilik data',
  DILAPORKAN: 'Dilaporkan dalam naskah',
}

export function penjelasanNilai(p: Penjelasan, namaUnit: string, diambil: string): Document {
  const { hasil, target, capaian, pembanding } = p
  const chain = chainOf(hasil)
  const title = judulJelaskan(p)
  const blocks: Block[] = [
    { kind: 'title', letterhead: [namaUnit.toUpperCase()], lines: ['PENJELASAN NILAI', hasil.nama.toUpperCase()] },
    {
      kind: 'facts',
      items: [
        { label: 'Indikator', value: `${hasil.nama} (${hasil.indikator})` },
        { label: 'Periode', value: hasil.namaPeriode },
        { label: 'Realisasi', value: `${hasil.nilai.tampil} ${hasil.satuan}` },
        ...(hasil.sebutan ? [{ label: 'Sebutan', value: sebutanInWords(hasil.sebutan) }] : []),
        {
          label: 'Target',
          value: target ? [target.tampil, target.sumber && `(${target.sumber})`].filter(Boolean).join(' ') : 'belum ada',
        },
        { label: 'Capaian', value: [capaian.tampil, capaian.kategori].filter(Boolean).join(', ') },
        ...exact('Realisasi sebelum dibulatkan', hasil.nilai),
        ...exact('Capaian sebelum dibulatkan', capaian),
      ],
    },
    ...pembanding.map(({ bacaan, arti, nilai, capaian: other }): Block => {
      const [[kode, name]] = Object.entries(bacaan) as [[string, string]]
      return {
        kind: 'paragraph',
        small: true,
        text: `Dengan bacaan ${name} untuk ${kode} (${arti}): realisasi ${nilai.tampil}, capaian ${other.tampil}.`,
      }
    }),
    { kind: 'heading', level: 2, text: 'Bagaimana dihitung' },
    ...chain.flatMap(link),
    { kind: 'heading', level: 2, text: 'Siapa yang mencatat, dan buktinya' },
    records(chain),
  ]
  return {
    title,
    language: 'id',
    author: namaUnit,
    timestamp: diambil,
    footer: `${title} · ${namaUnit}`,
    sections: [{ name: 'Penjelasan', orientation: 'portrait', blocks }],
  }
}

const exact = (label: string, { status, nilai, tampil }: Nilai) =>
  status === 'NILAI' && nilai !== null && nilai !== tampil.replaceAll('.', '').replace(',', '.')
    ? [{ label, value: nilai.replace('.', ',') }]
    : []

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const decimalsOf = (nilai: string) => Math.min(nilai.split('.')[1]?.length ?? 0, 4)
const isNumber = (text: string | null): text is string => text !== null && /^-?\d+(\.\d+)?$/.test(text)

function figureCell({ status, nilai }: { status: string; nilai: string | null }, desimal?: number): Cell {
  if (status !== 'NILAI') return { text: SEBUTAN_STATUS[status] ?? status, align: 'right', kosong: true }
  if (!isNumber(nilai)) return { text: nilai ?? '', align: 'right' }
  const places = desimal ?? decimalsOf(nilai)
  return { text: formatDecimal(parseDecimal(nilai), places), align: 'right', angka: { nilai, desimal: places } }
}

const told = ({ nilai, sebutan }: Hasil) => [nilai.tampil, sebutan && sebutanInWords(sebutan)].filter(Boolean).join(', ')

function link({ nomor, hasil: h, bawah }: MataRantai<Hasil>): Block[] {
  const raw = h.cara === 'RUMUS' || h.rumus ? rawOf(h.rumus?.jejak) : []
  return [
    { kind: 'heading', level: 3, text: `${nomor}. ${h.indikator} ${h.namaPeriode}: ${told(h)}` },
    { kind: 'paragraph', text: `${h.nama}. ${sentence(h.alasan)}.`, keepWithNext: true },
    ...(h.rumus
      ? [
          { kind: 'paragraph' as const, text: `${sentence(inWords(h.rumus.kata))}.` },
          { kind: 'paragraph' as const, small: true as const, text: `Rumus: ${h.rumus.teks}` },
          { kind: 'paragraph' as const, small: true as const, text: `Dasar: ${h.rumus.dasar}` },
        ]
      : []),
    ...(h.sebutan
      ? [
          {
            kind: 'paragraph' as const,
            small: true as const,
            text: `Sebutan: ${boundsInWords(h.sebutan)}. Dasar: ${h.sebutan.skala.dasar}`,
          },
        ]
      : []),
    ...(h.versi
      ? [
          {
            kind: 'paragraph' as const,
            small: true as const,
            text: `Kamus indikator versi ${h.versi.versi}, berlaku sejak ${longDay(h.versi.berlakuDari)}${h.versi.sumber ? ` (${h.versi.sumber})` : ''}.`,
          },
        ]
      : []),
    ...(bawah.length ? [below(h, bawah)] : []),
    ...(raw.length ? [inputs(h, raw)] : []),
  ]
}

function below(h: Hasil, bawah: MataRantai<Hasil>['bawah']): Table {
  return {
    kind: 'table',
    name: `Nilai yang membentuk ${h.indikator} ${h.namaPeriode}`,
    caption: true,
    columns: [{ share: 10 }, { share: 60 }, { share: 15 }, { share: 15 }],
    header: [['Butir', 'Indikator', 'Periode', 'Nilai'].map((text) => ({ text }))],
    groups: [
      {
        rows: bawah.map(
          ({ nomor, hasil: b }): Row => [
            { text: nomor, align: 'center' },
            { text: `${b.nama} (${b.indikator})` },
            { text: b.namaPeriode },
            { ...figureCell(b.nilai), text: b.nilai.tampil },
          ],
        ),
      },
    ],
    size: 9,
  }
}

function inputs(h: Hasil, raw: readonly Mentah[]): Table {
  const longest = Math.max(...raw.map((r) => (isNumber(r.nilai) ? decimalsOf(r.nilai) : 0)))
  return {
    kind: 'table',
    name: `Masukan ${h.indikator} ${h.namaPeriode}`,
    caption: true,
    columns: [{ share: 48 }, { share: 15 }, { share: 37 }],
    header: [['Masukan', 'Nilai', 'Tertulis di naskah'].map((text) => ({ text }))],
    groups: [...Map.groupBy(raw, (r) => r.tabel)].map(([tabel, rows]) => ({
      ...(rows.length > 1 ? { name: sentence(inWords(tabel)) } : {}),
      rows: rows.map((r): Row => [{ text: r.nama }, figureCell(r, longest), { text: r.asal ?? '–' }]),
    })),
    size: 9,
  }
}

const RECORD_HEAD = ['Nilai', 'Kedudukan', 'Isi', 'Pihak dan surat', 'Dicatat', 'Bukti (sha-256)'] as const

/** Every claim of the chain with its evidence, as texts. */
function recordRows(chain: readonly MataRantai<Hasil>[]): string[][] {
  return chain.flatMap(({ hasil: h }) =>
    h.klaim.map((k) => [
      `${h.indikator} ${h.namaPeriode}`,
      `${PERAN[k.peran] ?? k.peran}${k.berlaku ? ' (berlaku)' : ''}`,
      shownFigure(k.nilai, 2),
      [k.namaPihak, k.surat, k.tanggal && longDay(k.tanggal), k.sumber, k.keterangan].filter(Boolean).join('; ') || '–',
      `${k.oleh}, ${longDay(dayInJakarta(new Date(k.dicatat)))}`,
      k.bukti
        .map((b) => [b.nama, b.halaman && `halaman ${b.halaman}`, b.penerbit, b.sha256].filter(Boolean).join(', '))
        .join('\n') || 'belum ada berkas bukti',
    ]),
  )
}

function records(chain: readonly MataRantai<Hasil>[]): Block {
  const rows = recordRows(chain)
  if (!rows.length) return { kind: 'paragraph', text: 'Belum ada nilai yang dicatat orang; semuanya dihitung dari masukannya.' }
  return {
    kind: 'table',
    name: 'Catatan dan bukti',
    caption: true,
    columns: [{ share: 13 }, { share: 14 }, { share: 10 }, { share: 22 }, { share: 17 }, { share: 24 }],
    header: [RECORD_HEAD.map((text) => ({ text }))],
    groups: [{ rows: rows.map((row) => row.map((text) => ({ text }))) }],
    size: 8,
  }
}

/** The same records as a sheet of the workbook. */
export function lembarCatatan({ hasil }: Penjelasan): Lembar {
  const rows = [[...RECORD_HEAD], ...recordRows(chainOf(hasil))]
  const sel = rows.flatMap((row, r) => row.map((teks, c): [string, Isi] => [`${String.fromCharCode(65 + c)}${r + 1}`, { teks }]))
  return { nama: 'Catatan dan bukti', sel: new Map(sel) }
}
