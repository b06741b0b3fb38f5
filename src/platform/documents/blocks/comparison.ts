// A comparison of two papers on paper: what changed, line by line, before and after, the changed words marked.
import type { Perbandingan, Perubahan } from '../../kernel/comparison.ts'
import { wordDiff } from '../../kernel/word-diff.ts'
import type { Block, Cell, Document, Row, Run, Text } from '../blocks.ts'

export type PerbandinganPaper = Perbandingan & {
  readonly judul: string
  readonly unitKerja: string
  /** How a field and a kind of line are called. */
  readonly kata: Readonly<Record<string, string>>
  /** Instant at which the data was taken. */
  readonly diambil: string
}
const SEBUTAN: Readonly<Record<Perubahan['jenis'], string>> = { DITAMBAH: 'Ditambah', DIHAPUS: 'Dihapus', DIUBAH: 'Diubah' }
const NONE: Cell = { text: 'tidak ada', kosong: true }

export function comparison(p: PerbandinganPaper): Document {
  const count = (jenis: Perubahan['jenis']) => p.perubahan.filter((one) => one.jenis === jenis).length
  const summary = `${count('DITAMBAH')} baris ditambah, ${count('DIHAPUS')} dihapus, ${count('DIUBAH')} diubah; ${p.sama} baris sama.`
  const blocks: Block[] = [
    { kind: 'title', lines: [p.judul.toUpperCase(), p.unitKerja] },
    {
      kind: 'facts',
      items: [
        { label: 'Sebelum', value: [p.dari.sebutan, ...p.dari.keterangan].join('. ') },
        { label: 'Sesudah', value: [p.ke.sebutan, ...p.ke.keterangan].join('. ') },
        { label: 'Ringkasan', value: p.perubahan.length ? summary : 'Isi keduanya sama.' },
      ],
    },
  ]
  if (p.perubahan.length)
    blocks.push(
      { kind: 'paragraph', small: true, text: 'Kata yang dihapus dicoret; kata yang disisipkan digarisbawahi.' },
      {
        kind: 'table',
        name: p.judul,
        columns: [{ share: 22 }, { share: 9, align: 'center' }, { share: 13 }, { share: 28 }, { share: 28 }],
        header: [['Bagian', 'Perubahan', 'Isian', 'Sebelum', 'Sesudah'].map((text) => ({ text }))],
        groups: [{ rows: p.perubahan.flatMap((one) => rowsOf(one, p.kata)) }],
        size: 8,
      },
    )
  return {
    title: `${p.judul}: ${p.unitKerja}`,
    language: 'id',
    author: p.unitKerja,
    timestamp: p.diambil,
    footer: `${p.judul} · ${p.unitKerja}`,
    sections: [{ name: 'Perbandingan', orientation: 'landscape', blocks }],
  }
}

function rowsOf({ jenis, tingkat, letak, nama, bidang }: Perubahan, kata: PerbandinganPaper['kata']): Row[] {
  const of: Text = [{ text: `${letak || (kata[tingkat] ?? tingkat)}\n`, bold: true }, { text: nama }]
  if (!bidang.length) return [[{ text: of }, { text: SEBUTAN[jenis] }, NONE, NONE, NONE]]
  return bidang.map((b, at) => {
    const [before, after] = sides(b.sebelum, b.sesudah)
    const own: Cell[] = [{ text: kata[b.bidang] ?? b.bidang }, before, after]
    const rowSpan = bidang.length > 1 ? { rowSpan: bidang.length } : {}
    return at === 0 ? [{ text: of, ...rowSpan }, { text: SEBUTAN[jenis], ...rowSpan }, ...own] : own
  })
}

/** What went is marked in the text before, what came in the one after. */
function sides(sebelum: string | null, sesudah: string | null): [Cell, Cell] {
  const [before, after] = [sebelum, sesudah].map((text) => (text === null ? NONE : { text })) as [Cell, Cell]
  if (sebelum === null || sesudah === null) return [before, after]
  const parts = wordDiff(sebelum, sesudah)
  const side = (skip: 'hapus' | 'sisip', mark: Pick<Run, 'deleted'> | Pick<Run, 'inserted'>): Cell => ({
    text: parts.filter((p) => p.jenis !== skip).map((p) => ({ text: p.teks, ...(p.jenis === 'sama' ? {} : mark) })),
  })
  return [side('sisip', { deleted: true }), side('hapus', { inserted: true })]
}
