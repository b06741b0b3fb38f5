// One file may hold an agreement and, after it, an action plan; a report holds its agreement as an annex. Which blocks are whose. Pure.
import type { Place, ReadBlock, ReadPaper } from '../platform/documents/blocks/paper.ts'

const RENCANA = /^rencana\s+aksi\b/i
const PERJANJIAN = /^(?:lampiran\s+)?perjanjian\s+kinerja\b/i
const words = (b: ReadBlock) => ('text' in b ? b.text.replace(/\s+/g, ' ').trim() : '')
const isTitle = (b: ReadBlock) => b.kind === 'heading' || (b.kind === 'paragraph' && b.text.length < 120)

/** The blocks of the paper that belong to the agreement, or to the action plan; all of them where it holds nothing else. */
export function bagianNaskah(paper: ReadPaper, jenis: 'PK' | 'RENCANA_AKSI'): ReadPaper {
  const begins = (pattern: RegExp, from = 0) => paper.blocks.findIndex((b, i) => i >= from && isTitle(b) && pattern.test(words(b)))
  const [pk, ra] = [begins(PERJANJIAN), begins(RENCANA)]
  if (pk < 0 || ra < 0) return paper
  const blocks =
    jenis === 'PK'
      ? ra > pk
        ? paper.blocks.slice(0, ra)
        : paper.blocks.slice(pk)
      : ra > pk
        ? paper.blocks.slice(ra)
        : paper.blocks.slice(0, pk)
  return { ...paper, blocks }
}

export type TextLine = { readonly text: string; readonly at: Place; readonly block: number }

/** The lines of everything that is not a table of figures, in order; a small table of names counts as lines. */
export function linesIn(paper: ReadPaper): TextLine[] {
  return paper.blocks.flatMap((b, block): TextLine[] => {
    if (b.kind === 'table') {
      if (b.columns > 3 || !b.rows.some((r) => r.cells.some((c) => /^nama$/i.test(c.text.trim())))) return []
      return b.rows.map((r) => {
        const own = r.cells.filter((c, i) => c.column === i && c.text.trim() !== '' && c.text.trim() !== ':')
        const [label = '', ...rest] = own.map((c) => c.text.trim())
        return {
          text: rest.length ? `${label.replace(/\s*:$/, '')} : ${rest.join(' ').replace(/^:\s*/, '')}` : label,
          at: r.at,
          block,
        }
      })
    }
    if (b.kind === 'list') return b.items.map((i) => ({ text: i.text, at: i.at, block }))
    if (b.kind !== 'heading' && b.kind !== 'paragraph') return []
    const more = b.kind === 'paragraph' ? (b.more ?? []) : []
    return b.text.split('\n').map((text, i) => ({ text: text.trim(), at: i === 0 ? b.at : (more[i - 1] ?? b.at), block }))
  })
}
