// "Tabel 9 di atas", "gambar 4 berikut": what a sentence points to stands where it says.
import type { Place, ReadBlock } from '../../platform/documents/blocks/paper.ts'
import { type Aturan, type Catatan, TANPA_CATATAN } from '../aturan.ts'
import { cuplik, type Naskah } from '../naskah.ts'

export const rujukan: Aturan = {
  kode: 'RUJUKAN',
  jenis: 'numbering',
  memeriksa: 'Tabel atau gambar yang dirujuk dengan nomornya ada, dan berada di atas atau di bawah sebagaimana disebut.',
  contoh: {
    benar: 'Tabel 9 di bawah, dan Tabel 9 memang datang kemudian',
    salah: 'Tabel 9 di atas, padahal Tabel 9 baru datang kemudian',
  },
  periksa: (naskah) => {
    const found = pointers(naskah)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const POINTER =
  /\b(tabel|gambar|grafik|bagan)\s+(\d{1,3}(?:\.\d{1,2})?)(?!\s*(?:[,&\d]|dan\b|sampai))\s*(?:(?:tersebut|seperti|yang ada)\s+)?(di\s?atas|di\s?bawah(?:\s+ini)?|berikut(?:\s+ini)?)?/gi

type At = { readonly index: number; readonly di: Place }

function pointers({ paper }: Naskah): Catatan[] {
  const known = new Map<string, At>()
  for (const [index, b] of paper.blocks.entries()) {
    const c = b.kind === 'table' ? b.caption : b.kind === 'caption' ? b : undefined
    // A line of a list that was taken for a caption comes first and is replaced.
    if (c) known.set(key(c.label, c.number), { index, di: c.at })
  }
  return paper.blocks.flatMap((b, index) =>
    textsOf(b).flatMap(({ teks, di }) => [...teks.matchAll(POINTER)].map((m) => pointer(m, index, known, di, teks))),
  )
}

function textsOf(b: ReadBlock): { teks: string; di: Place }[] {
  if (b.kind === 'paragraph') return [{ teks: b.text, di: b.at }]
  return b.kind === 'list' ? b.items.map((i) => ({ teks: i.text, di: i.at })) : []
}

function pointer(m: RegExpExecArray, index: number, known: ReadonlyMap<string, At>, di: Place, teks: string): Catatan {
  const [tercetak, label, number, where] = m
  const target = known.get(key(label!, number!))
  if (!target || !where) return TANPA_CATATAN
  const said = { di, letak: `alinea "${cuplik(teks)}"`, tercetak: cuplik(tercetak) }
  const above = /atas/i.test(where)
  // The caption may stand above or below what it names.
  if (above ? target.index < index : target.index > index - 2) {
    const dihitung = above ? 'di atas' : 'di bawah'
    return { hitungan: [{ ...said, rumus: `letak(${label} ${number})`, dihitung, pembulatan: 'tepat', cocok: true }], temuan: [] }
  }
  const real = above ? 'baru datang sesudahnya' : 'sudah lewat'
  const penjelasan = `Kalimat ini merujuk "${said.tercetak}", padahal ${label} ${number} ${real}. Sesuaikan nomor atau letak rujukannya.`
  const terkait = [target.di]
  return {
    hitungan: [],
    temuan: [{ ...said, jenis: 'numbering', berat: 'rendah', keyakinan: 0.9, seharusnya: null, penjelasan, terkait }],
  }
}

const key = (label: string, number: string) => `${label.toLowerCase()} ${number}`
