// The cells beside an output: how much, when, and who; one cell may hold those of several outputs. Pure.

export type Amount = { readonly jumlah: string; readonly satuan: string }

/** `1 Laporan 1 Laporan 3 Dokumen` → three amounts; a text without a number gives none. */
export function pisahJumlah(text: string): Amount[] {
  return [...text.replace(/\s+/g, ' ').matchAll(/(?<!\S)(\d[\d.,]*\s?%?)\s*([^\d\s][^\d]*)?(?=\s\d|$)/gu)].map((m) => ({
    jumlah: m[1]!.trim(),
    satuan: (m[2] ?? '').replace(/[;,]$/, '').trim(),
  }))
}

const ROMAWI: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }

/** `TW I`, `Triwulan 2` → TW1, TW2, in their order. */
export function pisahTriwulan(text: string): string[] {
  return [...text.matchAll(/\b(?:TW|Triwulan)\.?\s*(IV|I{1,3}|[1-4])\b/giu)].map((m) => `TW${ROMAWI[m[1]!.toUpperCase()] ?? m[1]}`)
}

/** `1. Sekretaris Badan 2. Kepala Suku Badan` → two names. */
export function pisahNama(text: string): string[] {
  const clean = text.replaceAll('\u00ad', '').trim()
  const numbered = [...clean.matchAll(/(?<=^|\s)(\d{1,2})[.)]\s+/gu)].filter((m, i) => Number(m[1]) === i + 1)
  const parts = numbered.length
    ? numbered.map((m, i) => clean.slice(m.index + m[0].length, numbered[i + 1]?.index))
    : clean.split(/\s*;\s*|\n\s*[-•–]\s*/)
  return parts
    .map((p) =>
      p
        .replace(/\s+/g, ' ')
        .replace(/^[-•–]\s*/, '')
        .replace(/[;,]$/, '')
        .trim(),
    )
    .filter(Boolean)
}

/** A text that is the same words n times over, as the cells of n groups that became one; undefined where it is not. */
export function ulangan(text: string, n: number): string | undefined {
  const words = text.trim().split(/\s+/)
  if (n < 2 || words.length % n !== 0) return undefined
  const size = words.length / n
  const first = words.slice(0, size).join(' ')
  return Array.from({ length: n }, (_, i) => words.slice(i * size, (i + 1) * size).join(' ')).every((part) => part === first)
    ? first
    : undefined
}
