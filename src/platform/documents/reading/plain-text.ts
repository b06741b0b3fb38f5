// From what a scanner or an editor left in a cell (HTML fragments, LaTeX, Markdown stars) to what people see. Pure.

/** Known tags only: `<6 jam>`, `<https://…>` and `<NIP Pegawai>` are words of the paper. */
const TAG =
  /<(\/?)(p|br|ul|ol|li|div|span|i|b|u|em|strong|sub|sup|small|font|a|h[1-6]|table|thead|tbody|tr|td|th)(?:\s[^<>]*)?\/?>/gi
/** Where a new line begins. */
const BREAKS = /^(?:p|br|ul|ol|li|div|h[1-6]|table|tr)$/i

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  ge: '≥',
  le: '≤',
  times: '×',
  deg: '°',
}

const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\(?:text|mathrm|mathbf|textbf|mathit|operatorname)\s*\{([^{}]*)\}/g, '$1'],
  [/\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '($1) / ($2)'],
  [/\\(?:geq|ge)(?![a-z])/g, '≥'],
  [/\\(?:leq|le)(?![a-z])/g, '≤'],
  [/\\times(?![a-z])/g, '×'],
  [/\\cdot(?![a-z])/g, '·'],
  [/\\div(?![a-z])/g, '÷'],
  [/\\(?:sum|Sigma)(?![a-z])/g, 'Σ'],
  [/\\approx(?![a-z])/g, '≈'],
  [/\\pm(?![a-z])/g, '±'],
  [/\\(?:left|right|displaystyle|quad|,|;|!)/g, ' '],
  [/\\([%$#&_{}])/g, '$1'],
]

/** The text as it is seen; lines are kept, runs of blanks are one. */
export function plainText(printed: string): string {
  let text = printed
  if (text.includes('<')) text = text.replace(TAG, (_, _end, name: string) => (BREAKS.test(name) ? '\n' : ''))
  if (text.includes('&')) text = text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, entity)
  if (text.includes('\\')) text = withoutLatex(text)
  if (text.includes('**')) text = text.replace(/\*\*([^*]+)\*\*/g, '$1')
  return tidy(text)
}

function entity(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? all
  const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : all
}

/** Of formulas between dollars, and of what stands between `\(` and `\)`. A dollar without a command is money. */
function withoutLatex(text: string): string {
  const formula = (inner: string) => {
    let seen = inner
    for (let depth = 0; depth < 4; depth++) {
      const before = seen
      for (const [pattern, by] of LATEX) seen = seen.replace(pattern, by)
      if (seen === before) break
    }
    return seen
  }
  return text
    .replace(/\$\$?([^$]*\\[^$]*)\$\$?/g, (_, inner: string) => formula(inner))
    .replace(/\\[([]([\s\S]*?)\\[)\]]/g, (_, inner: string) => formula(inner))
}

/** Blanks as one blank, lines without blank ends, no empty lines, no soft hyphens. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
