// A score times its weight is a part of the whole; a sentence that gives the part as the score itself misleads.
import { HUNDRED, parseDecimal } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, angkaOf, bagi, dariPersen, kali, tetap, tulis } from '../angka.ts'
import { type Aturan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { type Baris, letakSel, namaTabel, type Tabel } from '../naskah.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const nilaiTertimbang: Aturan = {
  kode: 'NILAI-TERTIMBANG',
  jenis: 'unit',
  memeriksa: 'Nilai yang disebut dalam kalimat adalah nilainya, bukan hasil kali nilai dengan bobotnya.',
  contoh: { benar: 'nilai aspek implementasi 83,50%', salah: 'nilai aspek implementasi 27,81%, padahal itu 83,50% × bobot 33,3%' },
  periksa: (naskah) => {
    const rows = naskah.tabel.flatMap(weighted)
    const said = rows.length
      ? petikan(naskah).flatMap((p) => (p.jenis === 'sel' || p.jenis === 'daftar' ? [] : [{ p, text: words(p.teks) }]))
      : []
    return { hitungan: rows.map((r) => r.h), temuan: rows.flatMap((r) => misread(said, r)) }
  },
}

type Tertimbang = {
  readonly tabel: Tabel
  readonly baris: Baris
  readonly nilai: Angka
  readonly bobot: Angka
  readonly hasil: Angka
  readonly h: Hitungan
}

const WEIGHT = /\b(?:bobot|konstanta)\b(?!.*[x×*])(?<![x×*].*)/i

/** Three neighbours in a row: a score, its weight, and their product. */
function weighted(tabel: Tabel): Tertimbang[] {
  const weights = tabel.kolom.filter((k) => WEIGHT.test(k.judul.at(-1) ?? ''))
  return tabel.baris.flatMap((baris) =>
    weights.flatMap(({ nomor }): Tertimbang[] => {
      const [nilai, bobot, hasil] = [nomor - 1, nomor, nomor + 1].map((k) =>
        baris.sel[k]?.asal.column === k ? angkaOf(baris.sel[k]) : undefined,
      )
      if (!nilai || !bobot || !hasil || bobot.nilai.gt(HUNDRED) || bobot.nilai.isZero() || hasil.nilai.eq(nilai.nilai)) return []
      const product = kali(dariPersen(nilai), tetap(bobot.nilai))
      const share = bagi(product, tetap(HUNDRED))!
      const h = hitung(hasil, agreement(hasil, share) ? share : product, letakSel(tabel, baris, nomor + 1))
      return h.cocok ? [{ tabel, baris, nilai, bobot, hasil, h }] : []
    }),
  )
}

const FIGURE = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*%?/g
const words = (teks: string) =>
  teks
    .toLowerCase()
    .replace(/[^\p{L}\d%.,]+/gu, ' ')
    .trim()

function misread(said: readonly { p: Petikan; text: string }[], { tabel, baris, nilai, bobot, hasil }: Tertimbang): TemuanNaskah[] {
  const name = words(baris.sel.find((s) => /\p{L}{3}/u.test(s.teks))?.teks ?? '')
  if (name.length < 12 || !/nilai|capaian|skor|indeks/.test(name)) return []
  return said.flatMap(({ p, text }): TemuanNaskah[] => {
    const at = text.indexOf(name)
    if (at < 0) return []
    // The figure that follows the name, before the next clause.
    const after = text.slice(at + name.length, at + name.length + 60)
    const m = [...after.matchAll(FIGURE)][0]
    if (!m || !parseDecimal(m[1]!.replace(',', '.')).eq(hasil.nilai)) return []
    const where = p.teks.indexOf(m[1]!)
    return [
      {
        di: tempat(p, Math.max(where, 0)),
        jenis: 'unit',
        berat: 'sedang',
        keyakinan: 0.88,
        letak: `${p.letak}, ${name}`,
        tercetak: m[0].trim(),
        seharusnya: nilai.tercetak,
        penjelasan: `Kalimat ini menyebut ${name} ${m[0].trim()}, padahal menurut ${namaTabel(tabel)} nilainya ${nilai.tercetak}; ${hasil.tercetak} adalah hasil kali dengan bobot ${bobot.tercetak} (${tulis(nilai.nilai)} × ${tulis(bobot.nilai)} / 100).`,
        terkait: [hasil.di],
      },
    ]
  })
}
