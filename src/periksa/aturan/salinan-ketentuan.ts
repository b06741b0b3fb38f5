// What a paper copied from a regulation and did not change: a sentence about one dimension under the title of another, two symbols
// with one meaning, the running head of the gazette in the middle of a sentence.
import type { ReadBlock } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { kataOf, singkat } from '../kata.ts'
import { tempat as tempatBaris } from '../sama.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const salinanKetentuan: Aturan = {
  kode: 'SALINAN-KETENTUAN',
  jenis: 'copy-paste',
  memeriksa:
    'Ketentuan yang disalin disesuaikan: tiap bagian tentang judulnya sendiri, tiap lambang satu arti, tanpa sisa kepala halaman.',
  contoh: { benar: 'Dimensi Disiplin: pengukuran pada dimensi disiplin', salah: 'Dimensi Disiplin: pengukuran pada dimensi kinerja' }, // biome-ignore format: one line
  periksa: (naskah) => {
    const all = petikan(naskah)
    return { hitungan: [], temuan: [...otherSection(all), ...sameMeaning(naskah.paper.blocks), ...all.flatMap(gazette)] }
  },
}

type Bagian = { readonly p: Petikan; readonly nama: string; readonly isi: Petikan[] }

/** Titles of two or three words with one first word: `1) Dimensi Kualifikasi`, `2) Dimensi Kompetensi`. */
function sections(all: readonly Petikan[]): Bagian[][] {
  const titles = all.flatMap((p, i) => {
    const kata = p.jenis === 'butir' || p.jenis === 'judul' ? kataOf(p.teks) : []
    return kata.length >= 2 && kata.length <= 3 && kata[0]!.length > 4 ? [{ p, i, kata }] : []
  })
  return [...Map.groupBy(titles, (t) => `${t.kata[0]} ${t.p.jenis} ${/[a-z]/i.test(t.p.tanda ?? '')}`).values()].flatMap((rows) => {
    const names = rows.map((r) => r.kata.slice(1).join(' '))
    if (rows.length < 3 || new Set(names).size < names.length) return []
    const last = rows.at(-1)!.i
    return [rows.map((r, n) => ({ p: r.p, nama: names[n]!, isi: all.slice(r.i + 1, rows[n + 1]?.i ?? last + 12).filter((p) => p.jenis === 'butir') }))] // biome-ignore format: a section
  })
}

/** An item of one section that names another, word for word the item of that other. */
function otherSection(all: readonly Petikan[]): TemuanNaskah[] {
  return sections(all).flatMap((rows) => {
    const word = kataOf(rows[0]!.p.teks)[0]!
    return rows.flatMap((own, n) =>
      own.isi.flatMap((p): TemuanNaskah[] => {
        const said = kataOf(p.teks).join(' ')
        const other = rows.slice(0, n).find((o) => said.includes(`${word} ${o.nama}`) && !said.includes(`${word} ${own.nama}`))
        const same = other?.isi.find((q) => kataOf(q.teks).join(' ') === said)
        if (!other || !same || said.split(' ').length < 5) return []
        const penjelasan = `Di bawah "${singkat(own.p.teks, 50)}" tercetak "${singkat(p.teks, 90)}", sama kata demi kata dengan butir di bawah "${singkat(other.p.teks, 50)}" (${tempatBaris(same.di)}). Agaknya yang dimaksud ${word} ${own.nama}.`
        return [{ di: p.di, jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.85, letak: p.letak, tercetak: `${word} ${other.nama}`, seharusnya: `${word} ${own.nama}`, penjelasan, terkait: [same.di] }] // biome-ignore format: a case
      }),
    )
  })
}

const MEANING = /^(\$[^$]+\$|[A-Z][\w{}]{0,12})\s*[:=]\s*(\p{L}.{12,})$/u
/** Indexes tell symbols apart, not meanings: `ke-j`. */
const bare = (teks: string) => kataOf(teks.replace(/\bke-?\w\b/g, ' ')).join(' ')

/** Two symbols of one legend with the same meaning. */
function sameMeaning(blocks: readonly ReadBlock[]): TemuanNaskah[] {
  const known = new Map<string, { symbol: string; at: number; block: ReadBlock }>()
  return blocks.flatMap((block, at): TemuanNaskah[] => {
    const m = block.kind === 'paragraph' ? MEANING.exec(block.text.trim()) : null
    if (!m) return []
    const [, symbol, arti] = m
    const before = known.get(bare(arti!))
    known.set(bare(arti!), { symbol: symbol!, at, block })
    if (!before || before.symbol === symbol || at - before.at > 4 || bare(arti!).split(' ').length < 4) return []
    const penjelasan = `${symbol} dan ${before.symbol} (${tempatBaris(before.block.at)}) dijelaskan dengan kata yang sama: "${singkat(arti!, 90)}". Agaknya penjelasannya disalin dan belum diubah.`
    return [{ di: block.at, jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.85, letak: `keterangan "${singkat(symbol!, 40)}"`, tercetak: singkat(arti!, 120), seharusnya: null, penjelasan, terkait: [before.block.at] }] // biome-ignore format: a case
  })
}

const GAZETTE =
  /(?:www\.peraturan\.go\.id|www\.djpp\.[\w.]+|jdih\.[\w.]+)\s+(?:20\d\d,\s*No\.\s*\d+|-?\s*\d{1,3}\s*-)(?:\s*-\s*\d{1,3}\s*-)?/iu
/** The foot of one page and the head of the next, within a sentence. */
function gazette(p: Petikan): TemuanNaskah[] {
  const m = GAZETTE.exec(p.teks)
  if (!m) return []
  const penjelasan = `"${m[0]}" adalah kepala atau kaki halaman naskah peraturan yang ikut tersalin ke dalam kalimat. Hapus.`
  return [{ di: tempat(p, m.index), jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.95, letak: p.letak, tercetak: m[0], seharusnya: null, penjelasan }] // biome-ignore format: a case
}
