// Codes of an action plan within running text: a cell may hold several (`RA1. … RA2. …`), in a column that is not theirs. Pure.
export type JenisKode = 'RA' | 'KK' | 'T/O'
export type CodedItem = {
  readonly jenis: JenisKode
  readonly angka: readonly number[]
  /** As it stands: `T/01.1.3.` */
  readonly tercetak: string
  readonly uraian: string
}

// Papers write a zero for the letter O, a point after the letters, none after the numbers.
const KODE = /(?<=^|\s)(?:(RA|KK|T\/[O0]|TO)\s*\.?\s*)(\d{1,2}(?:\.\d{1,2}){0,2})\.?(?=\s|$)/giu

/** The items of a text, each with its words, and what stands before the first. */
export function pisahButir(text: string): { readonly awal: string; readonly butir: readonly CodedItem[] } {
  const marks = [...text.matchAll(KODE)]
  return {
    awal: text.slice(0, marks[0]?.index ?? text.length).trim(),
    butir: marks.map((mark, i) => ({
      jenis: jenisOf(mark[1]!),
      angka: mark[2]!.split('.').map(Number),
      tercetak: mark[0].trim(),
      uraian: text.slice(mark.index + mark[0].length, marks[i + 1]?.index).trim(),
    })),
  }
}

const jenisOf = (letters: string): JenisKode => (/^ra$/i.test(letters) ? 'RA' : /^kk$/i.test(letters) ? 'KK' : 'T/O')
/** `RA1`, `KK1.2`, `T/O1.2.3`. */
export const kodeOf = (jenis: JenisKode, angka: readonly number[]): string => `${jenis}${angka.join('.')}`
/** How many numbers a code of its kind has. */
export const CODE_LENGTH: Readonly<Record<JenisKode, number>> = { RA: 1, KK: 2, 'T/O': 3 }
export const isDiBawah = (child: readonly number[], parent: readonly number[]): boolean => parent.every((n, i) => child[i] === n)
