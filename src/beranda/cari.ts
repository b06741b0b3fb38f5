// What somebody typed, as words to look for: every one must be found, in any order, literally.

const MOST_WORDS = 8
const MOST_LETTERS = 200

/** Of a text of any length: its first words in small letters; signs that no text holds are left out. */
export function wordsSought(text: string): string[] {
  const plain = text.slice(0, MOST_LETTERS).normalize('NFKC').toLowerCase().replace(/\p{C}/gu, ' ')
  return [...new Set(plain.split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS)
}

/** The same as patterns of LIKE, in which `%`, `_` and `\` stand for themselves. */
export function likeAll(words: readonly string[]): string[] {
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
