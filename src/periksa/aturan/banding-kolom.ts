// A sentence that names the rows in which one column lies below another: `nilai Kota yang di bawah nilai Provinsi ada pada Kompeten,
// Harmonis, dan Loyal`. In every row that it names it does.
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaSel, faktaOf, letakTeks, type Teks } from '../fakta.ts'
import { kataOf, singkat } from '../kata.ts'
import { namaTabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const bandingKolom: Aturan = {
  kode: 'BANDING-KOLOM',
  jenis: 'text-vs-table',
  memeriksa: 'Baris yang dikatakan di bawah atau di atas pembandingnya memang demikian di tabel.',
  contoh: { benar: 'Loyal di bawah Provinsi: 58,3 dan 64,9', salah: 'Adaptif di bawah Provinsi: 48,2 dan 40,1' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const found = fakta.teks.filter((t) => WORD.test(t.teks)).flatMap((t) => inText(t, fakta))
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const WORD = /\b(?:di ?bawah|lebih rendah|di ?atas|lebih tinggi)\b/i
const BELOW = /\b(?:di ?bawah|lebih rendah)\b/i
const NEAR = 8
const LEAST = 3

function inText(teks: Teks, fakta: Fakta): Catatan[] {
  const near = fakta.sel.filter((s) => Math.abs(fakta.blokOf.get(s.tabel)! - teks.blok) <= NEAR)
  const tables = [...Map.groupBy(near, (s) => s.tabel).values()]
  return teks.teks
    .split(/(?<=[.;]\s)/)
    .flatMap((kalimat) => (WORD.test(kalimat) ? tables.map((rows) => held(teks, kalimat, rows)) : []))
}

function held(teks: Teks, kalimat: string, rows: readonly FaktaSel[]): Catatan {
  const none: Catatan = { hitungan: [], temuan: [] }
  const at = kalimat.search(WORD)
  const words = ` ${kataOf(kalimat).join(' ')} `
  const where = (name: string) => words.indexOf(` ${kataOf(name).join(' ')} `)
  // The first column that the sentence names is compared with the second.
  const columns = [...new Set(rows.map((s) => s.kolom))]
    .map((kolom) => ({ kolom, di: where(kolom.judul.at(-1) ?? ''), nama: kolom.judul.at(-1) ?? '' }))
    .filter((c) => c.di >= 0 && kataOf(c.nama).join('').length > 4)
    .toSorted((a, b) => a.di - b.di)
  const [own, other] = columns
  if (!own || !other || columns.length !== 2 || at < 0) return none
  // Rows are named in an enumeration behind the comparison.
  const listed = ` ${kataOf(kalimat.slice(at)).join(' ')} `
  const pairs = rows
    .filter((s) => s.kolom === own.kolom)
    .flatMap((x) => {
      const name = kataOf(x.baris.label.split(' › ')[0]!).join(' ')
      const y = rows.find((s) => s.baris === x.baris && s.kolom === other.kolom)
      return y && name.length > 3 && listed.includes(` ${name} `) ? [{ x, y }] : []
    })
  const below = BELOW.test(kalimat)
  const right = pairs.filter(({ x, y }) => (below ? x.angka.nilai.lt(y.angka.nilai) : x.angka.nilai.gt(y.angka.nilai)))
  if (pairs.length < LEAST || right.length * 3 < pairs.length * 2) return none
  const di = teks.placeAt(teks.teks.indexOf(kalimat) + at)
  const made = pairs.map(({ x, y }): Hitungan => {
    const cocok = right.some((r) => r.x === x)
    const rumus = `${x.angka.nilai.toFixed()} ${below ? '<' : '>'} ${y.angka.nilai.toFixed()}`
    return { di, letak: letakTeks(teks, `${singkat(x.baris.label, 30)}: ${x.angka.tercetak}`), rumus, tercetak: x.angka.tercetak, dihitung: y.angka.nilai.toFixed(), pembulatan: cocok ? 'tepat' : null, cocok } // biome-ignore format: a case
  })
  const temuan = pairs.flatMap(({ x, y }, i): TemuanNaskah[] => {
    if (made[i]!.cocok) return []
    const nama = singkat(x.baris.label.split(' › ')[0]!, 60)
    const penjelasan = `Kalimat itu menyebut ${nama} ${below ? 'di bawah' : 'di atas'} ${other.nama}, padahal di ${namaTabel(x.tabel)} (${tempat(x.angka.di)}) ${own.nama} ${x.angka.tercetak} dan ${other.nama} ${y.angka.tercetak}.`
    return [{ di, jenis: 'text-vs-table', berat: 'sedang', keyakinan: 0.85, letak: made[i]!.letak, tercetak: nama, seharusnya: null, penjelasan, terkait: [x.angka.di] }] // biome-ignore format: a case
  })
  return { hitungan: made, temuan }
}
