// How a line says what it is: a heading, an item of a list, a caption. Pure.

const ITEM = /^(\s*)((?:[-•●▪◦*❖➤➢√✓①-⑳–o](?=\s))|(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s)))\s+(\S.*)$/i
export type Item = { readonly marker: string; readonly text: string; readonly depth: number }

/** `- a. penyusunan …`: of two marks the second is the paper's, the first the scanner's. */
export function itemOf(line: string): Item | undefined {
  const found = ITEM.exec(line)
  if (!found) return undefined
  const [, indent, marker, text] = found
  const inner = /^[-•*]$/.test(marker!) ? ITEM.exec(text!) : null
  const depth = Math.floor(indent!.length / 1)
  return inner ? { marker: inner[2]!, text: inner[3]!, depth } : { marker: marker!, text: text!, depth }
}

const CAPTION = /^(tabel|grafik|gambar|bagan|diagram)\s*[.:]?\s*(\d{1,3}(?:[.-]\d{1,3})*|[ivx]+\.\d{1,3})\s*[.:]?(?:\s+(.*))?$/is
export type CaptionMark = { readonly label: string; readonly number: string; readonly text: string }

export function captionOf(text: string): CaptionMark | undefined {
  const found = CAPTION.exec(text)
  if (!found || text.length > 600) return undefined
  const [, label, number, rest = ''] = found
  // `Tabel 3 menunjukkan …` is a sentence.
  if (/^(?:di|yang|tersebut|ini|menunjuk|memperlihat|menggambar|dapat|terlihat|bahwa)/.test(rest)) return undefined
  return { label: label![0]!.toUpperCase() + label!.slice(1).toLowerCase(), number: number!, text: rest.trim() }
}

const CHAPTER = /^BAB\s+(?:[IVXL]+|\d+)\b/
const LETTERED = /^([A-Z])[.)]\s+\S/
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S/
const SMALL = /^[a-z][.)]\s+\S/
const LONGEST_HEADING = 160

/** The level of a line that stands by itself and is a heading by its look; deeper levels have greater numbers. */
export function headingLevel(text: string, known: ReadonlySet<string>, key: string): number | undefined {
  if (text.length > LONGEST_HEADING || text.includes('\n') || !/\p{L}{2}/u.test(text)) return undefined
  if (CHAPTER.test(text)) return 1
  if (known.has(key)) return LETTERED.test(text) ? 3 : NUMBERED.test(text) ? 4 : SMALL.test(text) ? 5 : isCapitals(text) ? 2 : 4
  if (/[.;:,]$/.test(text) || /[“”"]/.test(text)) return undefined
  if (LETTERED.test(text)) return 3
  if (isCapitals(text)) return 2
  return undefined
}

/** At least two words, or one long one, without small letters. */
function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 5 && letters === letters.toUpperCase() && !/\d{6}|[=×]/.test(text)
}

/** Dots and a page: `LATAR BELAKANG.....⇥1`. Gives the words and the page. */
export function contentsEntry(cells: readonly string[]): { text: string; page: string } | undefined {
  const page = cells.at(-1)!.trim()
  const text = cells
    .slice(0, -1)
    .join(' ')
    .replace(/[.\s…_]{3,}$/, '')
    .trim()
  return /^(?:[ivxlc]{1,7}|[a-z]|\d{1,4}|)$/i.test(page) && /\p{L}/u.test(text) ? { text, page } : undefined
}
