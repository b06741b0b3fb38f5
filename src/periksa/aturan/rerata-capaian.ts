// Means that a report carries from one table to another: the capaian of a sasaran is that of its indicators, the figure of a year
// that of its halves, the row below a table that of the rows above it. Each is said only where the paper itself keeps to it elsewhere.
import { angkaOf, dari, type Hasil, rerata, terbaca, tulis } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, TANPA_CATATAN, type TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaSel, faktaOf } from '../fakta.ts'
import { kunciOf, singkat } from '../kata.ts'
import { letakSel, namaTabel, type Tabel } from '../naskah.ts'
import { samaAngka } from '../sama.ts'

export const rerataCapaian: Aturan = {
  kode: 'RERATA-CAPAIAN',
  jenis: 'average',
  memeriksa:
    'Capaian sasaran adalah rata-rata capaian indikatornya, angka setahun rata-rata paruh tahunnya, dan baris capaian rata-rata baris di atasnya.',
  contoh: { benar: 'Indikator 101,5 dan 106,86; sasaran 104,18', salah: 'Indikator 101,5 dan 106,86; sasaran 104,08' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const found = [...naskah.tabel.flatMap((t) => [perSasaran(t, fakta), perTahun(t)]), perSemester(fakta)]
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

/** A figure beside what it should be the mean of. */
type Uji = { readonly hasil: Hasil; readonly made: Hitungan; readonly parts: readonly FaktaSel[]; readonly kata: string }

/** What holds is confirmed; what does not is said where enough others hold. */
function weighed(tries: readonly Uji[], least: number, keyakinan: number): Catatan {
  const holds = tries.filter((u) => u.made.cocok)
  const telling = holds.filter((u) => u.parts.length > 1 || !/^100(?:[.,]0+)?\s*%?$/.test(u.made.tercetak.trim()))
  if (holds.length < least || !telling.length) return TANPA_CATATAN
  const wrong = tries.filter((u) => !u.made.cocok)
  // Not a slip, but another way of reckoning.
  const temuan = wrong.length * 2 > holds.length ? [] : wrong.map((u) => say(u, holds.length, keyakinan))
  return { hitungan: [...holds, ...(temuan.length ? wrong : [])].map((u) => u.made), temuan }
}

function say({ hasil, made, parts, kata }: Uji, holds: number, keyakinan: number): TemuanNaskah {
  const { di, letak, tercetak } = made
  const seharusnya = tulis(hasil.nilai.toDecimalPlaces(2))
  const penjelasan = `Tercetak ${tercetak}, sedangkan ${kata} ${terbaca(hasil.rumus)} = ${seharusnya}; di ${holds} tempat lain keduanya sama.`
  return { di, jenis: 'average', berat: 'sedang', keyakinan, letak, tercetak, seharusnya, penjelasan, terkait: parts.map((p) => p.angka.di) } // biome-ignore format: a case
}

const isCapaian = (s: FaktaSel) => /^capaian(?: %)?$/.test(s.ukuran) || /(?:^| )capaian(?: %)?$/.test(s.ukuran)

/** A table of sasaran with how many indicators each has and their mean, against the table of the indicators. */
function perSasaran(tabel: Tabel, fakta: Fakta): Catatan {
  const count = tabel.kolom.find((k) => /^jumlah indikator$/i.test(k.judul.at(-1) ?? ''))
  const mean = tabel.kolom.find((k) => /rata\s*-?\s*rata/i.test(k.judul.join(' ')) && /capaian/i.test(k.judul.join(' ')))
  if (!count || !mean) return TANPA_CATATAN
  const others = Map.groupBy(fakta.sel.filter((s) => s.tabel !== tabel && isCapaian(s)), (s) => s.tabel) // biome-ignore format: one line
  const tries = [...others.values()].map((cells) =>
    tabel.baris.flatMap((baris): Uji[] => {
      const [n, angka] = [angkaOf(baris.sel[count.nomor]), angkaOf(baris.sel[mean.nomor])]
      const nama = kunciOf(baris.label.split(' › ').at(-1) ?? '')
      if (!n || !angka || nama.split(' ').length < 3) return []
      const own = cells.filter((s) => s.baris.label.split(' › ').some((part) => kunciOf(part) === nama))
      const hasil = n.nilai.eq(own.length) ? rerata(own.map((s) => dari(s.angka))) : undefined
      const made = hasil && hitung(angka, hasil, letakSel(tabel, baris, mean.nomor))
      return made ? [{ hasil, made, parts: own, kata: 'rata-rata capaian indikatornya' }] : []
    }),
  )
  const most = tries.toSorted((a, b) => b.length - a.length)[0] ?? []
  return weighed(most, 4, 0.85)
}

/** `Capaian Kinerja Sasaran` under the indicators, once for each year. */
function perTahun(tabel: Tabel): Catatan {
  const rows = tabel.baris.filter((b) => b.peran === 'body')
  const at = rows.findIndex((b) => /^(?:rata-rata )?capaian\b/i.test(b.label) && b.label.split(/\s+/).length <= 6)
  if (at < 1 || tabel.kolom.filter((k) => k.tahun).length < 4) return TANPA_CATATAN
  const tries = rows[at]!.sel.flatMap((sel, c): Uji[] => {
    const angka = sel.asal.column === c ? angkaOf(sel) : undefined
    const year = tabel.kolom[c]!.tahun
    const share = tabel.kolom.findLast((k) => k.tahun === year && year && /^(?:%|capaian.*)$/i.test(k.judul.at(-1) ?? ''))
    if (!angka || !share) return []
    const parts = rows.slice(0, at).flatMap((b) => {
      const own = angkaOf(b.sel[share.nomor])
      return own ? [own] : []
    })
    const hasil = parts.length === at ? rerata(parts.map(dari)) : undefined
    const said = hasil && hitung(angka, hasil, letakSel(tabel, rows[at]!, c))
    // What is carried over from one row is not rounded on the way: 99,99 is no 100.
    const carried = parts.length === 1 && !angka.nilai.eq(parts[0]!.nilai)
    const made = said && (carried ? { ...said, cocok: false, pembulatan: null } : said)
    return made ? [{ hasil, made, parts: [], kata: 'capaian pada baris di atasnya' }] : []
  })
  return weighed(tries, 3, 0.88)
}

const HALF = /\bsemester\s*(?:i{1,2}|1|2)\b/i
/** The figure of the year of an indicator, against the mean of its halves in another table. */
function perSemester({ sel }: Fakta): Catatan {
  const half = sel.filter((s) => /^(?:i|ii|1|2) semester(?: › realisasi)?$|^realisasi › (?:i|ii) semester$/.test(s.ukuran) || (HALF.test(s.kolom.judul.at(-1) ?? '') && /realisasi/i.test(s.kolom.judul.join(' ')))) // biome-ignore format: one condition
  const tries = [...Map.groupBy(half, (s) => `${s.nama} ${s.tahun} ${s.tabel.urutan}`).values()].flatMap((halves): Uji[] => {
    const [first, second] = halves
    if (halves.length !== 2 || !first || !second || first.nama.split(' ').length < 3) return []
    const years = sel.filter((s) => s.nama === first.nama && s.tahun === first.tahun && s.ukuran === 'realisasi')
    const [year] = years
    if (!year || years.some((y) => !samaAngka(y.angka, year.angka))) return []
    const hasil = rerata([dari(first.angka), dari(second.angka)])!
    const made = hitung(year.angka, hasil, year.letak)
    return [{ hasil, made, parts: [first, second], kata: `rata-rata kedua semester ${singkat(first.sebutan, 70)} (${namaTabel(first.tabel)})` }] // biome-ignore format: a case
  })
  const seen = weighed(tries, 2, 0.65)
  // The half that repeats the figure of the year is the one that was copied.
  const temuan = seen.temuan.map((t) => {
    const u = tries.find((one) => one.made.di === t.di)!
    const copied = u.parts[1]!
    if (!copied.angka.nilai.eq(u.made.dihitung) && copied.angka.tercetak.trim() === u.made.tercetak.trim()) {
      const { di, tercetak } = copied.angka
      return { ...t, di, letak: copied.letak, tercetak, seharusnya: null, terkait: [t.di, u.parts[0]!.angka.di] }
    }
    return t
  })
  return { hitungan: seen.hitungan, temuan }
}
