// What is missing is not nothing: a blank month that was reckoned as 0 pulls every mean down that counts it.
import { formatDecimal, ZERO } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, angkaOf, dariPersen, type Hasil, rerata, terbaca, tetap } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { konsistensi, type Penarikan, penarikanOf } from '../bulan.ts'
import { type Baris, letakSel, type Naskah, type Sel, type Tabel } from '../naskah.ts'

export const kosongNol: Aturan = {
  kode: 'KOSONG-NOL',
  jenis: 'missing-value',
  memeriksa: 'Nilai yang belum ada tidak dihitung sebagai nol: rata-rata dan nilai berjalan hanya memuat yang terisi.',
  contoh: { benar: '80, 90, (kosong): rata-rata 85', salah: '80, 90, (kosong): rata-rata 56,67' },
  dasar: 'PMK 22/PMK.02/2021 untuk konsistensi penyerapan anggaran',
  periksa: (naskah) => {
    const found = [...naskah.tabel.flatMap((t) => [zeroFromBlank(t, naskah), ...means(t)]), ...penarikanOf(naskah).map(monthly)]
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const own = (s: Sel, k: number) => s.asal.column === k
const MOST = 0.75

/** A row of which one figure is blank while another, which the others reckon from it, prints 0. */
function zeroFromBlank(tabel: Tabel, naskah: Naskah): Catatan {
  const rows = tabel.baris.filter((b) => b.peran === 'body' && !b.jumlah && b.label !== '')
  if (rows.length < 4) return { hitungan: [], temuan: [] }
  const filled = tabel.kolom.map((k) => rows.filter((b) => own(b.sel[k.nomor]!, k.nomor) && angkaOf(b.sel[k.nomor])))
  const numeric = tabel.kolom.filter((k) => filled[k.nomor]!.length >= MOST * rows.length && !/^no/i.test(k.judul[0] ?? ''))
  const temuan = rows.flatMap((b): TemuanNaskah[] => {
    // `-` may well be a nothing that was counted: 0 of it is right.
    const blank = numeric.find((k) => own(b.sel[k.nomor]!, k.nomor) && b.sel[k.nomor]!.teks === '')
    const zero =
      blank &&
      numeric.find((k) => angkaOf(b.sel[k.nomor])?.nilai.isZero() && k.nomor > blank.nomor && fewZeros(filled[k.nomor]!, k.nomor))
    return blank && zero ? [told(tabel, naskah, rows, b, blank.nomor, zero.nomor)] : []
  })
  return { hitungan: [], temuan }
}

const fewZeros = (rows: readonly Baris[], k: number) =>
  rows.filter((b) => angkaOf(b.sel[k])!.nilai.isZero()).length <= 0.25 * rows.length

function told(tabel: Tabel, naskah: Naskah, rows: readonly Baris[], b: Baris, blank: number, zero: number): TemuanNaskah {
  const until = rows.slice(0, rows.indexOf(b) + 1)
  const values = until.flatMap((r) => angkaOf(r.sel[zero]) ?? [])
  const running = tabel.kolom.find((k) => {
    const angka = k.nomor > zero ? angkaOf(b.sel[k.nomor]) : undefined
    return angka && values.length > 2 && agreement(angka, rerata(values.map(dariPersen))!)
  })
  const without = rerata(values.slice(0, -1).map(dariPersen))
  const seen = b.sel[running ? running.nomor : zero]!
  const mean = running
    ? ` ${running.judul.at(-1) ?? 'Nilai berjalannya'} ${seen.teks} memuat nol itu; tanpa baris ini rata-ratanya ${without ? formatDecimal(without.nilai, 2) : '-'}.`
    : ''
  const known = filledIn(naskah, tabel, b, blank)
  return {
    di: seen.di,
    jenis: 'missing-value',
    berat: 'tinggi',
    keyakinan: running ? 0.96 : 0.8,
    letak: letakSel(tabel, b, seen.kolom.nomor),
    tercetak: seen.teks,
    seharusnya: known?.text ?? (running && without ? `${formatDecimal(without.nilai, 2)} tanpa "${b.label}"` : null),
    penjelasan: `${tabel.kolom[blank]!.judul.at(-1) ?? 'Angkanya'} "${b.label}" kosong, tetapi ${tabel.kolom[zero]!.judul.at(-1) ?? 'hasilnya'} dihitung ${b.sel[zero]!.teks}. Yang kosong bukan nol.${mean}${known?.sentence ?? ' Isi angkanya, atau nyatakan belum ada.'}`,
    terkait: [b.sel[zero]!.di, ...(known?.at ?? [])],
  }
}

/** For the last month of a year the figure often stands elsewhere: beside the same cumulative plan. */
function filledIn(naskah: Naskah, tabel: Tabel, b: Baris, blank: number) {
  const p = penarikanOf(naskah).find((x) => x.tabel === tabel && x.ra === blank)
  const spent = p && totalSpent(naskah, p)
  const at = p?.bulan.findIndex((m) => m.baris === b)
  const k = p && spent && at !== undefined && konsistensi(p, at + 1, 0, { bulan: p.bulan[at]!.nama, nilai: spent.nilai })
  if (!k || !spent) return undefined
  const value = formatDecimal(k.nilai, 2)
  return {
    text: value,
    at: [spent.di],
    sentence: ` Realisasi sampai bulan itu tercetak ${spent.tercetak} di tempat lain; dengan angka itu rata-ratanya ${value}.`,
  }
}

/** The spending that stands in one row with the plan of the last month, elsewhere in the paper. */
export function totalSpent(naskah: Naskah, p: Penarikan): Angka | undefined {
  const last = p.bulan.at(-1)!
  if (!p.kumulatif || last.ra || !last.rpd || last.rpd.nilai.lt(1000)) return undefined
  for (const t of naskah.tabel) {
    const spent = t.kolom.findIndex((k) => /\brealisasi\b/i.test(k.judul.join(' ')) && !/%|persen/i.test(k.judul.join(' ')))
    if (t === p.tabel || spent < 0) continue
    const row = t.baris.find((r) => r.sel.some((s) => s.angka?.eq(last.rpd!.nilai)) && angkaOf(r.sel[spent]))
    if (row) return angkaOf(row.sel[spent])
  }
  return undefined
}

/** The consistency of each month and its running mean, by the official formula. */
function monthly(p: Penarikan): Catatan {
  const hitungan: Hitungan[] = []
  const cells = p.tabel.kolom.filter((k) => k.nomor > Math.max(p.rpd, p.ra))
  const tries = cells.flatMap(({ nomor }) =>
    (['bulan', 'berjalan'] as const).map((way) =>
      p.bulan.flatMap(({ baris }, i): Hitungan[] => {
        const angka = angkaOf(baris.sel[nomor])
        const hasil = way === 'bulan' ? (p.kumulatif ? konsistensi(p, i + 1, i) : undefined) : konsistensi(p, i + 1)
        return angka && hasil ? [hitung(angka, hasil, letakSel(p.tabel, baris, nomor))] : []
      }),
    ),
  )
  for (const t of tries)
    if (t.filter((h) => h.cocok).length >= MOST * t.length && t.length > 2) hitungan.push(...t.filter((h) => h.cocok))
  return { hitungan, temuan: [] }
}

const MEAN = /^\s*(?:nilai\s+)?rata[\s-]*rata\b|\baverage\b/i

/** A mean, down a column or along a row, that only comes out when its blanks are counted as 0. */
function means(tabel: Tabel): Catatan[] {
  return tabel.baris.flatMap((b, n) => {
    const down = MEAN.test(b.sel.find((s) => /\p{L}/u.test(s.teks))?.teks ?? '')
    return b.sel.flatMap((s, k): Catatan[] => {
      const angka = own(s, k) ? angkaOf(s) : undefined
      if (!angka) return []
      if (down) return [judge(tabel, b, k, angka, above(tabel, n, k))]
      return MEAN.test(tabel.kolom[k]!.judul.at(-1) ?? '') ? [judge(tabel, b, k, angka, left(b, k))] : []
    })
  })
}

const above = (tabel: Tabel, n: number, k: number) => {
  const since = tabel.baris.findLastIndex((b, i) => i < n && (b.jumlah || b.peran === 'group')) + 1
  return tabel.baris.slice(since, n).map((b) => b.sel[k]!)
}
/** The cells of the same heading left of the mean: quarters, semesters, months. */
function left(b: Baris, k: number): Sel[] {
  const head = b.sel[k]!.kolom.judul[0]
  const same = b.sel.slice(0, k).filter((s) => s.kolom.judul.length > 1 && s.kolom.judul[0] === head)
  return same.filter((s) => angkaOf(s) || s.nilai.jenis === 'status')
}

function judge(tabel: Tabel, b: Baris, k: number, angka: Angka, parts: readonly Sel[]): Catatan {
  const empty = { hitungan: [], temuan: [] }
  const values = parts.flatMap((s) => angkaOf(s) ?? [])
  const blanks = parts.filter((s) => s.nilai.jenis === 'status')
  if (values.length < 1 || !blanks.length || values.length + blanks.length !== parts.length) return empty
  const right = rerata(values.map(dariPersen))!
  const withZeros: Hasil = rerata([...values.map(dariPersen), ...blanks.map(() => tetap(ZERO))])!
  if (right.nilai.isZero() || agreement(angka, right) || !agreement(angka, withZeros)) return empty
  const letak = letakSel(tabel, b, k)
  const shown = formatDecimal(right.nilai, Math.max(2, angka.desimal))
  const penjelasan = `${angka.tercetak} hanya keluar bila ${blanks.length} sel kosong dihitung nol (${terbaca(withZeros.rumus)} = ${formatDecimal(withZeros.nilai, 2)}); rata-rata yang terisi ${terbaca(right.rumus)} = ${shown}.`
  const di = angka.di
  const terkait = blanks.map((s) => s.di)
  return {
    hitungan: [],
    temuan: [
      {
        di,
        jenis: 'missing-value',
        berat: 'tinggi',
        keyakinan: values.length > 1 ? 0.9 : 0.7,
        letak,
        tercetak: angka.tercetak,
        seharusnya: shown,
        penjelasan,
        terkait,
      },
    ],
  }
}
