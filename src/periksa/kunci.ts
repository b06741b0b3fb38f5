// What makes a finding the same when a paper is checked again: its rule, what is printed, and the words of its place. A line moves
// when a paragraph is added above it; `Tabel 70, kolom 5, baris "Jumlah"` does not.
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Temuan } from './temuan.ts'

const COUNTED = /\b(?:baris|halaman|paragraf|lembar) \d+|\bke-\d+/gi

/** The findings in their order, each with its key; alike ones are told apart by their order. */
export function berkunci<T extends Pick<Temuan, 'aturan' | 'tercetak' | 'letak'>>(temuan: readonly T[]): (T & { kunci: string })[] {
  const seen = new Map<string, number>()
  return temuan.map((t) => {
    const words = [t.aturan, t.tercetak ?? '', t.letak.replace(COUNTED, '')].map((w) => w.toLowerCase().replace(/\s+/g, ' ').trim())
    const same = words.join(' | ')
    const n = (seen.get(same) ?? 0) + 1
    seen.set(same, n)
    return { ...t, kunci: sha256(n === 1 ? same : `${same} | ${n}`).slice(0, 16) }
  })
}
