// From text to tokens. What is not of the language is refused where it stands, with the way to write it.
import type { Letak } from './value.ts'

export type Token = { readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end'; readonly text: string; readonly letak: Letak }

export type FormulaError = Letak & { readonly kode: string; readonly pesan: string; readonly diharapkan: readonly string[] }

/** Carries a refusal out of the recursion of lexer and parser; `parse` turns it into a value. */
export class Fault extends Error {
  readonly error: FormulaError
  constructor(kode: string, pesan: string, letak: Letak, diharapkan: readonly string[] = []) {
    super(pesan)
    this.error = { kode, pesan, ...letak, diharapkan }
  }
}

const SPACE = /\s+/y
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy
const TEXT = /"[^"]*(?:""[^"]*)*"/y
const SYMBOL = /<>|<=|>=|[-+*/^=<>()[\],;%]/y
// With a decimal comma, arguments are separated by `;`: only then may a number hold a comma.
const NUMBER = { comma: /\d+(?:[.,]\d+)?/y, point: /\d+(?:\.\d+)?/y }
const AFTER_NUMBER = { comma: /[.,]\d|[\p{L}_]/uy, point: /\.|[\p{L}_]/uy }

/** What people paste from a word processor or write by hand, and what the language has for it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  "'": '"',
  '‘': '"',
  '’': '"',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': '*',
  '·': '*',
  '÷': '/',
  ':': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '!': '<>',
  '{': '(',
  '}': ')',
  '&': 'AND(…)',
  '|': 'OR(…)',
}

export function separatorOf(text: string): ',' | ';' {
  return text.replace(/"[^"]*(?:""[^"]*)*"/g, '').includes(';') ? ';' : ','
}

export function tokenize(text: string): Token[] {
  const style = separatorOf(text) === ';' ? 'comma' : 'point'
  const tokens: Token[] = []
  let at = 0
  let line = 1
  let column = 1

  const place = (length: number): Letak => ({ baris: line, kolom: column, dari: at, sampai: at + length })
  const match = (pattern: RegExp, from = at): string | null => {
    pattern.lastIndex = from
    return pattern.exec(text)?.[0] ?? null
  }
  const take = (kind: Token['kind'], found: string, meaning = found): void => {
    tokens.push({ kind, text: meaning, letak: place(found.length) })
    skip(found)
  }
  const skip = (found: string): void => {
    const lines = found.split('\n')
    at += found.length
    line += lines.length - 1
    column = (lines.length > 1 ? 1 : column) + [...lines.at(-1)!].length
  }

  while (at < text.length) {
    const space = match(SPACE)
    if (space) {
      skip(space)
      continue
    }
    const number = match(NUMBER[style])
    if (number) {
      if (match(AFTER_NUMBER[style], at + number.length)) throw wrongNumber(number, place(number.length))
      take('number', number, number.replace(',', '.'))
      continue
    }
    const name = match(NAME)
    const quoted = match(TEXT)
    const symbol = match(SYMBOL)
    if (name) take('name', name)
    else if (quoted) take('text', quoted, quoted.slice(1, -1).replaceAll('""', '"'))
    else if (symbol) take('symbol', symbol)
    else throw wrongCharacter(String.fromCodePoint(text.codePointAt(at)!), place(1))
  }
  tokens.push({ kind: 'end', text: '', letak: place(0) })
  return tokens
}

function wrongNumber(number: string, letak: Letak): Fault {
  return new Fault(
    'ANGKA_TIDAK_SAH',
    `Angka yang dimulai dengan "${number}" tidak sah: jangan memakai pemisah ribuan, pangkat (e), atau huruf.`,
    letak,
    ['angka seperti 1234.56'],
  )
}

function wrongCharacter(character: string, letak: Letak): Fault {
  if (character === '"')
    return new Fault('TEKS_TIDAK_DITUTUP', 'Teks yang dibuka dengan tanda kutip ini tidak ditutup.', letak, ['"'])
  if (character === '.')
    return new Fault('ANGKA_TIDAK_SAH', 'Titik hanya boleh di antara angka, misalnya 0.5.', letak, ['angka seperti 0.5'])
  const meant = LOOKALIKES[character]
  const hint = meant ? ` Tulis ${meant} sebagai gantinya.` : ''
  return new Fault(
    'KARAKTER_TIDAK_DIKENAL',
    `Karakter "${character}" tidak dikenal dalam rumus.${hint}`,
    letak,
    meant ? [meant] : [],
  )
}
