// A word that lost a letter, or has one too many in its middle, known by the word that stands whole in the same company elsewhere in the paper.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { kataOf } from '../kata.ts'
import { kata, type Petikan, petikan, tempat } from '../teks.ts'

export const kataTerpotong: Aturan = {
  kode: 'KATA-TERPOTONG',
  jenis: 'format',
  memeriksa: 'Tidak ada kata yang kehilangan huruf atau kelebihan huruf di tengahnya.',
  contoh: { benar: 'target bulanan', salah: 'arget bulanan, sedangkan di tempat lain tercetak target bulanan' },
  periksa: (naskah) => ({ hitungan: [], temuan: cut(petikan(naskah).filter((p) => p.jenis !== 'daftar')) }),
}

type Hadir = {
  count: number
  readonly before: Set<string>
  readonly after: Set<string>
  first?: { p: Petikan; at: number; teks: string }
}

function cut(all: readonly Petikan[]): TemuanNaskah[] {
  const seen = new Map<string, Hadir>()
  for (const p of all) {
    let last = ''
    let entry: Hadir | undefined
    for (const { low, text, at } of kata(p)) {
      entry?.after.add(low)
      entry = seen.get(low) ?? { count: 0, before: new Set(), after: new Set(), first: { p, at, teks: text } }
      seen.set(low, entry)
      entry.count++
      if (last) entry.before.add(last)
      last = low
    }
  }
  const whole = [...seen].filter(([w, h]) => w.length >= 6 && h.count >= 3)
  return [
    ...whole.flatMap(([word, h]) => inMiddle(word, h, seen, all)),
    ...whole.flatMap(([word, h]): TemuanNaskah[] =>
      [word.slice(1), word.slice(0, -1)].flatMap((short, side) => {
        const s = seen.get(short)
        // A word of its own keeps its own company; what stands once, among the same neighbours, is a slip.
        if (!s?.first || s.count > 1 || (side === 1 && ENDING.test(word))) return []
        const same = side === 0 ? shared(s.after, h.after) : shared(s.before, h.before) && shared(s.after, h.after)
        if (!same || s.first.teks !== s.first.teks.toLowerCase()) return []
        const { p, at } = s.first
        // "A rsitektur": the letter is there, a blank parts it from its word.
        const alone = side === 0 ? /(?<!\p{L})(\p{L})\s+$/u.exec(p.teks.slice(0, at)) : undefined
        const parted = alone?.[1]?.toLowerCase() === word[0] ? alone : undefined
        const teks = parted ? `${parted[0]}${s.first.teks}` : s.first.teks
        const what = parted ? 'terpenggal spasi' : `kehilangan huruf ${side === 0 ? 'pertamanya' : 'terakhirnya'}`
        const penjelasan = `Kata "${teks}" tampaknya "${word}" yang ${what}; "${word}" tercetak ${h.count} kali di naskah ini, juga di samping kata yang sama.`
        return [
          {
            di: tempat(p, at),
            jenis: 'format',
            berat: 'rendah',
            keyakinan: 0.8,
            letak: p.letak,
            tercetak: teks,
            seharusnya: word,
            penjelasan,
          },
        ]
      }),
    ),
  ]
}

/** The same long name stands in another row with the right word: NAMA-BERBEDA says it. */
export function namaUtuh(all: readonly Petikan[], { sel, teks }: Petikan, low: string, right: string): boolean {
  const words = sel ? kataOf(teks) : []
  if (words.length < 4) return false
  const wanted = words.map((w) => (w === low ? right : w)).join(' ')
  return all.some((o) => o.sel && Math.abs(o.teks.length - teks.length) < 4 && kataOf(o.teks).join(' ') === wanted)
}

/** Words of their own that a letter parts from another. */
const OWN = /^(?:berbagi|bagan|saran|jaman|peran|terbuka|pembina|penata|menjaga|pertama|keluhan)$/
/** `Telaksananya`: once, beside a word that `Terlaksananya` stands beside. */
function inMiddle(word: string, h: Hadir, seen: ReadonlyMap<string, Hadir>, all: readonly Petikan[]): TemuanNaskah[] {
  if (word.length < 7 || /[\d-]/.test(word)) return []
  const shorter = [...word].slice(1, -1).map((_, i) => word.slice(0, i + 1) + word.slice(i + 2))
  return [...new Set(shorter)].flatMap((short): TemuanNaskah[] => {
    const s = seen.get(short)
    if (!s?.first || s.count > 1 || OWN.test(short)) return []
    if (!shared(s.after, h.after) && !shared(s.before, h.before)) return []
    const { p, at, teks } = s.first
    if (namaUtuh(all, p, short, word)) return []
    const penjelasan = `Kata "${teks}" tampaknya "${word}" yang kehilangan satu huruf; "${word}" tercetak ${h.count} kali di naskah ini, juga di samping kata yang sama.`
    return [{ di: tempat(p, at), jenis: 'format', berat: 'rendah', keyakinan: 0.75, letak: p.letak, tercetak: teks, seharusnya: word, penjelasan }] // biome-ignore format: a case
  })
}

/** Endings that also make a word of a word: kepuasa(n) is cut, capai(an) is not. */
const ENDING = /(?:kan|nya|lah|kah|ku|mu|i)$/
const COMMON = /^(?:yang|dan|di|ke|dari|dengan|untuk|pada|oleh|dalam|adalah|atau|serta|sebagai|akan|telah|ini|itu|tahun|per)$/
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const w of a) if (b.has(w) && !COMMON.test(w)) return true
  return false
}
