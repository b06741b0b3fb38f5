// Numbers written in Indonesian words, as reports repeat them after figures: `empat puluh enam`, `7 (tujuh)`, `dua koma lima`.

const DIGIT: Readonly<Record<string, number>> = {
  nol: 0,
  kosong: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
}
const SCALE: Readonly<Record<string, bigint>> = {
  ribu: 1_000n,
  juta: 1_000_000n,
  miliar: 1_000_000_000n,
  milyar: 1_000_000_000n,
  triliun: 1_000_000_000_000n,
  trilyun: 1_000_000_000_000n,
}

/** The exact decimal text of a number in words; undefined where a word is none, or stands where it cannot. */
export function readNumberWords(words: string): string | undefined {
  const [whole, ...fractions] = words
    .toLowerCase()
    .split(/\s+koma\s+/)
    .map((part) =>
      part
        .replace(/\bse(?=(?:puluh|belas|ratus|ribu|juta|miliar|milyar|triliun)\b)/g, 'satu ')
        .split(/[\s-]+/)
        .filter(Boolean),
    )
  if (!whole?.length || fractions.length > 1) return undefined
  const number = wholeOf(whole)
  if (number === undefined || fractions.length === 0) return number?.toString()
  const digits = fractions[0]!.map((word) => DIGIT[word])
  return digits.length && digits.every((d) => d !== undefined) ? `${number}.${digits.join('')}` : undefined
}

function wholeOf(words: readonly string[]): bigint | undefined {
  let total = 0n
  let below = 0n // hundreds, tens and units since the last ribu, juta …
  let digit: number | undefined
  let last = 10n ** 15n
  for (const word of words) {
    const scale = SCALE[word]
    if (word in DIGIT) {
      if (digit !== undefined) return undefined
      digit = DIGIT[word]
    } else if (word === 'puluh' || word === 'belas' || word === 'ratus') {
      if (digit === undefined) return undefined
      below += word === 'belas' ? 10n + BigInt(digit) : BigInt(digit) * (word === 'puluh' ? 10n : 100n)
      digit = undefined
    } else if (scale !== undefined && scale < last) {
      const count = below + BigInt(digit ?? 0)
      if (count === 0n) return undefined
      total += count * scale
      last = scale
      below = 0n
      digit = undefined
    } else return undefined
  }
  return total + below + BigInt(digit ?? 0)
}
