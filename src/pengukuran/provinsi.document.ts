// The list of all offices in one period on paper and as a spreadsheet: the figures of the page, without its filters.
import type { Cell, Document, Row } from '../platform/documents/blocks.ts'
import { formatDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { type Period, periodName } from '../platform/kernel/time.ts'

type Office = {
  readonly kode: string
  readonly nama: string
  readonly indikator: number
  readonly bernilai: number
  readonly rerata: string | null
  readonly tercapai: number
  readonly belum: number
}

const HEAD = [
  'No',
  'Perangkat Daerah',
  'Indikator',
  'Ada capaian',
  'Belum ada data',
  'Mencapai target',
  'Di bawah target',
  'Rata-rata capaian (%)',
]
const SHARES = [5, 35, 9, 9, 10, 10, 10, 12]

const whole = (n: number): Cell => ({ text: String(n), align: 'right', angka: { nilai: String(n), desimal: 0 } })
const mean = (rerata: string | null): Cell =>
  rerata === null
    ? { text: 'belum ada data', align: 'right', kosong: true }
    : { text: formatDecimal(parseDecimal(rerata), 2), align: 'right', angka: { nilai: rerata, desimal: 2 } }

/** `diambil`: when it was read, as an instant. */
export function ringkasanProvinsi(periode: Period, kantor: readonly Office[], diambil: string): Document {
  const nama = /^\d{4}$/.test(periode) ? `Tahun ${periode}` : periodName(periode)
  const judul = `Capaian Kinerja Perangkat Daerah ${nama}`
  const rows = kantor.map(
    (k, n): Row => [
      { text: String(n + 1), align: 'center' },
      { text: k.nama },
      whole(k.indikator),
      whole(k.bernilai),
      whole(k.indikator - k.bernilai),
      whole(k.tercapai),
      whole(k.belum),
      mean(k.rerata),
    ],
  )
  return {
    title: judul,
    language: 'id',
    author: 'Selaras',
    timestamp: diambil,
    footer: judul,
    sections: [
      {
        name: 'Perangkat Daerah',
        orientation: 'landscape',
        blocks: [
          { kind: 'title', lines: [judul.toUpperCase()] },
          {
            kind: 'paragraph',
            text: `${kantor.length} perangkat daerah. Rata-rata capaian dihitung dari indikator yang sudah ada capaiannya; yang belum ada datanya tidak dihitung sebagai 0.`,
          },
          {
            kind: 'table',
            name: judul,
            columns: SHARES.map((share) => ({ share })),
            header: [HEAD.map((text) => ({ text }))],
            groups: [{ rows }],
            size: 9,
          },
        ],
      },
    ],
  }
}
