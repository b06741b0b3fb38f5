// A name of two words that is written once with another letter: `Utang Panjang` beside `Utan Panjang`, `Melita Seviasari` beside
// `Melita Selviasari`.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { beda } from '../kata.ts'
import { tempat as tempatBaris } from '../sama.ts'
import { type Kata, kata, type Petikan, petikan, tempat } from '../teks.ts'
import { namaUtuh } from './kata-terpotong.ts'

export const ejaanNama: Aturan = {
  kode: 'EJAAN-NAMA',
  jenis: 'format',
  memeriksa: 'Nama orang, tempat, dan inovasi ditulis dengan ejaan yang sama di semua tempat.',
  contoh: { benar: 'Kelurahan Utan Panjang di dua tabel', salah: 'Kelurahan Utan Panjang; di tabel lain Utang Panjang' },
  periksa: (naskah) => ({ hitungan: [], temuan: slips(petikan(naskah)) }),
}

type Hadir = { readonly p: Petikan; readonly k: Kata }
const KIND =
  /^(?:desa|dusun|kampung|kelurahan|kecamatan|kabupaten|kota|jalan|sungai|pulau|moh?ammad|muhamm?ad|moch?amm?ad|ahmad|siti|abdul|dewi|bapak|ibu|saudara)$/i
/** Of two spellings, the longer; the words beside them. */
const LEAST = 5
const BESIDE = 4
const isName = ({ text }: Kata) => /^\p{Lu}\p{Ll}{3,}$/u.test(text)

function slips(all: readonly Petikan[]): TemuanNaskah[] {
  const counts = new Map<string, number>()
  const pairs = new Map<string, Map<string, Hadir[]>>()
  for (const p of all) {
    const words = kata(p)
    for (const [i, k] of words.entries()) {
      counts.set(k.low, (counts.get(k.low) ?? 0) + 1)
      if (!isName(k)) continue
      // Names stand beside names, with nothing but a blank between them.
      const beside = (o: Kata | undefined, side: string, gap: string) => {
        if (!o || o.text.length < BESIDE || !/^\p{Lu}/u.test(o.text) || !/^\s$/.test(gap)) return
        const key = `${side} ${o.low}`
        const known = pairs.get(key) ?? new Map<string, Hadir[]>()
        const same = known.get(k.low)
        if (same) same.push({ p, k })
        else known.set(k.low, [{ p, k }])
        pairs.set(key, known)
      }
      const [before, after] = [words[i - 1], words[i + 1]]
      // Villages and persons of one first name differ in a letter.
      if (before && !KIND.test(before.text)) beside(before, 'sesudah', p.teks.slice(before.end, k.at))
      if (after) beside(after, 'sebelum', p.teks.slice(k.end, after.at))
    }
  }
  const found = new Map<string, TemuanNaskah>()
  for (const known of pairs.values())
    for (const [low, [once, second]] of known) {
      if (second || !once || counts.get(low) !== 1) continue
      const [right] = [...known].filter(([o, seen]) => o !== low && seen.length > 1 && isSlip(low, o, seen.length))
      if (right && !namaUtuh(all, once.p, low, right[0])) found.set(low, say(once, right[1]))
    }
  return [...found.values()]
}
/** A letter apart, and not at the end: `Pemerintah` and `Pemerintahi` are two words. What only lost a letter is KATA-TERPOTONG. */
function isSlip(low: string, right: string, times: number): boolean {
  const [long, short] = low.length > right.length ? [low, right] : [right, low]
  // `Efektifitas` is another spelling of the same word, and no name.
  if (low.replaceAll('v', 'f') === right.replaceAll('v', 'f')) return false
  const ending = long.slice(0, -1) === short && /[aihnsu]$/.test(long)
  return (
    long.length >= LEAST && beda(low, right, 1) === 1 && !ending && (right.length < 7 || right.length <= low.length || times < 4)
  )
}
function say({ p, k }: Hadir, right: readonly Hadir[]): TemuanNaskah {
  const name = right[0]!.k.text
  const penjelasan = `"${k.text}" ditulis "${name}" di ${right.length} tempat lain (${tempatBaris(right[0]!.p.di)}), di samping nama yang sama. Pakai satu ejaan.`
  return { di: tempat(p, k.at), jenis: 'format', berat: 'rendah', keyakinan: 0.75, letak: p.letak, tercetak: k.text, seharusnya: name, penjelasan, terkait: [right[0]!.p.di] } // biome-ignore format: a case
}
