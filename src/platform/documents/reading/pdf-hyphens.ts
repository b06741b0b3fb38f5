// Hyphens that the PDF library leaves out of its texts: many programs say of the sign at the end of a line, and with it of every
// hyphen of the type, that it is a soft one. What is drawn tells where they stand. Pure.

const SOFT = '\u00ad'

/** The signs that a page draws, in their order; `drawn` are the arguments of its operations that show text. */
export function signsOf(drawn: readonly unknown[]): string {
  const glyphs = drawn.flatMap((args) => (Array.isArray(args) && Array.isArray(args[0]) ? (args[0] as unknown[]) : []))
  return glyphs.map((g) => (g as { unicode?: string } | null)?.unicode ?? '').join('')
}

/** The texts with their hyphens. Where they do not follow what is drawn, they stay as they are. */
export function withHyphens(texts: readonly string[], signs: string): readonly string[] {
  if (!signs.includes(SOFT)) return texts
  const drawn = [...signs].filter((s) => s.trim() !== '')
  const out: string[] = []
  let at = 0
  const append = () => {
    const last = out.findLastIndex((text) => text.trim() !== '')
    if (last >= 0) out[last] = `${out[last]!.trimEnd()}-`
  }
  for (const text of texts) {
    let said = ''
    for (const sign of text) {
      if (sign.trim() !== '') {
        for (; drawn[at] === SOFT; at++) {
          if (said.trim() !== '') said += '-'
          else append()
        }
        if (drawn[at++] !== sign) return texts
      }
      said += sign
    }
    out.push(said)
  }
  for (; drawn[at] === SOFT; at++) append()
  return out
}
