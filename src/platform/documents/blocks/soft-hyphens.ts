// Where Indonesian words may break in narrow columns. The typesetter has no patterns for Indonesian.
//
// Syllables by the rules of PUEBI III.B: before a single consonant (ke-pa-la), between two (ban-tu), after the first of
// three (in-stru-men); ng, ny, sy, kh are one sound. Vowels are never parted (ai, au, oi are often one). Prefixes and
// suffixes are not looked for: per-jan-ji-an may come out as per-jan-jian, which reads well enough.

const SHY = '\u00ad'
const ZWSP = '\u200b'
const LEAST = 3 // letters that stay together on each side of a hyphen
const UNBROKEN = 24 // what has no syllables is cut after so many signs, so that nothing can overflow a page
const SYLLABLE = /[^aiueo]*[aiueo]+/giy
const ONE_SOUND = /^(?:ng|ny|sy|kh)/i

/**
 * The text with soft hyphens in words longer than `capacity` signs (what about fits on one line of the column), and
 * with invisible break points in addresses and in runs without any syllable.
 */
export function softHyphens(text: string, capacity: number): string {
  return text.replace(/[^\s]+/g, (token) => {
    if (token.length <= capacity) return token
    if (/[/@_]|\w\.\w/.test(token)) return cutLong(token.replace(/([/@_.&=?-])(?=\S)/g, `$1${ZWSP}`))
    return cutLong(token.replace(/\p{L}+/gu, (word) => (word.length > Math.max(capacity / 2, 2 * LEAST) ? hyphenate(word) : word)))
  })
}

/** Without what softHyphens put in. */
export const withoutHyphens = (text: string): string => text.replace(/[\u00ad\u200b]/g, '')

function hyphenate(word: string): string {
  const cuts = new Set<number>()
  SYLLABLE.lastIndex = 0
  for (let end = 0; ; ) {
    const match = SYLLABLE.exec(word)
    if (!match) break
    // `match` is consonants and vowels; the cut stands within the consonants, which follow the vowels before.
    const consonants = match[0].match(/^[^aiueo]*/i)![0]
    if (end > 0) cuts.add(end + cutWithin(consonants))
    end = SYLLABLE.lastIndex
  }
  return [...word].map((c, at) => (cuts.has(at) && at >= LEAST && word.length - at >= LEAST ? SHY + c : c)).join('')
}

function cutWithin(consonants: string): number {
  const first = ONE_SOUND.test(consonants) ? 2 : 1
  return consonants.length === first ? 0 : first
}

function cutLong(token: string): string {
  return token.replace(new RegExp(`[^${SHY}${ZWSP}\\s]{${UNBROKEN}}(?=[^${SHY}${ZWSP}\\s])`, 'gu'), `$&${ZWSP}`)
}
