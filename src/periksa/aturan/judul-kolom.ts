// A column does not hold what its name says: `Predikat` over scores, a `Nilai` over predicates.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type Kolom, namaTabel, type Sel, type Tabel } from '../naskah.ts'

export const judulKolom: Aturan = {
  kode: 'JUDUL-KOLOM',
  jenis: 'caption',
  memeriksa: 'Kolom bernama predikat atau kategori berisi sebutan, kolom bernama nilai atau skor berisi angka.',
  contoh: { benar: 'Predikat: A, BB, A', salah: 'Predikat: 86,5; 79,2; 88,1' },
  periksa: ({ tabel }) => ({
    hitungan: [],
    temuan: tabel.flatMap((t) => [...t.kolom.flatMap((k) => check(t, k)), ...repeated(t)]),
  }),
}

const NAMED = /^(?:predikat|kategori|opini|mutu|kriteria|klasifikasi)$/i
const SCORED = /^(?:nilai|skor|indeks)$/i
/** Fewer rows may hold an exception. */
const LEAST = 3

function check(tabel: Tabel, kolom: Kolom): TemuanNaskah[] {
  const title = kolom.judul.at(-1) ?? ''
  if (!NAMED.test(title) && !SCORED.test(title)) return []
  const cells = tabel.baris.flatMap((b) => {
    const sel = b.sel[kolom.nomor]!
    return b.peran === 'body' && sel.asal.column === kolom.nomor && sel.teks !== '' ? [sel] : []
  })
  const wrong = NAMED.test(title) ? isScore : isGrade
  // Classes may be numbered 1 to 5; a score goes beyond them.
  if (cells.length < LEAST || !cells.every(wrong) || (NAMED.test(title) && cells.every((c) => c.angka!.lte(10)))) return []
  const right = NAMED.test(title) ? 'Nilai' : 'Predikat'
  const what = NAMED.test(title) ? 'angka' : 'sebutan'
  const header = tabel.asal.rows.find((r) => r.role === 'header' && r.cells[kolom.nomor]!.text === title)
  return [
    {
      di: header?.at ?? tabel.di,
      jenis: 'caption',
      berat: 'rendah',
      keyakinan: 0.85,
      letak: `${namaTabel(tabel)}, kolom ${kolom.nomor + 1}, judul`,
      tercetak: title,
      seharusnya: right,
      penjelasan: `Kolom "${title}" pada ${namaTabel(tabel)} seluruhnya berisi ${what} (${cells.slice(0, 3).map((c) => c.teks).join('; ')}). Perbaiki judul kolomnya, misalnya menjadi "${right}".`,
      terkait: cells.slice(0, 3).map((c) => c.di),
    },
  ] // biome-ignore format: one thing
}
const isScore = (s: Sel) => s.nilai.jenis === 'angka'
const isGrade = (s: Sel) => s.nilai.jenis === 'predikat' && s.angka === undefined

/** `Tahun 2023: T | T | T` beside `Tahun 2024: T | R | %`: one name over every column of a group, where its neighbours have their own. */
function repeated(tabel: Tabel): TemuanNaskah[] {
  const parents = Map.groupBy(
    tabel.kolom.filter((k) => k.judul.length > 1),
    (k) => k.judul.slice(0, -1).join(' › '),
  )
  const names = [...parents].map(([parent, kolom]) => ({ parent, kolom, own: kolom.map((k) => k.judul.at(-1)!) }))
  return names.flatMap(({ parent, kolom, own }): TemuanNaskah[] => {
    const model = names.find((n) => n.own.length === own.length && new Set(n.own).size === own.length && n.own[0] === own[0])
    if (own.length < 3 || new Set(own).size > 1 || !model) return []
    const header = tabel.asal.rows.findLast((r) => r.role === 'header')
    const penjelasan = `Ketiga kolom di bawah "${parent}" bernama "${own[0]}", sedangkan di bawah "${model.parent}" tercetak ${model.own.join(', ')}. Perbaiki nama kolomnya.`
    return [{ di: header?.at ?? tabel.di, jenis: 'caption', berat: 'rendah', keyakinan: 0.9, letak: `${namaTabel(tabel)}, kolom ${kolom[1]!.nomor + 1}, judul`, tercetak: own.join(' '), seharusnya: model.own.join(' '), penjelasan: penjelasan.replace('Ketiga', own.length === 3 ? 'Ketiga' : `${own.length}`) }] // biome-ignore format: a case
  })
}
