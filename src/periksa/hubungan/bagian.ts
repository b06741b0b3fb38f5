// Shares of a column's total, running sums and running means, and a figure that stands for a group of rows: their mean, sum or
// number.
import { HUNDRED, parseDecimal, ZERO } from '../../platform/kernel/decimal.ts'
import { bagi, type Hasil, jumlah, kali, kurang, persen, rerata, tambah, tetap } from '../angka.ts'
import type { Hubungan, Kejadian, Rumus } from './hubungan.ts'
import type { Kisi, Lajur, Petak } from './kisi.ts'

const TOTAL = /^(?:sub[\s-]*|grand\s*)?(?:jumlah|total)\b/
const GROUPED = /\b(?:rata|rerata|capaian|per sasaran|nilai|jumlah|indeks|total)\b/

const SHARE = /^(?:persen|persentase|prosentase|%|\(%\))$/
const COUNT = /^(?:jumlah|total|banyaknya|jml)\b/

const all = (l: Lajur): Petak[] => l.isi.filter((p) => p !== undefined)

/** `PERSEN = JUMLAH / TOTAL x 100`, of a total that is printed, or of the sum where none is. */
export function pangsa({ kolom, baris }: Kisi): Hubungan[] {
  const last = baris.findLastIndex((b) => TOTAL.test(b.nama) && b.isi.some(Boolean))
  return kolom.flatMap((c, i): Hubungan[] => {
    if (!c.persen) return []
    return kolom.slice(Math.max(0, i - 5), i).flatMap((of): Hubungan[] => {
      if (of.persen || all(of).length < 3) return []
      const parts = of.isi.flatMap((p, n) => (p && n !== last ? [p] : []))
      const total = of.isi[last]
      const sum = total ? undefined : jumlah(parts.map((p) => p.hasil))
      const whole: Rumus = (v) => (total ? v(total) : sum)
      const kejadian = c.isi.flatMap((hasil, n): Kejadian[] => {
        const part = of.isi[n]
        if (hasil && !part && total && hasil.angka.nilai.isZero() && n !== last)
          return [{ hasil, unsur: [total], rumus: [(v) => percentage(tetap(ZERO), v(total))] }]
        return hasil && part && n !== last ? [{ hasil, unsur: total ? [part, total] : [part], rumus: [(v) => percentage(v(part), whole(v))] }] : [] // biome-ignore format: a case
      })
      const sebutan = `${c.nama} = ${of.nama} / jumlah ${of.nama} x 100`
      // `JUMLAH`, `PERSEN` and a total of 100: the words say it.
      const said = SHARE.test(c.nama) && COUNT.test(of.nama) && of.nomor === c.nomor - 1 && c.isi[last]?.angka.nilai.eq(HUNDRED)
      return [{ aturan: 'TABEL-PERSEN', jenis: 'ratio', sebutan, lajur: `kolom ${c.nomor + 1}`, kata: said ? 1 : 0, kejadian }]
    })
  })
}
const percentage = (a: Hasil, b: Hasil | undefined): Hasil | undefined => {
  const share = b && bagi(a, b)
  return share && persen(share)
}

/** Of the rows up to each: their sum, their mean; and the step from the row before. */
export function berjalan({ kolom, baris }: Kisi): Hubungan[] {
  const leaves = baris.flatMap((b, n) => (TOTAL.test(b.nama) ? [] : [n]))
  return kolom.flatMap((c, i) =>
    kolom.slice(Math.max(0, i - 3), i + 4).flatMap((of): Hubungan[] => {
      const rows = leaves.filter((n) => c.isi[n] && of.isi[n])
      if (of === c || rows.length < 3) return []
      const make = (aturan: string, jenis: Hubungan['jenis'], word: string, kejadian: Kejadian[]): Hubungan => {
        const sebutan = `${c.nama} = ${word} ${of.nama}`
        return { aturan, jenis, sebutan, lajur: `kolom ${c.nomor + 1}`, kata: 0, kejadian }
      }
      const upTo = (k: number) => rows.slice(0, k + 1).map((n) => of.isi[n]!)
      // With the printed figure of the row before, or from the beginning: one wrong figure does not make all that follow wrong.
      const running = (whole: (parts: () => Petak[]) => Rumus, step: (before: Petak, now: Petak, k: number) => Rumus) =>
        rows.map((n, k): Kejadian => {
          const [before, now] = [c.isi[rows[k - 1] ?? -1], of.isi[n]!]
          const hasil = c.isi[n]!
          return before ? { hasil, unsur: [before, now], rumus: [step(before, now, k), whole(() => upTo(k))] } : { hasil, unsur: [now], rumus: [whole(() => [now])] } // biome-ignore format: a case
        })
      const sums = running(
        (p) => (v) => jumlah(p().map(v)),
        (before, now) => (v) => tambah(v(before), v(now)),
      )
      const means = running((p) => (v) => rerata(p().map(v)), (before, now, k) => (v) => bagi(tambah(kali(v(before), count(k)), v(now)), count(k + 1))) // biome-ignore format: a call
      const steps = (of.nomor < c.nomor ? rows.slice(1) : []).map((n, k): Kejadian => {
        const [now, before] = [of.isi[n]!, of.isi[rows[k]!]!]
        return { hasil: c.isi[n]!, unsur: [now, before], rumus: [(v) => kurang(v(now), v(before)), (v) => growth(v(now), v(before))] } // biome-ignore format: a case
      })
      return [
        make('TABEL-KUMULATIF', 'sum', 'jumlah berjalan', sums),
        make('TABEL-KUMULATIF', 'average', 'rata-rata berjalan', means),
        make('TABEL-SELISIH', 'sum', 'perubahan dari baris sebelumnya', steps),
      ]
    }),
  )
}
const growth = (now: Hasil, before: Hasil) => percentage(kurang(now, before), before)
const count = (n: number) => tetap(parseDecimal(String(n)))

/** A figure at the first row of a group, nothing at its others: the mean, the sum or the number of what stands there. */
export function kelompok({ kolom, baris }: Kisi): Hubungan[] {
  return kolom.flatMap((c): Hubungan[] => {
    const heads = c.isi.flatMap((p, n) => (p && !TOTAL.test(baris[n]!.nama) ? [n] : []))
    if (heads.length < 2 || heads.length === c.isi.length || !GROUPED.test(c.jalur)) return []
    const end = (n: number) => {
      const next = c.isi.findIndex((p, m) => m > n && (p || baris[m]!.asal.peran === 'group' || baris[m]!.asal.jumlah))
      return next < 0 ? c.isi.length : next
    }
    return kolom
      .filter((of) => of !== c && Math.abs(of.nomor - c.nomor) <= 4)
      .flatMap((of): Hubungan[] => {
        const cases = (rumus: (parts: Petak[]) => Rumus) =>
          heads.flatMap((n): Kejadian[] => {
            const parts = of.isi.slice(n, end(n)).filter((p) => p !== undefined)
            return parts.length ? [{ hasil: c.isi[n]!, unsur: parts, rumus: [rumus(parts)] }] : []
          })
        const mean = cases((p) => (v) => rerata(p.map(v)))
        // One row to a group proves nothing: it needs one of several.
        if (!mean.some((k) => k.unsur.length > 1)) return []
        const said = /\b(?:rata|rerata|per sasaran|per ss)\b/.test(c.jalur) ? 2 : 0
        const lajur = `kolom ${c.nomor + 1}`
        return [
          { aturan: 'TABEL-RERATA', jenis: 'average', sebutan: `${c.nama} = rata-rata ${of.nama} kelompoknya`, lajur, kata: said, kejadian: mean },
          { aturan: 'TABEL-JUMLAH', jenis: 'sum', sebutan: `${c.nama} = jumlah ${of.nama} kelompoknya`, lajur, kata: 0, kejadian: cases((p) => (v) => jumlah(p.map(v))) },
        ] // biome-ignore format: a relation a line
      })
  })
}

/** Values and their weights down a column: the last is their weighted mean. */
export function tertimbang({ kolom, baris }: Kisi): Hubungan[] {
  const last = baris.findLastIndex((b) => TOTAL.test(b.nama) || /rata|rerata|nilai akhir|indeks/.test(b.nama))
  const weight = kolom.find((k) => /\bbobot\b/.test(k.nama))
  if (last < 2 || !weight) return []
  return kolom.flatMap((c): Hubungan[] => {
    const hasil = c.isi[last]
    const rows = baris.flatMap((_, n) => (n < last && c.isi[n] && weight.isi[n] ? [n] : []))
    if (c === weight || !hasil || rows.length < 2) return []
    const unsur = rows.flatMap((n) => [c.isi[n]!, weight.isi[n]!])
    const mean: Rumus = (v) => {
      const weighted = rows.map((n) => kali(v(c.isi[n]!), v(weight.isi[n]!))).reduce((a, b) => ({ nilai: a.nilai.plus(b.nilai), min: a.min.plus(b.min), maks: a.maks.plus(b.maks), rumus: `${a.rumus} + ${b.rumus}` })) // biome-ignore format: a sum
      return bagi(weighted, tetap(rows.reduce((a, n) => a.plus(weight.isi[n]!.angka.nilai), ZERO)))
    }
    return [{ aturan: 'TABEL-BOBOT', jenis: 'average', sebutan: `rata-rata tertimbang ${c.nama}`, lajur: `kolom ${c.nomor + 1}, baris ${last + 1}`, kata: 0, kejadian: [{ hasil, unsur, rumus: [mean], lunak: true }] }] // biome-ignore format: a relation
  })
}

/** A lone percentage beside the whole table: of the sums of two columns. */
export function perTotal({ kolom, baris }: Kisi): Hubungan[] {
  const last = baris.findLastIndex((b) => b.isi.filter(Boolean).length > 1)
  return kolom.flatMap((c): Hubungan[] => {
    const [hasil, ...more] = all(c)
    if (!hasil?.persen || more.length || c.isi[last] || last < 2) return []
    const sums = baris[last]!.isi.filter((p) => p !== undefined)
    return sums.flatMap((a) =>
      sums
        .filter((b) => b !== a)
        .map((b): Hubungan => {
          const kejadian: Kejadian = { hasil, unsur: [a, b], rumus: [(v) => percentage(v(a), v(b))], lunak: true }
          return { aturan: 'TABEL-PERSEN', jenis: 'ratio', sebutan: `${c.nama} atas jumlahnya`, lajur: `kolom ${c.nomor + 1}`, kata: 1, kejadian: [kejadian] } // biome-ignore format: a relation
        }),
    )
  })
}

/** `bobot`: a column of weights is 100 percent, or 1, together. */
export function bobotSeratus({ kolom, baris }: Kisi): { readonly bagian: readonly Petak[]; readonly jumlah: Hasil }[] {
  return kolom.flatMap((k) => {
    if (!/^bobot\b/.test(k.nama)) return []
    const bagian = k.isi.flatMap((p, n) => (p && !TOTAL.test(baris[n]!.nama) ? [p] : []))
    const sum = jumlah(bagian.map((p) => tetap(p.angka.nilai)))
    const near = sum.nilai.gte(HUNDRED.times(parseDecimal('0.8'))) && sum.nilai.lte(HUNDRED.times(parseDecimal('1.2')))
    return bagian.length > 1 && near ? [{ bagian, jumlah: sum }] : []
  })
}
