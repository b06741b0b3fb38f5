// A result is of the kind that its indicator measures: a percentage is no opinion, an opinion is no amount.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type Baris, cuplik, letakSel, type Sel, type Tabel } from '../naskah.ts'

export const satuan: Aturan = {
  kode: 'SATUAN',
  jenis: 'unit',
  memeriksa: 'Satuan, target, dan realisasi sejenis dengan yang diukur indikatornya.',
  contoh: { benar: 'Persentase …, satuan Persen, realisasi 100', salah: 'Persentase …, target 100, realisasi WTP (3)' },
  periksa: ({ tabel }) => ({ hitungan: [], temuan: tabel.flatMap((t) => [...kinds(t), ...units(t)]) }),
}

const own = (b: Baris, k: number) => (b.sel[k]!.asal.column === k ? b.sel[k]! : undefined)

/** A predicate as the result of what has a plain number as its target; a percentage beside a score. */
function kinds(tabel: Tabel): TemuanNaskah[] {
  return tabel.kolom.flatMap((real) => {
    if (!/^realisasi|realisasi$/i.test(real.judul.at(-1) ?? '')) return []
    const target = tabel.kolom.findLast((k) => k.nomor < real.nomor && /\btarget\b/i.test(k.judul.at(-1) ?? ''))
    if (!target) return []
    return tabel.baris.flatMap((b): TemuanNaskah[] => {
      const [t, r] = [own(b, target.nomor), own(b, real.nomor)]
      if (t?.angka && r?.angka && tidakSesatuan(t, r)) return [apart(letakSel(tabel, b, real.nomor), t, r)]
      if (
        t?.nilai.jenis !== 'angka' ||
        r?.nilai.jenis !== 'predikat' ||
        /opini|predikat|akreditasi|mutu|kategori|sakip|akip/i.test(b.label)
      )
        return []
      // 81 beside A (82): a predicate with its score is a number too.
      if (r.angka?.gt(10) && t.angka!.gt(10) && t.angka!.minus(r.angka).abs().lt(30)) return []
      const penjelasan = `Target baris ini berupa angka (${t.teks}), tetapi realisasinya "${r.teks}", yaitu predikat. Tampaknya terbawa dari indikator lain.`
      return [
        {
          di: r.di,
          jenis: 'unit',
          berat: 'sedang',
          keyakinan: 0.92,
          letak: letakSel(tabel, b, real.nomor),
          tercetak: r.teks,
          seharusnya: 'angka',
          penjelasan,
          terkait: [t.di],
        },
      ]
    })
  })
}

/** `3,25` and `100%`: a score and a percentage, ten times apart or more. */
function tidakSesatuan(t: Sel, r: Sel): boolean {
  if (t.nilai.jenis !== 'angka' || r.nilai.jenis !== 'angka' || t.teks.includes('%') === r.teks.includes('%')) return false
  const [small, large] = [t.angka!.abs(), r.angka!.abs()].toSorted((x, y) => x.cmp(y))
  return small!.gt(1) && large!.gt(small!.times(10))
}
const apart = (letak: string, t: Sel, r: Sel): TemuanNaskah => ({
  di: r.di,
  jenis: 'unit',
  berat: 'sedang',
  keyakinan: 0.9,
  letak,
  tercetak: r.teks,
  seharusnya: null,
  penjelasan: `Target baris ini ${t.teks}, realisasinya ${r.teks}: yang satu persentase, yang lain bukan, sehingga tidak dapat diperbandingkan. Tulis keduanya dalam satuan indikatornya.`,
  terkait: [t.di],
})

const PERCENT = /^(?:%|persen|persentase|percentase|presentase|prosentase|person)$/i
/** How a name begins, and the units that can measure it. */
const MEASURES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:persentase|percentase|presentase|prosentase)\b/i, PERCENT],
  [/^indeks\b/i, /^(?:indeks|index|nilai|skor|poin|angka|level|skala|point)$/i],
  [/^opini\b/i, /^(?:predikat|opini|nilai|kategori|skor|wtp)/i],
  [/^predikat\b/i, /^(?:predikat|nilai|kategori|huruf|skor|kualifikasi)/i],
  [/^jumlah\b/i, /^(?!(?:%|persen|persentase|indeks|predikat)$)/i],
]

function units(tabel: Tabel): TemuanNaskah[] {
  const unit = tabel.kolom.find((k) => /^satuan$/i.test((k.judul.at(-1) ?? '').trim()))
  const name = tabel.kolom.findLast((k) => /\bindikator\b/i.test(k.judul.at(-1) ?? '') && (!unit || k.nomor < unit.nomor))
  if (!unit || !name) return []
  const rows = tabel.baris.flatMap((b) => {
    const [n, u] = [own(b, name.nomor), own(b, unit.nomor)]
    const measure =
      n && u && u.teks !== '' && !u.asal.moved && !n.asal.moved
        ? MEASURES.find(([begins]) => begins.test(n.teks.trim()))
        : undefined
    // What a scanner made of a word is no other word.
    return measure && u && n && /^[\p{Script=Latin}\s%.()/]+$/u.test(u.teks)
      ? [{ b, n, u, fits: measure[1].test(u.teks.trim()) }]
      : []
  })
  const wrong = rows.filter((r) => !r.fits)
  if (rows.length < 4 || wrong.length > 0.34 * rows.length) return []
  return wrong.map(({ b, n, u }): TemuanNaskah => {
    const penjelasan = `Indikator "${cuplik(n.teks)}" tercetak dengan satuan "${u.teks}", yang tidak sejenis dengan yang diukurnya.`
    return {
      di: u.di,
      jenis: 'unit',
      berat: 'rendah',
      keyakinan: 0.85,
      letak: letakSel(tabel, b, unit.nomor),
      tercetak: u.teks,
      seharusnya: null,
      penjelasan,
      terkait: [n.di],
    }
  })
}
