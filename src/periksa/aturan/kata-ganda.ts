// A word or a phrase that stands twice in a row: "Kelurahan Kelurahan", "penilaian mandiri penilaian mandiri".
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { cuplik } from '../naskah.ts'
import { type Kata, kata, type Petikan, petikan, tempat } from '../teks.ts'

export const kataGanda: Aturan = {
  kode: 'KATA-GANDA',
  jenis: 'copy-paste',
  memeriksa: 'Tidak ada kata atau frasa yang tercetak dua kali berturut-turut.',
  contoh: { benar: 'Kelurahan Galur', salah: 'Kelurahan Kelurahan Galur' },
  periksa: (naskah) => {
    const all = petikan(naskah)
    const lines = all.map(
      (p) =>
        ` ${kata(p)
          .map((w) => w.low)
          .join(' ')} `,
    )
    const elsewhere = (phrase: string) => lines.some((line) => line.includes(` ${phrase} `))
    return { hitungan: [], temuan: all.flatMap((p) => checkText(p, elsewhere)) }
  },
}

/** A word that doubles itself is a plural or a name of its own: rata rata, masing masing. */
const REDUPLICATED =
  /^(?:rata|masing|sama|undang|lain|besar|sungguh|kadang|tiba|kira|anak|orang|hal|baik|pelan|cepat|bersama|turut|terus|satu|dua|hati|tahun|hari|macam|bermacam|beda|berbeda|mata|pagi|lama|sendiri|dana|kupu|laki|ibu|bapak|tanda|kata|langkah|upaya|program|nilai|data|bagian|kota|desa|daerah|negara|mana|apa|siapa|sedikit|sering|jelas|tidak|benar|paling|segala|alun|gado|oleh|cumi|pura)$/i
const LONGEST = 12

const plain = (teks: string) =>
  teks
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

function checkText(p: Petikan, elsewhere: (phrase: string) => boolean): TemuanNaskah[] {
  const words = kata(p)
  const temuan: TemuanNaskah[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    const n = period(p.teks, words, i)
    if (!n) continue
    let copies = 2
    while (i + (copies + 1) * n <= words.length && same(p.teks, words, i + (copies - 1) * n, n)) copies++
    const [from, to] = [words[i]!.at, words[i + copies * n - 1]!.end]
    const once = p.teks.slice(from, words[i + n - 1]!.end).replace(/\s+/g, ' ')
    const all = p.teks.slice(from, to).replace(/\s+/g, ' ')
    // Three times, or nothing but itself in a cell: several entries that stand in one cell.
    const entries = p.jenis === 'sel' && (copies > 2 || all.length >= p.teks.trim().length - 2 || /\d/.test(once))
    const single = [words[i - 1]?.low, plain(once), words[i + copies * n]?.low].filter(Boolean).join(' ')
    const sure = keyakinan(p, once, n, from, elsewhere(single))
    if (!entries && sure) temuan.push(said(p, from, once, all, sure))
    i += copies * n - 1
  }
  return temuan
}

/**
 * A name may end in the word that the next one begins with: "… Kota Administrasi Kota Administrasi Jakarta Pusat". That it
 * stands once among the same neighbours elsewhere tells the slip from the two names; where nothing tells, nothing is said.
 */
function keyakinan(p: Petikan, once: string, n: number, from: number, alone: boolean): number {
  if (n > 3 || alone || FUNCTION.test(once) || (from === 0 && n === 1)) return 0.93
  if (/^\p{Lu}/u.test(once)) return n > 1 && p.jenis !== 'sel' ? 0.6 : 0
  return n > 1 ? 0.9 : p.jenis === 'sel' ? 0 : 0.75
}

function said(p: Petikan, from: number, once: string, all: string, keyakinan: number): TemuanNaskah {
  const penjelasan = `"${all}": ${once.includes(' ') ? 'frasa' : 'kata'} "${once}" tercetak dua kali berturut-turut.`
  const tercetak = cuplik(p.teks.slice(from))
  return {
    di: tempat(p, from),
    jenis: 'copy-paste',
    berat: 'rendah',
    keyakinan,
    letak: p.letak,
    tercetak,
    seharusnya: once,
    penjelasan,
  }
}

const FUNCTION = /^(?:yang|dan|di|ke|dari|dengan|untuk|pada|oleh|dalam|adalah|atau|serta|sebagai|akan|telah)$/i

/** Of how many words the phrase is that stands twice from here on. */
function period(teks: string, words: readonly Kata[], i: number): number | undefined {
  for (let n = 1; n <= LONGEST && i + 2 * n <= words.length; n++)
    if (words[i]!.low === words[i + n]!.low && same(teks, words, i, n)) return n
  return undefined
}

function same(teks: string, words: readonly Kata[], i: number, n: number): boolean {
  for (let k = 0; k < n; k++) if (words[i + k]!.low !== words[i + n + k]!.low) return false
  // Between the copies nothing but a blank, and within both the same signs: "kerja, dan kerja dan anggaran" is no copy.
  const gap = (k: number) => teks.slice(words[i + k]!.end, words[i + k + 1]!.at).trim()
  if (/\S|\n/.test(teks.slice(words[i + n - 1]!.end, words[i + n]!.at))) return false
  for (let k = 0; k + 1 < n; k++) if (gap(k) !== gap(n + k) || !/^[,/&]?$/.test(gap(k))) return false
  const last = words[i + n - 1]!.low
  // "2 indikator berkategori tinggi, 2 indikator berkategori sedang": a list that counts.
  if (words.slice(i, i + n).some((w) => /^\d/.test(w.low))) return false
  if (n > 1) return !/^(?:dan|atau|serta|dari|per|s|d)$/.test(last) && words.slice(i, i + n).some((w) => /\p{L}{3}/u.test(w.low))
  const word = words[i]!
  return /^\p{L}{2,}$/u.test(word.low) && !REDUPLICATED.test(word.low) && (word.text === words[i + 1]!.text || word.low.length > 4)
}
