// What kind of paper it is, of which year and office: from its first headings and paragraphs.
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'

export const JENIS_DOKUMEN = ['LKIP', 'PK', 'RENCANA_AKSI', 'INSTRUKSI', 'LAIN'] as const
export type Dokumen = {
  readonly jenis: (typeof JENIS_DOKUMEN)[number]
  readonly tahun: number | null
  readonly unit: string | null
}

/** How much of the beginning says what the paper is. */
const BEGINNING = 60
const KINDS: readonly (readonly [Dokumen['jenis'], RegExp])[] = [
  ['LKIP', /laporan\s+(?:akuntabilitas\s+)?kinerja(?:\s+instansi)?|\blkj?ip\b/i],
  ['INSTRUKSI', /^instruksi\b/i],
  ['RENCANA_AKSI', /^rencana\s+aksi\b/i],
  ['PK', /perjanjian\s+kinerja/i],
]

export function kenali(paper: ReadPaper): Dokumen {
  const texts = paper.blocks.slice(0, BEGINNING).flatMap((b) => ('text' in b ? [b.text.replace(/\s+/g, ' ')] : []))
  const [kind, at] = KINDS.map(([jenis, pattern]) => [jenis, texts.findIndex((t) => pattern.test(t))] as const)
    .filter(([, at]) => at >= 0)
    .sort((a, b) => a[1] - b[1])[0] ?? ['LAIN' as const, -1]
  const near = at < 0 ? texts : texts.slice(at, at + 8)
  const tahun = near.map((t) => /(?<!\d)20\d\d(?!\d)/.exec(t)?.[0]).find(Boolean)
  const unit = near.map((t) => OFFICE.exec(t)?.[0]).find(Boolean)
  return { jenis: kind, tahun: tahun ? Number(tahun) : null, unit: unit ?? null }
}
const OFFICE =
  /(?:kota|kabupaten)\s+administrasi\s+(?:kepulauan\s+)?\p{L}+(?:\s+(?:pusat|utara|barat|selatan|timur|seribu))?|(?:badan|dinas|biro|inspektorat|sekretariat)\s+\p{Lu}[\p{L} ,&-]{3,90}/iu
