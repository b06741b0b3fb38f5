// One name, two spellings: of an indicator in two tables, of a person with one NIP, of a company. Where two tables name a row with
// the same words, that is confirmed.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { faktaOf, letakTeks, selTeks, type Teks } from '../fakta.ts'
import { beda, kataOf, kunciOf, singkat } from '../kata.ts'
import { letakSel, type Naskah, namaTabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const namaBerbeda: Aturan = {
  kode: 'NAMA-BERBEDA',
  jenis: 'format',
  memeriksa: 'Nama sasaran, indikator, orang, dan perusahaan ditulis sama di semua tempat.',
  contoh: {
    benar: 'Berbasis Sistem Merit di dua tabel',
    salah: 'Berbasis Sistem Merit di satu tabel, Berbasis Sitem Merit di tabel lain',
  },
  periksa: (naskah) => {
    const texts = [...faktaOf(naskah).teks, ...selTeks(naskah)]
    const names = rowNames(naskah)
    return { hitungan: names.hitungan, temuan: [...names.temuan, ...persons(texts), ...companies(texts)] }
  },
}

type Nama = {
  readonly teks: string
  readonly kata: readonly string[]
  readonly kunci: string
  readonly di: Place
  readonly letak: string
  readonly tabel: number
  readonly nama: string
}

/** The long texts that name rows: of `Sasaran`, `Indikator`, `Program`, `Kegiatan`. */
function rowNames(naskah: Naskah): { hitungan: Hitungan[]; temuan: TemuanNaskah[] } {
  const names = naskah.tabel.flatMap((t) =>
    t.baris.flatMap((b) =>
      b.sel.flatMap((s, c): Nama[] => {
        const named = /\b(?:sasaran|tujuan|indikator|program|kegiatan|uraian)\b/i.test(s.kolom.judul.at(-1) ?? '')
        if (!named || s.asal.column !== c || s.nilai.jenis !== 'teks' || s.teks.length > 300) return []
        const kata = kataOf(s.teks)
        return kata.length < 4
          ? []
          : [{ teks: s.teks, kata, kunci: kata.join(' '), di: s.di, letak: letakSel(t, b, c), tabel: t.urutan, nama: namaTabel(t) }]
      }),
    ),
  )
  const hitungan: Hitungan[] = []
  const firsts = new Map<string, Nama>()
  for (const name of names) {
    const key = name.kunci
    const first = firsts.get(key)
    if (!first) firsts.set(key, name)
    else if (first.tabel !== name.tabel)
      hitungan.push({
        di: name.di,
        letak: name.letak,
        rumus: `${tempat(name.di)} = ${tempat(first.di)}`,
        tercetak: singkat(name.teks, 160),
        dihitung: singkat(first.teks, 160),
        pembulatan: 'tepat',
        cocok: true,
      })
  }
  return { hitungan, temuan: oneWordApart([...firsts.values()], names, wordCounts(naskah)) }
}

/** The same words but one, and that one a letter or two apart: the rarer word is the slip. */
function oneWordApart(names: readonly Nama[], all: readonly Nama[], counts: ReadonlyMap<string, number>): TemuanNaskah[] {
  const seen = new Set<string>()
  // A table that has both tells of two things.
  const both = (a: Nama, b: Nama) =>
    all.some((n) => n.tabel === a.tabel && n.kunci === b.kunci) || all.some((n) => n.tabel === b.tabel && n.kunci === a.kunci)
  const byGap = new Map<string, { name: Nama; word: string }[]>()
  for (const name of names)
    name.kata.forEach((word, i) => {
      const key = [...name.kata.slice(0, i), '…', ...name.kata.slice(i + 1)].join(' ')
      byGap.set(key, [...(byGap.get(key) ?? []), { name, word }])
    })
  return [...byGap.values()].flatMap(([a, ...others]) =>
    others.flatMap((b) => {
      if (a!.name.tabel === b.name.tabel || a!.word.length < 4 || /\d/.test(a!.word + b.word) || !isSlip(a!.word, b.word)) return []
      const often = (w: string) => counts.get(w) ?? 0
      const [wrong, right] = often(a!.word) < often(b.word) ? [a!, b] : [b, a!]
      const pair = `${wrong.word} ${right.word}`
      if (
        seen.has(pair) ||
        often(wrong.word) * 2 > often(right.word) ||
        affix(wrong.word, right.word) ||
        both(wrong.name, right.name)
      )
        return []
      seen.add(pair)
      return [
        {
          di: wrong.name.di,
          jenis: 'copy-paste' as const,
          berat: 'rendah' as const,
          keyakinan: 0.85,
          letak: wrong.name.letak,
          tercetak: singkat(wrong.name.teks, 160),
          seharusnya: singkat(right.name.teks, 160),
          penjelasan: `"${wrong.word}" di ${wrong.name.nama} (${tempat(wrong.name.di)}) tertulis "${right.word}" di ${right.name.nama} (${tempat(right.name.di)}) untuk nama yang sama. Samakan ejaannya.`,
          terkait: [right.name.di],
        },
      ]
    }),
  )
}
/** One letter; two in a long word: `aktif` and `pasif` are two words. */
const isSlip = (a: string, b: string) => a !== b && beda(a, b, 2) <= (Math.min(a.length, b.length) < 8 ? 1 : 2)
/** `program`, `programnya`; `layanan`, `pelayanan` are two words, not a slip. */
const affix = (a: string, b: string) => a.includes(b) || b.includes(a)

function wordCounts({ paper }: Naskah): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string) => {
    for (const word of kataOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const block of paper.blocks) {
    if (block.kind === 'table')
      for (const row of block.rows) for (const [i, cell] of row.cells.entries()) cell.column === i && add(cell.text)
    else if (block.kind === 'list') for (const item of block.items) add(item.text)
    else if ('text' in block) add(block.text)
  }
  return counts
}

const ABOVE_NIP = /(?:^|\n)\s*(?:Nama\s*:\s*)?(\p{Lu}[\p{L} .,'’]*?)\s*\n\s*NIP\.?\s*:?\s*([\d ]{17,24})/gu
/** Letters of a name; counted in the pattern they would take longer to compile than all of the rule. */
const [SHORTEST, LONGEST] = [4, 61]
/** The line above a NIP. The NIP itself is never printed: it holds a date of birth. */
function persons(texts: readonly Teks[]): TemuanNaskah[] {
  const byNip = new Map<string, { nama: string; teks: Teks; at: number }[]>()
  for (const teks of texts)
    for (const m of teks.teks.matchAll(ABOVE_NIP)) {
      if (m[1]!.length < SHORTEST || m[1]!.length > LONGEST) continue
      const nip = m[2]!.replace(/\s/g, '').slice(0, 8)
      byNip.set(nip, [...(byNip.get(nip) ?? []), { nama: m[1]!, teks, at: m.index + m[0].indexOf(m[1]!) }])
    }
  return [...byNip.values()].flatMap((same) => {
    const spelt = [...Map.groupBy(same, (s) => nameKey(s.nama)).entries()].sort((a, b) => b[1].length - a[1].length)
    const [most, ...others] = spelt
    return others.flatMap(([key, found]) => (beda(key, most![0], 3) <= 3 ? [sayName(found[0]!, most![1][0]!, 'NIP-nya sama')] : []))
  })
}
const nameKey = (nama: string) => kunciOf(nama.replace(/,.*$/, ''))

/** `PT Maju Jaya`, `PT. Majju Jaya`. */
function companies(texts: readonly Teks[]): TemuanNaskah[] {
  const found = new Map<string, { nama: string; teks: Teks; at: number }>()
  for (const teks of texts)
    for (const m of teks.teks.matchAll(
      /\b(?:PT|CV|UD|Koperasi|Yayasan)\.?\s+[“"']?((?:\p{Lu}[\p{L}&'-]+)(?:\s+\p{Lu}[\p{L}&'-]+){0,4})/gu,
    )) {
      const nama = m[0].replace(/\s+(?:Jl|Jln|Jalan|Gedung|Direktur|Nomor|No)$/, '')
      const key = kunciOf(nama.replace(/^\S+\s+/, ''))
      if (key.length >= 8 && !found.has(key)) found.set(key, { nama, teks, at: m.index })
    }
  const all = [...found.entries()]
  return all.flatMap(([key, one], i) =>
    all.slice(0, i).flatMap(([other, first]) => {
      if (key.split(' ').length !== other.split(' ').length || ![1, 2].includes(beda(key, other, 2))) return []
      return [sayName(one, first, 'kemungkinan besar perusahaan yang sama')]
    }),
  )
}

type Ditemukan = { readonly nama: string; readonly teks: Teks; readonly at: number }
const sayName = (one: Ditemukan, other: Ditemukan, why: string): TemuanNaskah => ({
  di: one.teks.placeAt(one.at),
  jenis: 'format',
  berat: 'rendah',
  keyakinan: 0.85,
  letak: letakTeks(one.teks, one.nama),
  tercetak: one.nama,
  seharusnya: other.nama,
  penjelasan: `Nama "${one.nama}" ditulis "${other.nama}" di ${tempat(other.teks.placeAt(other.at))}; ${why}. Pakai satu ejaan.`,
  terkait: [other.teks.placeAt(other.at)],
})
