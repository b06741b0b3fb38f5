// A text that the end of a line or of a page parted: put together again. Pure.

/** Long words of a paper in small letters: what was parted in one place stands whole in another. */
export type Words = ReadonlySet<string>
const NONE: Words = new Set()

/** With what no line may begin with: `JP) ......`. */
const WORD = /^\S+(?:\s+[.,:;!?/)\]]\S*)*/
export const firstWord = (text: string): string => WORD.exec(text)?.[0] ?? ''

/** `line` goes on where `text` stopped: with a blank, unless a word, a number or an address was parted. */
export function together(text: string, line: string, known = NONE): string {
  if (text === '' || line === '') return text + line
  if (/\u00ad$/.test(text)) return text.slice(0, -1) + line
  if (/\p{L}-$/u.test(text) && isOneWord(text, line, known)) return text.slice(0, -1) + line
  return /[\p{L}\d]-$/u.test(text) || /\S\/$/.test(text) || isOneNumber(text, line) || isOneAddress(text, line)
    ? text + line
    : `${text} ${line}`
}

/** So many letters twice are a word that was doubled: `sekurang-kurangnya`. */
const REPEATED = 4
/** `penge-` / `lolaan`; not `rata-` / `rata`, nor `sub-` / `aspek`. In capitals (`TNI-` / `POLRI`) only a word that the paper has elsewhere. */
function isOneWord(text: string, line: string, known: Words): boolean {
  const before = /(\p{L}+)-$/u.exec(text)?.[1]?.toLowerCase() ?? ''
  const after = /^\p{L}+/u.exec(line)?.[0]?.toLowerCase() ?? ''
  // A hyphen of an address is its own.
  if (/\/\/\S*$/.test(text)) return false
  if (!/^\p{Ll}/u.test(line)) return /\p{Lu}-$/u.test(text) && known.has(before + after)
  return !(
    before === after ||
    after.startsWith(before) ||
    after.endsWith(before) ||
    (after.length >= REPEATED && before.includes(after.slice(0, REPEATED))) ||
    /^(?:sub|non|anti|pra|pasca|multi|antar|e|se)$/.test(before)
  )
}

/** `2.563.025.` / `174`. */
const isOneNumber = (text: string, line: string) => /(?<![\d.,])\d{1,3}(?:\.\d{3})*\.$/.test(text) && /^\d{3}(?!\d)/.test(line)

/** `https://data.` / `jakarta.go.id`. */
const isOneAddress = (text: string, line: string) =>
  (/(?:\/\/|[\w-]\.)[\w./-]*[\w-][.@_=&?]$/.test(text) && /^[a-z\d]+[./]\S/.test(line)) ||
  (/[a-z\d]\.$/.test(text) && /^[a-z\d-]+\.[a-z]{2}/.test(line))

/** A word or a number that its column was too narrow for: `Keteranga` / `n`, `1.203.4` / `00`. */
export function isCut(text: string, line: string, known: Words): boolean {
  if (/\d[.,]?$/.test(text) && /^[\d.,]+%?(?!\S)/.test(line)) return true
  const [before, after] = [/\p{L}+$/u.exec(text)?.[0], /^\p{Ll}+/u.exec(line)?.[0]]
  return before !== undefined && after !== undefined && (known.has((before + after).toLowerCase()) || /^[^aiueo]{1,3}$/.test(after))
}
