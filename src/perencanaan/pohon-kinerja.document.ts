// The pohon kinerja on one A3: every node with its indicators and their targets of the year, and who else contributes.
// PermenPANRB 89/2021: an office hangs its tree where all can see it.
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import { type Document, plain, type TreeNode } from '../platform/documents/blocks.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { sebutanJenis } from './jenis.ts'

type IndikatorPohon = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly target: FigureOut | undefined
}
export type SimpulPohon = {
  readonly id: string
  readonly kode: string
  readonly induk: string | null
  readonly jenis: string
  readonly pernyataan: string
  readonly indikator: readonly IndikatorPohon[]
  readonly kontribusi: readonly { readonly namaUnit: string; readonly kontribusi: string; readonly status: string }[]
}
export type PohonPaper = {
  readonly unitKerja: string
  readonly tahun: number
  /** The plans that the tree is of, the one above last. */
  readonly rencana: readonly string[]
  /** Parents and children by id, in their order. */
  readonly simpul: readonly SimpulPohon[]
  readonly diambil: string
}

export function pohonKinerja(p: PohonPaper): Document {
  const judul = `Pohon Kinerja Tahun ${p.tahun}`
  const known = new Set(p.simpul.map((s) => s.id))
  const below = Map.groupBy(p.simpul, (s) => (s.induk !== null && known.has(s.induk) ? s.induk : null))
  const nodes = (induk: string | null): TreeNode[] =>
    (below.get(induk) ?? []).map((s) => ({
      level: sebutanJenis(s.jenis),
      code: s.kode,
      text: s.pernyataan,
      notes: s.indikator.map(noteOf),
      linked: s.kontribusi.filter((k) => k.status !== 'DITOLAK').map(linkOf),
      children: nodes(s.id),
    }))
  return {
    title: `${judul}: ${p.unitKerja}`,
    language: 'id',
    author: p.unitKerja,
    timestamp: p.diambil,
    footer: `${judul} · ${p.unitKerja} · menurut ${p.rencana.join(', ')}`,
    sections: [
      {
        name: 'Pohon Kinerja',
        orientation: 'landscape',
        paper: 'a3',
        blocks: [
          { kind: 'title', letterhead: [p.unitKerja.toUpperCase()], lines: [judul.toUpperCase()] },
          {
            kind: 'tree',
            name: judul,
            roots: nodes(null),
            linkedName: 'Crosscutting',
            legend: [
              `Hasil dengan indikator dan target ${p.tahun}`,
              'Diturunkan menjadi',
              'Crosscutting: perangkat daerah lain yang menyumbang',
            ],
            columns: ['Letak', 'Jenjang', 'Kode', 'Hasil', `Indikator dan target ${p.tahun}`, 'Crosscutting'],
            alt: `${judul} ${p.unitKerja}, ${p.simpul.length} simpul, dari hasil tertinggi sampai turunannya.`,
          },
        ],
      },
    ],
  }
}

function noteOf({ nama, satuan, target }: IndikatorPohon): string {
  return target === undefined ? `${nama}: target belum ada` : `${nama}: ${plain(figureCell(target).text)} ${satuan.toLowerCase()}`
}

const linkOf = (k: { namaUnit: string; status: string }) => (k.status === 'DIUSULKAN' ? `${k.namaUnit} (diusulkan)` : k.namaUnit)
