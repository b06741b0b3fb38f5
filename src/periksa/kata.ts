// Words of a paper held against each other: names without their numbering, marks and case; how many letters two words differ.

/** `RA3. Melakukan <i>Pemantauan</i> …`, `1) Persentase …`, `a. …`: what stands before the words themselves. */
const NOMOR =
  /^(?:(?:[A-Z]{1,3}(?:\/[A-Z0-9])?\.?\s?\d+(?:\.\d+)*\.?|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s*)+|^\d{1,2}\s+(?=\p{L})/iu

/** The number or code that a text begins with: `RA3`, `1`, `T/O1.1.1`. */
export function nomorAwal(teks: string): string | undefined {
  const found = NOMOR.exec(teks.trim())?.[0]
    .trim()
    .replace(/[.)]+$/, '')
  return found || undefined
}

/** Its words in small letters, without numbering, markup and punctuation; one spelling of what is often misread. */
export function kataOf(teks: string): string[] {
  return teks
    .normalize('NFKC')
    .replace(/<[^>]*>|[*_`"“”‘’']/g, ' ')
    .trim()
    .replace(NOMOR, '')
    .toLowerCase()
    .replace(/\b(?:percentase|presentase|prosentase)\b/g, 'persentase')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
export const kunciOf = (teks: string): string => kataOf(teks).join(' ')

/** Letters to change, add, drop or swap to make one of the other; more than `most` is not counted further. */
export function beda(a: string, b: string, most = 3): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swap))
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length]!
}

/** A text of at most so many letters, cut at a word. */
export function singkat(teks: string, most = 80): string {
  const flat = teks.replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${flat.slice(0, most).replace(/\s+\S*$/, '')} …`
}
