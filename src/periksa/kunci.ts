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

const NUMBERED = /\b(tabel|grafik|gambar|bagan|diagram|lampiran) (?:ke-)?\d+(?:\.\d+)*/g
/** What is left of a finding when the tables of its paper are numbered otherwise. */
const bareOf = ({ aturan, tercetak, letak }: Pick<Temuan, 'aturan' | 'tercetak' | 'letak'>) =>
  [aturan, tercetak ?? '', letak.replace(COUNTED, '')].map((w) => w.toLowerCase().replace(NUMBERED, '$1').replace(/\s+/g, ' ').trim()).join(' | ') // biome-ignore format: words

/**
 * The findings of a paper that was checked before keep their keys also where a new table has moved the numbers of all others: what
 * is new now takes the key of what is gone, where both are the same but for such numbers, and as many.
 */
export function dikenaliLagi<T extends Pick<Temuan, 'aturan' | 'tercetak' | 'letak'> & { readonly kunci: string }>(
  now: readonly T[],
  before: readonly T[],
): T[] {
  const [keys, known] = [new Set(now.map((t) => t.kunci)), new Set(before.map((t) => t.kunci))]
  const gone = Map.groupBy(before.filter((t) => !keys.has(t.kunci)), bareOf) // biome-ignore format: a step
  const fresh = Map.groupBy(now.filter((t) => !known.has(t.kunci)), bareOf) // biome-ignore format: a step
  return now.map((t) => {
    const [from, to] = [gone.get(bareOf(t)), fresh.get(bareOf(t))]
    const at = from && to && from.length === to.length ? to.indexOf(t) : -1
    return at < 0 ? t : { ...t, kunci: from![at]!.kunci }
  })
}
