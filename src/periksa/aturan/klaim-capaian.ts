// What prose says of targets against the tables that hold them: `mencapai target` beside a capaian below 100, `seluruh sasaran
// mencapai target` where one has not, `60% indikator melampaui target` where fewer have.
import type { Decimal } from '../../platform/kernel/decimal.ts'
import { HUNDRED, toText } from '../../platform/kernel/decimal.ts'
import { tulis } from '../angka.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaSel, faktaOf, letakTeks, type Teks } from '../fakta.ts'
import { kataOf, singkat } from '../kata.ts'
import { namaTabel, type Tabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const klaimCapaian: Aturan = {
  kode: 'KLAIM-CAPAIAN',
  jenis: 'text-vs-table',
  memeriksa:
    'Yang dikatakan mencapai target memang mencapainya menurut tabel, dan yang dikatakan seluruhnya memang tanpa pengecualian.',
  contoh: { benar: 'Indikator A mencapai target; capaian 100', salah: 'Indikator A mencapai target; capaian 99,99' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const capaian = fakta.sel.filter((s) => isCapaian(s, fakta))
    const utama = [...Map.groupBy(capaian, (s) => s.tabel)].filter(([, rows]) => rows.length >= MAIN)
    const sentences = fakta.teks.flatMap(sentencesOf)
    const found = sentences.flatMap((k) =>
      otherYear(k, fakta) ? [] : [ofOne(k, capaian, fakta), ofAll(k, utama), ofShare(k, utama)],
    )
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

/** So many indicators with their capaian make a table of the whole report. */
const MAIN = 5
const isCapaian = (s: FaktaSel, { tahun }: Fakta) =>
  /^capaian(?: %)?$/.test(s.ukuran) &&
  (s.tahun ?? tahun) === tahun &&
  !s.baris.jumlah &&
  s.angka.keyakinan >= 0.7 &&
  s.angka.nilai.lt(1000) &&
  !/anggaran|belanja|pagu|keuangan|rp/i.test(s.tabel.kolom.map((k) => k.judul.join(' ')).join(' '))

type Kalimat = { readonly dalam: Teks; readonly teks: string; readonly awal: number }
function sentencesOf(dalam: Teks): Kalimat[] {
  if (!/target|100\s*%/i.test(dalam.teks)) return []
  let awal = 0
  return dalam.teks.split(/(?<=[.;]\s)(?=\s*\p{Lu})/u).map((teks) => {
    const k = { dalam, teks, awal }
    awal += teks.length
    return k
  })
}

const REACHED = /\b(?:mencapai|melebihi|melampaui|memenuhi)\s+(?:dari\s+)?target/i
const OPEN =
  /\b(?:tidak|belum|bukan|tanpa|agar|untuk|supaya|guna|dapat|akan|jika|apabila|bila|hampir|rata-rata|diharapkan|upaya|mendorong|dalam rangka|selain|kecuali|pada tahun (?:sebelumnya|lalu))\b/i
const PART = /\b(?:program|bidang|kegiatan|bagian|unit|triwulan|semester|kecamatan|kelurahan|renstra|rpjm\p{L}*)\b/iu
const NONE: Catatan = { hitungan: [], temuan: [] }
const NEAR = 3

const otherYear = (k: Kalimat, { tahun }: Fakta) => (k.teks.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).some((y) => Number(y) !== tahun)

/** `… indikator X … mencapai target`: X is a row of the table near by. */
function ofOne(k: Kalimat, capaian: readonly FaktaSel[], fakta: Fakta): Catatan {
  if (!REACHED.test(k.teks) || OPEN.test(k.teks) || /\b(?:semua|seluruh)/i.test(k.teks)) return NONE
  const words = ` ${kataOf(k.teks).join(' ')} `
  const rows = capaian.filter((s) => s.nama.split(' ').length >= 3 && words.includes(` ${s.nama} `))
  // The longest name is the one that is meant; every table must tell the same of it.
  const longest = Math.max(0, ...rows.map((s) => s.nama.length))
  const meant = rows.filter((s) => s.nama.length === longest)
  const near = meant.filter((s) => Math.abs(fakta.blokOf.get(s.tabel)! - k.dalam.blok) <= NEAR)
  if (!near.length || new Set(rows.map((s) => s.nama)).size > 1) return NONE
  const [row] = near
  const below = meant.every((s) => s.angka.nilai.lt(HUNDRED))
  if (meant.some((s) => s.angka.nilai.lt(HUNDRED)) && !below) return NONE
  return judged(k, row!, !below, near.length < meant.length ? 0.85 : 0.8, 'mencapai target')
}

/** `Semua sasaran menunjukkan capaian sama atau lebih dari 100%`. */
function ofAll(k: Kalimat, utama: readonly (readonly [Tabel, readonly FaktaSel[]])[]): Catatan {
  const said = /\b(?:semua|seluruh(?:nya)?)\b/i.test(k.teks) && /\b(?:sasaran|indikator|iku)\b/i.test(k.teks)
  const reached = REACHED.test(k.teks) || /(?:sama atau lebih dari|di atas|minimal|mencapai|sebesar)\s+100\s*%/i.test(k.teks)
  // Of a part of the office, or of the year, it says nothing that the whole could show.
  if (!said || !reached || OPEN.test(k.teks) || PART.test(k.teks)) return NONE
  const group = /\bsasaran\s+(strategis|khusus|operasional)\b/i.exec(k.teks)?.[1]?.toLowerCase()
  const tables = utama.map(([, rows]) => rows.filter((s) => !group || (s.baris.kelompok ?? '').toLowerCase().includes(group)))
  const whole = tables.filter((rows) => rows.length > 1).toSorted((a, b) => b.length - a.length)[0]
  const missed = whole?.filter((s) => s.angka.nilai.lt(HUNDRED)) ?? []
  if (!whole) return NONE
  const [row] = missed
  return judged(k, row ?? whole[0]!, !row, 0.75, 'seluruhnya mencapai target', missed.length)
}

function judged(k: Kalimat, row: FaktaSel, cocok: boolean, keyakinan: number, kata: string, banyak = 1): Catatan {
  const at = k.awal + Math.max(0, k.teks.search(REACHED))
  const [di, letak] = [k.dalam.placeAt(at), letakTeks(k.dalam, singkat(k.teks, 60))]
  const rumus = `${toText(row.angka.nilai)} >= 100`
  const tercetak = singkat(k.teks.slice(Math.max(0, k.teks.search(REACHED))), 60)
  if (cocok) return { hitungan: [{ di, letak, rumus, tercetak, dihitung: toText(row.angka.nilai), pembulatan: 'tepat', cocok }], temuan: [] } // biome-ignore format: a case
  const others = banyak > 1 ? ` dan ${banyak - 1} yang lain` : ''
  const penjelasan = `Kalimat itu mengatakan ${kata}, padahal di ${namaTabel(row.tabel)} (${tempat(row.angka.di)}) capaian ${singkat(row.sebutan.includes(' ') ? row.sebutan : row.baris.label, 90)} ${row.angka.tercetak}${others}, di bawah 100.`
  const temuan: TemuanNaskah = { di, jenis: 'text-vs-table', berat: 'sedang', keyakinan, letak, tercetak, seharusnya: row.angka.tercetak, penjelasan, terkait: [row.angka.di] } // biome-ignore format: a case
  return { hitungan: [], temuan: [temuan] }
}

const SHARE =
  /(?<n>\d{1,3})(?:\s*\([\p{L}\s]{3,30}\))?(?<persen>\s*%)?\s+(?:dari\s+)?(?:jumlah\s+|total\s+)?(?:sasaran|indikator)\b(?<isi>[^.;]{0,80}?)\b(?<kata>melebihi|melampaui|di ?atas)\s+target/giu

/** `Sebanyak 60% indikator … melampaui target`: as many as the table has above 100. */
function ofShare(k: Kalimat, utama: readonly (readonly [Tabel, readonly FaktaSel[]])[]): Catatan {
  if (OPEN.test(k.teks) || !utama.length) return NONE
  const found = [...k.teks.matchAll(SHARE)].map((m): Catatan => {
    const { n, persen, isi } = m.groups!
    if (/\d/.test(isi!) || /strategis|khusus|operasional|utama/i.test(isi!)) return NONE
    const counts = utama.map(([tabel, rows]) => {
      const above = rows.filter((s) => s.angka.nilai.gt(HUNDRED)).length
      const exact = persen ? HUNDRED.times(above).div(rows.length) : HUNDRED.div(100).times(above)
      return { tabel, above, all: rows.length, exact }
    })
    const most = counts.toSorted((a, b) => b.all - a.all)[0]!
    const holds = (c: { exact: Decimal }) =>
      c.exact
        .minus(n!)
        .abs()
        .lte(persen ? '0.5' : 0)
    const kept = counts.find(holds) ?? most
    const cocok = holds(kept)
    const at = k.awal + m.index
    const rumus = persen ? `${kept.above} / ${kept.all} * 100` : `COUNT(${namaTabel(kept.tabel)}, capaian > 100)`
    const made: Hitungan = { di: k.dalam.placeAt(at), letak: letakTeks(k.dalam, singkat(m[0], 60)), rumus, tercetak: `${n}${persen ? '%' : ''}`, dihitung: toText(kept.exact), pembulatan: cocok ? 'tepat' : null, cocok } // biome-ignore format: a case
    if (cocok) return { hitungan: [made], temuan: [] }
    const shown = `${tulis(kept.exact.toDecimalPlaces(2))}${persen ? '%' : ''}`
    const penjelasan = `Kalimat itu menyebut ${made.tercetak} indikator melampaui target, sedangkan di ${namaTabel(kept.tabel)} ${kept.above} dari ${kept.all} indikator capaiannya di atas 100 (${shown}).`
    const { di, letak, tercetak } = made
    return { hitungan: [made], temuan: [{ di, jenis: 'text-vs-table', berat: 'sedang', keyakinan: 0.8, letak, tercetak, seharusnya: shown, penjelasan, terkait: [kept.tabel.di] }] } // biome-ignore format: a case
  })
  return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
}
