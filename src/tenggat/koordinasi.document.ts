// The coordinators' list as a spreadsheet or paper: what the page shows, without its filters.

import type { Document, Row } from '../platform/documents/blocks.ts'
import { namaPeran } from '../platform/kernel/roles.ts'
import { longDay } from '../platform/kernel/time.ts'
import type { Kedudukan } from './koordinasi.ts'
import type { Naskah } from './tenggat.ts'

const HEAD = ['No', 'Perangkat Daerah', 'Tahap', 'Sejak', 'Giliran', 'Pemegang', 'Batas', 'Sisa hari']
const SHARES = [5, 30, 16, 12, 14, 20, 12, 8]
const NAMA: Readonly<Record<Naskah, string>> = { PK: 'Perjanjian Kinerja', RA: 'Rencana Aksi' }

/** `sebutan` says a state in words; `diambil`: when it was read, as an instant. */
export function daftarKoordinasi(
  naskah: Naskah,
  tahun: number,
  isi: readonly Kedudukan[],
  sebutan: (kode: string) => string,
  hariOf: (instant: string) => string,
  diambil: string,
): Document {
  const judul = `Kedudukan ${NAMA[naskah]} ${tahun}`
  const rows = isi.map(
    (k, n): Row => [
      { text: String(n + 1), align: 'center' },
      { text: k.nama },
      { text: sebutan(k.status) },
      { text: k.sejak ? longDay(hariOf(k.sejak)) : '–' },
      { text: k.giliran ? `${k.giliran.label} (${namaPeran(k.giliran.peran)})` : 'selesai' },
      { text: k.giliran?.nama.join('; ') || (k.giliran ? 'belum ada pemegang' : '–') },
      { text: k.hari ? longDay(k.hari) : 'hari DPA belum dicatat' },
      k.sisa === null || k.keadaan === 'SELESAI'
        ? { text: '–', align: 'right' }
        : { text: String(k.sisa), align: 'right', angka: { nilai: String(k.sisa), desimal: 0 } },
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
        name: judul,
        orientation: 'landscape',
        blocks: [
          { kind: 'title', lines: [judul.toUpperCase()] },
          {
            kind: 'paragraph',
            text: `${isi.length} perangkat daerah, yang paling mendesak dahulu. Batasnya satu bulan sesudah DPA disahkan.`,
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
