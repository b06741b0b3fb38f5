// The class, predicate or mutu beside a value is the one that the scale gives it: the scale that the paper prints, or the
// official one. Ticks under the column of a class, and counts of how many fall into each class, say the same thing.
import { SKALA, SKALA_NILAI, tingkatOf } from '../../peraturan/nasional/skala.ts'
import { type Decimal, parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { readPrinted } from '../../platform/kernel/printed-value.ts'
import { type Angka, angkaOf } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, TANPA_CATATAN, type TemuanNaskah } from '../aturan.ts'
import { type Baris, cuplik, letakSel, type Naskah, namaTabel, type Sel, type Tabel } from '../naskah.ts'
import { type Kelas, kelasDari, plain, type Rentang, type SkalaTercetak, skalaTercetak, termasuk } from '../skala-tercetak.ts'

export const kelas: Aturan = {
  kode: 'KELAS',
  jenis: 'scale',
  memeriksa: 'Kelas, predikat, atau mutu sebuah nilai sesuai dengan skala yang tercetak dalam naskah atau skala resminya.',
  contoh: { benar: '88,45 dengan predikat A', salah: '74,20 dengan kategori Tinggi, padahal Tinggi mulai 75,01' },
  dasar: 'Permendagri 86/2017; PermenPANRB 14/2017, 40/2018, 88/2021; Peraturan BKN 8/2019',
  periksa: (naskah) => {
    const scales = penamaan(naskah)
    const found = naskah.tabel.flatMap((t) => [named(t, scales), ticked(t), counted(t, naskah)])
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

/** A way to name values, with the words in which its names are written. */
type Penamaan = { readonly nama: string; readonly sebutan: ReadonlySet<string>; readonly of: (nilai: Decimal) => readonly string[] }

function penamaan(naskah: Naskah): Penamaan[] {
  const official = [...SKALA_NILAI, ...SKALA].map((s): Penamaan => {
    return {
      nama: s.nama,
      sebutan: new Set(s.tingkat.flatMap((t) => [t.sebutan, ...(t.kode ? [t.kode] : [])].map(plain))),
      of: (nilai) => {
        const t = tingkatOf(s, nilai)
        return t && (!s.maks || nilai.lte(parseDecimal(s.maks))) ? [t.sebutan, ...(t.kode ? [t.kode] : [])].map(plain) : []
      },
    }
  })
  const printed = skalaTercetak(naskah)
    .filter((s) => s.kelas.every((k) => k.sebutan))
    .map(ofPrinted)
  return [...printed, ...official]
}

const ofPrinted = (s: SkalaTercetak): Penamaan => ({
  nama: s.tabel ? `skala pada ${namaTabel(s.tabel)}` : `skala pada ${s.kelas[0]!.letak}`,
  sebutan: new Set(s.kelas.map((k) => plain(k.sebutan!))),
  of: (nilai) => s.kelas.filter((k) => termasuk(k, nilai)).map((k) => plain(k.sebutan!)),
})

const CLASS_HEADER = /\b(?:kategori|predikat|mutu|kriteria|kelas|kualifikasi|keterangan|kinerja unit|tingkat|zona)\b/i
const NO_VALUE = /^(?:no|nomor)\b|\b(?:target|bobot|jumlah|tahun|kode|rank|peringkat)\b/i
const LEAST = 3

/** A column of names beside a column of values. */
function named(tabel: Tabel, scales: readonly Penamaan[]): Catatan {
  const rows = tabel.baris.filter((b) => b.peran === 'body')
  if (rows.some((b) => b.sel.some((s) => s.nilai.jenis === 'rentang'))) return TANPA_CATATAN
  for (const { nomor, judul } of tabel.kolom) {
    const cells = rows.flatMap((b) =>
      b.sel[nomor]!.asal.column === nomor && b.sel[nomor]!.teks !== '' ? [{ b, sel: b.sel[nomor]! }] : [],
    )
    if (cells.length < LEAST || !CLASS_HEADER.test(judul.join(' '))) continue
    const fits = scales.filter((s) => cells.filter((c) => s.sebutan.has(plain(c.sel.teks))).length >= 0.8 * cells.length)
    // A mean stands right of what it is the mean of.
    const values = tabel.kolom.filter((k) => k.nomor !== nomor && !NO_VALUE.test(k.judul.join(' '))).toReversed()
    const tries = fits.flatMap((scale) => values.map((k) => judge(tabel, scale, cells, k.nomor)))
    const best = tries.toSorted((a, b) => b.hitungan.length - a.hitungan.length)[0]
    // A scale that most rows do not keep is not theirs.
    if (best && best.hitungan.length >= LEAST && best.temuan.length <= 0.25 * best.hitungan.length) return best
  }
  return TANPA_CATATAN
}

function judge(tabel: Tabel, scale: Penamaan, cells: readonly { b: Baris; sel: Sel }[], column: number): Catatan {
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const { b, sel } of cells) {
    const angka = angkaOf(b.sel[column])
    const said = plain(sel.teks)
    if (!angka || !scale.sebutan.has(said)) continue
    const right = scale.of(angka.nilai)
    const letak = letakSel(tabel, b, sel.kolom.nomor)
    if (right.includes(said)) hitungan.push(holds(sel, letak, angka, scale.nama))
    else if (right.length) temuan.push(wrong(sel, letak, angka, alike(said, right), scale.nama))
  }
  return { hitungan, temuan }
}

/** A letter for a letter, a word for a word. */
function alike(said: string, right: readonly string[]): string {
  const letters = right.find((r) => r.length <= LETTERS)
  return said.length <= LETTERS && letters ? letters.toUpperCase() : (right.find((r) => r.length > LETTERS) ?? right[0]!)
}
const LETTERS = 3

function holds(sel: Sel, letak: string, angka: Angka, nama: string): Hitungan {
  return {
    di: sel.di,
    letak,
    rumus: `kelas(${toText(angka.nilai)}) menurut ${nama}`,
    tercetak: sel.teks,
    dihitung: sel.teks,
    pembulatan: 'tepat',
    cocok: true,
  }
}

function wrong(sel: Sel, letak: string, angka: Angka, right: string, nama: string): TemuanNaskah {
  const penjelasan = `Nilai ${angka.tercetak} tercetak sebagai "${sel.teks}", padahal menurut ${nama} nilai itu "${right}".`
  const keyakinan = Math.min(0.9, angka.keyakinan)
  return {
    di: sel.di,
    jenis: 'scale',
    berat: 'tinggi',
    keyakinan,
    letak,
    tercetak: sel.teks,
    seharusnya: right,
    penjelasan,
    terkait: [angka.di],
  }
}

/** Classes as columns, a tick under one of them. */
function ticked(tabel: Tabel): Catatan {
  const columns = tabel.kolom.flatMap((k): { nomor: number; kelas: Kelas }[] => {
    const range = k.judul.map((j) => readPrinted(j)).find((r): r is Rentang => r.jenis === 'rentang')
    if (!range) return []
    const sebutan = k.judul.find((j) => /^\p{L}/u.test(j) && j !== range.tercetak)
    return [
      {
        nomor: k.nomor,
        kelas: kelasDari(range, { teks: k.judul.join(' '), di: tabel.di, letak: '', ...(sebutan ? { sebutan } : {}) }),
      },
    ]
  })
  if (columns.length < LEAST) return TANPA_CATATAN
  const values = tabel.kolom.filter(
    (k) => !columns.some((c) => c.nomor === k.nomor) && /rata|capaian|nilai|realisasi|persen|%/i.test(k.judul.join(' ')),
  )
  const value = values.findLast((k) => tabel.baris.some((b) => angkaOf(b.sel[k.nomor])))
  if (!value) return TANPA_CATATAN
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const b of tabel.baris) {
    const angka = angkaOf(b.sel[value.nomor])
    const ticks = columns.filter((c) => b.sel[c.nomor]!.nilai.jenis === 'tanda' || /^[vVxX]$/.test(b.sel[c.nomor]!.teks.trim()))
    const [tick] = ticks
    if (!angka || !tick || ticks.length > 1) continue
    const sel = b.sel[tick.nomor]!
    const letak = letakSel(tabel, b, tick.nomor)
    const right = columns.filter((c) => termasuk(c.kelas, angka.nilai))
    // Above the highest end the highest class holds: capaian of 123 %.
    const highest = columns.toSorted((x, y) =>
      (y.kelas.maks?.nilai ?? y.kelas.min!.nilai).comparedTo(x.kelas.maks?.nilai ?? x.kelas.min!.nilai),
    )[0]!
    const expected = right.length ? right : angka.nilai.gt(highest.kelas.maks?.nilai ?? angka.nilai) ? [highest] : []
    if (expected.includes(tick))
      hitungan.push(holds({ ...sel, teks: tick.kelas.sebutan ?? sel.teks }, letak, angka, namaTabel(tabel)))
    else if (expected.length)
      temuan.push(
        wrong(
          { ...sel, teks: tick.kelas.sebutan ?? tick.kelas.teks },
          letak,
          angka,
          expected[0]!.kelas.sebutan ?? expected[0]!.kelas.teks,
          `kepala ${namaTabel(tabel)}`,
        ),
      )
  }
  return hitungan.length >= LEAST ? { hitungan, temuan } : TANPA_CATATAN
}

const COUNT = /\bjumlah\b|\bbanyak/i
const ACHIEVED = /\bcapaian\b|\brata/i

/** How many fall into each class, against a table before it that prints the values. */
function counted(tabel: Tabel, naskah: Naskah): Catatan {
  const range = tabel.kolom.find((k) => tabel.baris.filter((b) => b.sel[k.nomor]!.nilai.jenis === 'rentang').length >= LEAST)
  const count = tabel.kolom.find((k) => COUNT.test(k.judul.join(' ')) && tabel.baris.some((b) => angkaOf(b.sel[k.nomor])))
  if (!range || !count) return TANPA_CATATAN
  const rows = tabel.baris.flatMap((b) => {
    const { nilai, teks, di } = b.sel[range.nomor]!
    const angka = angkaOf(b.sel[count.nomor])
    return nilai.jenis === 'rentang' && angka ? [{ b, angka, kelas: kelasDari(nilai, { teks, di, letak: '' }) }] : []
  })
  const total = rows.reduce((sum, r) => sum + Number(toText(r.angka.nilai)), 0)
  const near = naskah.tabel.filter((t) => t.urutan < tabel.urutan && t.urutan >= tabel.urutan - 4).toReversed()
  for (const t of near)
    for (const k of t.kolom.filter((c) => ACHIEVED.test(c.judul.join(' ')))) {
      const values = t.baris.flatMap((b) =>
        !b.jumlah && b.sel[k.nomor]!.asal.column === k.nomor ? (angkaOf(b.sel[k.nomor]) ?? []) : [],
      )
      if (values.length !== total || total < LEAST) continue
      const checks = rows.map((r) => ({ ...r, n: values.filter((v) => termasuk(r.kelas, v.nilai)).length }))
      // Somebody else's table, where most classes do not agree.
      if (checks.filter((c) => !c.angka.nilai.eq(c.n)).length > 2) continue
      return tally(tabel, t, count.nomor, checks)
    }
  return TANPA_CATATAN
}

function tally(
  tabel: Tabel,
  from: Tabel,
  column: number,
  checks: readonly { b: Baris; angka: Angka; kelas: Kelas; n: number }[],
): Catatan {
  const said = checks.map(({ b, angka, kelas: k, n }) => ({
    di: angka.di,
    letak: letakSel(tabel, b, column),
    rumus: `COUNT(capaian ${k.teks} pada ${namaTabel(from)})`,
    tercetak: angka.tercetak,
    dihitung: `${n}`,
    pembulatan: angka.nilai.eq(n) ? ('tepat' as const) : null,
    cocok: angka.nilai.eq(n),
  }))
  const temuan = said
    .filter((h) => !h.cocok)
    .map(({ di, letak, tercetak, dihitung, rumus }): TemuanNaskah => {
      const penjelasan = `Tercetak ${tercetak}, sedangkan ${cuplik(rumus)} = ${dihitung}.`
      return {
        di,
        jenis: 'count',
        berat: 'sedang',
        keyakinan: 0.85,
        letak,
        tercetak,
        seharusnya: dihitung,
        penjelasan,
        terkait: [from.di],
      }
    })
  return { hitungan: said, temuan }
}
