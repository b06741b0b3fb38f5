// How an indicator is measured, in the blocks that papers give it: `DASAR HUKUM : … DEFINISI : … METODE PENGUKURAN : …`. Pure.
import { z } from 'zod'

export const Blok = z.object({ judul: z.string().nullable(), teks: z.string() })
export type Blok = z.infer<typeof Blok>

const JUDUL =
  /(?:^|(?<=[\n.;:)]\s{0,3}))(dasar\s+hukum|definisi(?:\s+operasional)?|metode(?:\s+(?:pengukuran|penghitungan|perhitungan))?|formula(?:\s+pengukuran)?|rumus|sumber\s+data|satuan|polaris?asi(?:\s+data)?|output(?:\s+sasaran)?|waktu\s+penilaian|target)\s*:\s*/gi

/** Names of two words in their capitals begin a block within a line too: a page that was filled up does not say where it ended. */
const JUDUL_LENGKAP =
  /(?<=\s)(D(?:asar\s+Hukum|ASAR\s+HUKUM)|D(?:efinisi\s+Operasional|EFINISI\s+OPERASIONAL)|M(?:etode\s+Pengukuran|ETODE\s+PENGUKURAN)|F(?:ormula\s+Pengukuran|ORMULA\s+PENGUKURAN)|S(?:umber\s+Data|UMBER\s+DATA))\s*:\s*/g

export function blokPengukuran(text: string): Blok[] {
  const marks = [...text.matchAll(JUDUL), ...text.matchAll(JUDUL_LENGKAP)]
    .sort((a, b) => a.index - b.index)
    .filter((mark, i, all) => mark.index !== all[i - 1]?.index)
  const first = text.slice(0, marks[0]?.index ?? text.length).trim()
  const blocks: Blok[] = first ? [{ judul: null, teks: first }] : []
  for (const [i, mark] of marks.entries())
    blocks.push({ judul: mark[1]!.replace(/\s+/g, ' '), teks: text.slice(mark.index + mark[0].length, marks[i + 1]?.index).trim() })
  return blocks.filter((b) => b.teks !== '' || b.judul !== null)
}
