// Text from bytes: UTF-8 as a rule, UTF-16 by its mark, and what old Windows programs wrote. What is not text is refused.
import { Refused, refuse } from '../../kernel/refusal.ts'
import type { Doubt } from '../blocks/paper.ts'

/** Signs. A page of HTML may stand on one line. */
export const LONGEST_LINE = 2 ** 20

export function decodeText(bytes: Uint8Array, longest = LONGEST_LINE): { text: string; doubts: Doubt[] } {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  if (mark) return checked(new TextDecoder(mark).decode(bytes), longest)
  // Bytes of zero in UTF-8 text: a program, a picture, a database.
  if (bytes.subarray(0, 8192).includes(0)) throw new Refused(notText())
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), longest)
  } catch (fault) {
    if (fault instanceof Refused) throw fault
    const { text } = checked(new TextDecoder('windows-1252').decode(bytes), longest)
    const detail = 'Berkas ini bukan UTF-8; dibaca sebagai Windows-1252. Huruf yang tampak salah berasal dari sana.'
    return { text, doubts: [{ why: 'ENCODING', at: { line: 1 }, printed: 'Windows-1252', detail, confidence: 0.8 }] }
  }
}

function checked(text: string, longest: number): { text: string; doubts: Doubt[] } {
  let strange = 0
  for (let i = 0; i < Math.min(text.length, 65_536); i++) {
    const code = text.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 32) || code === 127) strange++
  }
  if (strange > 20) throw new Refused(notText())
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    if (stop - at > longest)
      throw new Refused(refuse('TIDAK_VALID', 'Satu baris berkas ini lebih dari satu juta huruf; ini bukan naskah laporan.'))
    at = stop + 1
  }
  return { text, doubts: [] }
}

const notText = () => refuse('JENIS_BERKAS', 'Isi berkas ini bukan teks. Yang dapat dibaca: PDF, DOCX, XLSX, HTML dan teks.')
