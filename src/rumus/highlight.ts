// A formula as coloured pieces, for an editor: every character of the text is in one piece, also where it is not of the language.
import { findFunction } from './functions.ts'
import { Fault, type Token, tokenize } from './lexer.ts'

export type Rupa = 'fungsi' | 'kunci' | 'tabel' | 'kolom' | 'nama' | 'angka' | 'teks' | 'tanda' | 'spasi' | 'salah'
export type Potongan = { readonly dari: number; readonly sampai: number; readonly rupa: Rupa; readonly teks: string }

const KEYWORDS = new Set(['BY', 'TRUE', 'FALSE'])
const REFERENCE = new Set(['INDIKATOR', 'PERIODE', 'TAHUN', 'ANAK'])

export function highlight(text: string): Potongan[] {
  const pieces: Potongan[] = []
  const put = (dari: number, sampai: number, rupa: Rupa) => {
    if (sampai > dari) pieces.push({ dari, sampai, rupa, teks: text.slice(dari, sampai) })
  }
  // After a character that is not of the language reading goes on behind it; an open quote takes the rest.
  for (let start = 0; start < text.length; ) {
    const { tokens, wrong } = readable(text.slice(start))
    let at = start
    for (const [i, token] of tokens.entries()) {
      const [dari, sampai] = [start + token.letak.dari, start + token.letak.sampai]
      put(at, dari, 'spasi')
      put(dari, sampai, looksOf(token, tokens[i - 1], tokens[i + 1]))
      at = sampai
    }
    const stop = wrong === null ? text.length : start + wrong
    put(at, stop, 'spasi')
    if (wrong === null) break
    const end = text[stop] === '"' ? text.length : stop + String.fromCodePoint(text.codePointAt(stop)!).length
    put(stop, end, 'salah')
    start = end
  }
  return pieces
}

/** The tokens up to the first fault, and where that is. */
function readable(text: string): { readonly tokens: readonly Token[]; readonly wrong: number | null } {
  try {
    return { tokens: tokenize(text).filter((t) => t.kind !== 'end'), wrong: null }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    const wrong = fault.error.dari
    return { tokens: wrong === 0 ? [] : readable(text.slice(0, wrong)).tokens, wrong }
  }
}

function looksOf(token: Token, before: Token | undefined, after: Token | undefined): Rupa {
  if (token.kind === 'number') return 'angka'
  if (token.kind === 'text') return 'teks'
  if (token.kind === 'symbol') return 'tanda'
  const name = token.text.toUpperCase()
  if (KEYWORDS.has(name)) return 'kunci'
  if (after?.text === '(' && (findFunction(name) || REFERENCE.has(name))) return 'fungsi'
  if (after?.text === '[') return 'tabel'
  return before?.text === '[' ? 'kolom' : 'nama'
}
