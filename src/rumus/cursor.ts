// Where the parser stands in the tokens, and what it says when the next one does not fit.
import { Fault, separatorOf, type Token, tokenize } from './lexer.ts'
import type { Letak } from './value.ts'

export class Cursor {
  readonly separator: ',' | ';'
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(text: string) {
    this.separator = separatorOf(text)
    this.#tokens = tokenize(text)
  }

  get next(): Token {
    return this.#tokens[this.#at]!
  }

  take(): Token {
    const token = this.next
    if (token.kind !== 'end') this.#at += 1
    return token
  }

  ended(): boolean {
    return this.next.kind === 'end'
  }

  is(symbol: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === symbol
  }

  isBy(): boolean {
    return this.next.kind === 'name' && this.next.text.toUpperCase() === 'BY'
  }

  expect(symbol: string, also: readonly string[] = []): Token {
    if (!this.is(symbol)) throw this.unexpected([symbol, ...also])
    return this.take()
  }

  unexpected(expected: readonly string[]): Fault {
    const { kind, text, letak } = this.next
    if (this.isBy() && !expected.includes('BY')) {
      return new Fault(
        'BY_SALAH_TEMPAT',
        'BY hanya dapat dipakai di dalam fungsi ringkasan, misalnya AVERAGE(x BY y).',
        letak,
        expected,
      )
    }
    const found = kind === 'end' ? 'rumus berakhir' : `ditemukan ${kind === 'text' ? 'teks ' : ''}"${text}"`
    return new Fault(
      'TIDAK_DIHARAPKAN',
      `Di sini ${found}, padahal diharapkan ${expected.join(' atau ')}.${hint(text, this.separator)}`,
      letak,
      expected,
    )
  }

  /** From a place to the end of the token last taken, brackets included. */
  since(start: Letak): Letak {
    return { ...start, sampai: this.last.letak.sampai }
  }

  /** The token last taken. */
  get last(): Token {
    return this.#tokens[this.#at - 1]!
  }
}

function hint(text: string, separator: string): string {
  if (text === ',' && separator === ';') return ' Argumen dipisahkan dengan ";" karena rumus ini memakainya.'
  if (text === ',') return ' Desimal ditulis dengan titik (1.5), kecuali argumen dipisahkan dengan ";".'
  return text === '%' ? ' Tanda % hanya boleh tepat sesudah angka.' : ''
}
