// A draft of our own, checked as it would be printed. What its own rules or the program itself see to is left to them; nothing
// here blocks a step, so nothing weighs more than `sedang`. Pure.
import { z } from 'zod'
import { ATURAN } from '../periksa/aturan/daftar.ts'
import { bacaNaskah } from '../periksa/naskah.ts'
import { type Reviu, reviu, type TemuanReviu } from '../periksa/reviu.ts'
import { Temuan } from '../periksa/temuan.ts'
import { asRead } from '../platform/documents/blocks/as-read.ts'
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'
import type { Document } from '../platform/documents/blocks.ts'

export const JENIS_DRAF = ['pk', 'rencana-aksi'] as const
export type JenisDraf = (typeof JENIS_DRAF)[number]

const Tempat = z.object({ baris: z.string(), bidang: z.string() }).nullable()
/** `tempat`: the line and field that the cell shows; null where it is about the whole. */
export const TemuanDraf = Temuan.extend({ tempat: Tempat })
export type TemuanDraf = TemuanReviu & z.infer<typeof TemuanDraf>
export type HasilDraf = Omit<Reviu, 'temuan'> & { readonly temuan: readonly TemuanDraf[] }

/** Codes that PK-02, PK-03 and PK-09, or RA-04 and RA-05, say already; and the marks of figures, which the program prints itself. */
const SUDAH_DIJAGA: Readonly<Record<JenisDraf, readonly string[]>> = {
  pk: ['NOMOR-BARIS', 'SEL-KOSONG', 'NIP', 'TANDA-DESIMAL'],
  'rencana-aksi': ['KODE-AKSI', 'NOMOR-BARIS', 'SEL-KOSONG', 'KELUARAN-TANPA-TARGET', 'NIP', 'TANDA-DESIMAL'],
}

/** `hanya`: codes of the rules; all that are not left to others without. */
export function periksaDraf(jenis: JenisDraf, document: Document, hanya?: readonly string[]): HasilDraf {
  const paper = asRead(document)
  const done = reviu(
    paper,
    ATURAN.filter(({ kode }) => (hanya ? hanya.includes(kode) : !SUDAH_DIJAGA[jenis].includes(kode))),
  )
  return { ...done, temuan: done.temuan.length ? done.temuan.map(inDraft(paper)) : [] }
}

/** A draft has no pages and no lines yet: its places are cells, and a column is known by its name. */
function inDraft(paper: ReadPaper): (t: TemuanReviu) => TemuanDraf {
  const { tabel } = bacaNaskah(paper)
  return (t) => {
    const [, b, r, k] = /^b(\d+)(?:r(\d+)(?:k(\d+))?)?$/.exec(t.jangkar ?? '') ?? []
    const block = paper.blocks[Number(b)]
    const origin = block?.kind === 'table' && k !== undefined ? block.rows[Number(r)]?.cells[Number(k)]?.origin : undefined
    const [baris, bidang] = origin?.split(' ') ?? []
    const kolom = tabel.find(({ asal }) => asal === block)?.kolom
    return {
      ...t,
      berat: t.berat === 'tinggi' ? 'sedang' : t.berat,
      letak: t.letak.replace(IN_TABLE, (whole, n: string) => kolom?.[Number(n) - 1]?.judul.join(' ') || whole),
      penjelasan: t.penjelasan.replace(IN_BLOCKS, '').replace(/\bpada tabel ke-\d+\b/g, 'pada tabel ini'),
      paragraf: null,
      terkait: [],
      tempat: baris !== undefined && bidang !== undefined ? { baris, bidang } : null,
    }
  }
}
const IN_TABLE = /^(?:tabel ke-\d+|Tabel [\d.]+), kolom (\d+)/
const IN_BLOCKS = / \(paragraf \d+(?:(?:, | dan |,? )(?:paragraf )?\d+)*\)/g
