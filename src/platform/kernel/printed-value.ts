// A value as a paper prints it: a number in many dresses, a range, a predicate with its number, a state, or words. What
// was printed is kept beside what was read, with how sure the reading is and why it is not surer.
import { findDecimal } from './decimal.ts'
import { readNumberWords } from './number-words.ts'
import { type Marks, marksOf, readMarks } from './printed-marks.ts'
import { countsWhole } from './read-number.ts'
import { readSatuan } from './satuan.ts'

export type PrintedStatus = 'TIDAK_DITARGETKAN' | 'BELUM_RILIS' | 'KOSONG'
type Said = {
  readonly tercetak: string
  /** 0 to 1. */
  readonly keyakinan: number
  /** Why the reading is not certain, in Indonesian. */
  readonly alasan?: string
  /** What else it could be. */
  readonly lain?: readonly string[]
}
export type PrintedValue = Said &
  (
    | { readonly jenis: 'angka'; readonly dibaca: string; readonly satuan?: string; readonly catatan?: string }
    /** `WTP (3)`, `A (82)`, `BB`: a category, with the number it stands for where one is printed. */
    | { readonly jenis: 'predikat'; readonly predikat: string; readonly dibaca?: string }
    /** An end that is missing is open; `termasuk` says whether the end itself belongs to it. */
    | { readonly jenis: 'rentang'; readonly min?: End; readonly maks?: End; readonly satuan?: string; readonly sebutan?: string }
    | { readonly jenis: 'status'; readonly status: PrintedStatus }
    /** A tick. */
    | { readonly jenis: 'tanda' }
    | { readonly jenis: 'teks' }
  )
export type End = { readonly nilai: string; readonly termasuk: boolean }
/** What the column says: its marks (`printedMarks`) and its unit, where they are known. */
export type PrintedContext = { readonly marks?: Marks; readonly satuan?: string }

const STATUS: readonly (readonly [RegExp, PrintedStatus, number, string?])[] = [
  [/^$/, 'KOSONG', 1],
  [/^(?:-|–|—|−|_+|\.{2,}|…)$/, 'KOSONG', 0.8, 'tanda hubung dapat berarti kosong atau nol'],
  [/^(?:n\s*\/\s*a|n\.?a\.?|tidak ditargetkan)$/i, 'TIDAK_DITARGETKAN', 1],
  [/^(?:dbr|(?:data\s+)?belum\s+(?:di)?rilis)$/i, 'BELUM_RILIS', 1],
]
const TICK = /^[√✓✔☑]$/
const PREDIKAT = '(WTP|WDP|TMP|TW|AA|BB|CC|A|B|C|D|E)'
const NUMBER = String.raw`\d(?:[\d.,]*\d)?`

export function readPrinted(tercetak: string, context: PrintedContext = {}): PrintedValue {
  const text = tercetak
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b]+/g, ' ')
    .replace(/[−‒–—]/g, '–')
    .trim()
  for (const [pattern, status, keyakinan, alasan] of STATUS)
    if (pattern.test(text)) return { tercetak, jenis: 'status', status, keyakinan, ...(alasan ? { alasan } : {}) }
  if (TICK.test(text)) return { tercetak, jenis: 'tanda', keyakinan: 1 }
  return (
    readPredikat(tercetak, text) ??
    readAngka(tercetak, text, context) ??
    readRentang(tercetak, text, context) ??
    readInWords(tercetak, text) ??
    readMisread(tercetak, text, context) ?? { tercetak, jenis: 'teks', keyakinan: 1 }
  )
}

/** The marks that the values of a column prove, for `readPrinted` of each of them. */
export function printedMarks(texts: Iterable<string>): Marks {
  const numbers: string[] = []
  for (const text of texts) {
    const found = new RegExp(`^(?:Rp\\.?\\s*)?[-–(]?\\s*(${NUMBER})\\s*%?\\)?\\*?$`, 'i').exec(text.trim())
    if (found) numbers.push(found[1]!)
  }
  return marksOf(numbers)
}

function readPredikat(tercetak: string, text: string): PrintedValue | undefined {
  const before = new RegExp(`^\\(?(${NUMBER})\\)?\\s+${PREDIKAT}$`).exec(text)
  const after = new RegExp(`^${PREDIKAT}(?:\\s*[(/]?\\s*(${NUMBER})\\s*%?\\)?)?$`).exec(text)
  const [predikat, number] = before ? [before[2]!, before[1]] : after ? [after[1]!, after[2]] : []
  if (!predikat) return undefined
  const read = number === undefined ? undefined : readMarks(number, { kind: 'part' })
  return { tercetak, jenis: 'predikat', predikat, ...(read ? { dibaca: read.nilai } : {}), keyakinan: read?.keyakinan ?? 1 }
}

const ANGKA = new RegExp(
  String.raw`^(?<rp>Rp\.?\s*|IDR\s*)?(?<paren>\()?(?<sign>[-–+]\s?)?(?<digits>${NUMBER})(?<rest>[^\d]*|\s*%?\s*\(.*\).*|\s+[\p{L}%(].*)$`,
  'iu',
)

function readAngka(tercetak: string, text: string, { marks, satuan: known }: PrintedContext): PrintedValue | undefined {
  const found = ANGKA.exec(text)?.groups
  if (!found) return undefined
  const rest = readRest(found.rest!.trim(), found.paren !== undefined)
  if (!rest || /^0\d{3,}$/.test(found.digits!)) return undefined // a telephone number, a code
  const satuan = found.rp ? 'Rp' : rest.satuan
  const unit = satuan ?? known
  const kind =
    unit === undefined
      ? undefined
      : countsWhole(unit)
        ? 'whole'
        : readSatuan(unit)?.satuan.match(/^(?:Persen|Nilai|Indeks)$/)
          ? 'part'
          : undefined
  const read = readMarks(found.digits!, { marks, kind })
  if (!read || !findDecimal(read.nilai)) return undefined
  // In accounts a number in parentheses is below zero; a small whole one is a numbering.
  const accounts = found.paren !== undefined && /[.,]/.test(found.digits!)
  const negative = /[-–]/.test(found.sign ?? '') || accounts
  const words = rest.words === undefined ? undefined : readNumberWords(rest.words)
  const differs = words !== undefined && !findDecimal(words)?.eq(findDecimal(read.nilai)!)
  const sure = Math.min(read.keyakinan, rest.keyakinan, accounts ? 0.7 : found.paren ? 0.8 : 1, differs ? 0.5 : 1)
  const why = differs
    ? `angka dan hurufnya berbeda: ${rest.words}`
    : accounts
      ? 'angka dalam kurung dibaca sebagai pengurang'
      : (read.alasan ?? rest.alasan)
  const catatan = rest.catatan ?? (differs || (rest.words && words === undefined) ? rest.words : undefined)
  return {
    tercetak,
    jenis: 'angka',
    dibaca: negative && read.nilai !== '0' ? `-${read.nilai}` : read.nilai,
    ...(satuan ? { satuan } : {}),
    ...(catatan ? { catatan } : {}),
    keyakinan: sure,
    ...(why ? { alasan: why } : {}),
    ...(read.lain || differs ? { lain: [...(read.lain ?? []), ...(differs ? [words!] : [])] } : {}),
  }
}

type Rest = {
  readonly satuan?: string
  readonly catatan?: string
  readonly words?: string
  readonly keyakinan: number
  readonly alasan?: string
}

/** What may follow a number: `%`, a unit, `*`, its words, a note in parentheses. More than that is a sentence. */
function readRest(rest: string, inParens: boolean): Rest | undefined {
  let text = inParens ? rest.replace(/^\s*(%?)\s*\)/, '$1') : rest
  if (inParens && text === rest) return undefined
  if (/^[.;)]?$/.test(text) || /^,-$|^,–$/.test(text)) return { keyakinan: 1 }
  const [, before, note, after] = /^(.*?)\(([^()]*)\)(.*)$/.exec(text) ?? []
  if (note !== undefined) text = `${before!.trim()} ${after!.trim()}`.trim()
  text = text.replace(/[.;*]+$/, '').trim()
  const words = note !== undefined && /^[\p{L}\s-]+$/u.test(note) ? { words: note } : note !== undefined ? { catatan: note } : {}
  const keyakinan = note !== undefined && !('words' in words) ? 0.85 : 1
  if (text === '') return { ...words, keyakinan }
  const unit = readSatuan(text)
  if (unit) return { ...words, satuan: unit.satuan, keyakinan: Math.min(keyakinan, unit.keyakinan) }
  if (/^\p{Lu}?\p{Ll}+(?:\s+\p{L}+){0,2}$/u.test(text) && text.length <= 30 && !/\b(?:dan|yang|di|dari|atau)\b/i.test(text))
    return { ...words, satuan: text, keyakinan: Math.min(keyakinan, 0.9) }
  // `65,6% Cukup Sehat`: what it is called stands behind it.
  const called = /^%\s+(\p{Lu}\p{Ll}+(?:\s+\p{L}+){0,2})$/u.exec(text)?.[1]
  return called && note === undefined ? { satuan: 'Persen', catatan: called, keyakinan: 0.9 } : undefined
}

const SEP = String.raw`\s*(?:–|-|s\.?\s?\/?d\.?|sampai(?:\s+dengan)?|hingga|≤|<)\s*`
const BETWEEN = new RegExp(
  String.raw`^(?<low>[>≥]|lebih dari)?\s*(?<a>${NUMBER})\s*%?${SEP}(?<b>${NUMBER})\s*(?<unit>%)?(?:\s*=\s*(?<name>.+))?$`,
  'i',
)
const ONE_END = new RegExp(
  String.raw`^(?<op>[><≥≤]=?|lebih dari|di atas|kurang dari|di bawah|minimal|paling sedikit|maksimal|paling banyak)\s*(?<a>${NUMBER})\s*(?<unit>%)?(?:\s*=\s*(?<name>.+))?$`,
  'i',
)

function readRentang(tercetak: string, text: string, { marks }: PrintedContext): PrintedValue | undefined {
  const found = BETWEEN.exec(text)?.groups ?? ONE_END.exec(text)?.groups
  if (!found) return undefined
  const ends = [found.a!, found.b].map((d) => (d === undefined ? undefined : readMarks(d, { marks, kind: 'part' })))
  if (!ends[0] || (found.b !== undefined && !ends[1])) return undefined
  const end = (at: 0 | 1, termasuk: boolean): End => ({ nilai: ends[at]!.nilai, termasuk })
  const extra = { ...(found.unit ? { satuan: 'Persen' } : {}), ...(found.name ? { sebutan: found.name.trim() } : {}) }
  const keyakinan = Math.min(...ends.map((e) => e?.keyakinan ?? 1))
  if (found.b !== undefined) {
    const open = found.low !== undefined && found.low !== '≥'
    const backwards = findDecimal(ends[0].nilai)!.gt(findDecimal(ends[1]!.nilai)!)
    const why = backwards ? { alasan: 'batas bawahnya lebih besar daripada batas atasnya' } : {}
    return {
      tercetak,
      jenis: 'rentang',
      min: end(0, !open),
      maks: end(1, true),
      ...extra,
      keyakinan: backwards ? 0.5 : keyakinan,
      ...why,
    }
  }
  const op = found.op!.toLowerCase()
  const below = /^[<≤]|kurang|bawah|maksimal|banyak/.test(op)
  const includes = /[≥≤=]|mal$|paling/.test(op)
  return { tercetak, jenis: 'rentang', ...(below ? { maks: end(0, includes) } : { min: end(0, includes) }), ...extra, keyakinan }
}

/** `lima puluh persen`, `empat puluh enam`. */
function readInWords(tercetak: string, text: string): PrintedValue | undefined {
  if (text.length > 120 || !/^[\p{L}\s-]+$/u.test(text)) return undefined
  const [, number, unit] = /^(.*?)(?:\s+(persen|rupiah|orang))?$/i.exec(text)!
  const dibaca = readNumberWords(number!)
  if (dibaca === undefined) return undefined
  const satuan = unit && readSatuan(unit)?.satuan
  return { tercetak, jenis: 'angka', dibaca, ...(satuan ? { satuan } : {}), keyakinan: 0.95 }
}

const MISREAD: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', B: '8' }

/** A scanner's `1O0`, `l00%`, `98. 63`: read as a number where little else is left, and said. */
function readMisread(tercetak: string, text: string, context: PrintedContext): PrintedValue | undefined {
  if (text.length > 25 || !/\d/.test(text) || !/^(?:Rp\.?\s*)?[\dOolI|SB.,\s–-]+%?$/.test(text)) return undefined
  const seen = text.replace(/(?<=\d)\s*([.,])\s*(?=\d)/g, '$1').replace(/(?<!R)[OolI|SB](?!p)/g, (letter) => MISREAD[letter]!)
  // S1 and B2 are names.
  if (seen === text || /^[SB]/.test(text)) return undefined
  const read = readAngka(tercetak, seen, context)
  if (read?.jenis !== 'angka') return undefined
  return { ...read, keyakinan: Math.min(read.keyakinan, 0.6), alasan: `tercetak "${text}", dibaca "${seen}"` }
}
