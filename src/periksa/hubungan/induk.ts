// A row that stands above those it is the mean of: the index of a goal, then its indicators. No word says so; it is taken for
// one only where several columns agree.
import { rerata } from '../angka.ts'
import { type Hubungan, type Kejadian, timbang } from './hubungan.ts'
import type { Kisi } from './kisi.ts'

const FAR = 12
/** Digits that must agree in more than one column. */
const ENOUGH = 6

export function rataDiAtas(kisi: Kisi): Hubungan[] {
  const { baris, kolom } = kisi
  const numbers = kolom.map((k) => k.isi.map((p) => Number(p?.angka.nilai ?? Number.NaN)))
  return baris.flatMap((b, n): Hubungan[] => {
    if (!b.isi.some(Boolean)) return []
    for (let end = n + 2; end < Math.min(baris.length, n + FAR); end++) {
      if (!near(numbers, n, end)) continue
      const rows = baris.slice(n + 1, end + 1)
      const kejadian = kolom.flatMap((k): Kejadian[] => {
        const [hasil, unsur] = [k.isi[n], rows.flatMap((r) => k.isi[r.nomor] ?? [])]
        const same = unsur.every((u) => u.angka.nilai.eq(unsur[0]!.angka.nilai))
        return hasil && unsur.length === rows.length && !same ? [{ hasil, unsur, rumus: [(v) => rerata(unsur.map(v))], lunak: true }] : [] // biome-ignore format: a case
      })
      if (kejadian.length < 2) continue
      const relation: Hubungan = { aturan: 'TABEL-RERATA', jenis: 'average', sebutan: 'rata-rata baris di bawahnya', lajur: `rata-rata di atas, baris ${n + 1}`, kata: 0, kejadian } // biome-ignore format: a relation
      const { cocok, bukti } = timbang(relation)
      if (cocok.filter((c) => c.bukti > 0).length > 1 && bukti >= ENOUGH) return [relation]
    }
    return []
  })
}

/** Binary numbers only seek: whether two columns come near their mean at all. */
function near(kolom: readonly (readonly number[])[], n: number, end: number): boolean {
  const held = kolom.filter((isi) => {
    const own = isi[n]!
    let sum = 0
    for (let i = n + 1; i <= end; i++) sum += isi[i]!
    return Math.abs(sum / (end - n) - own) <= Math.abs(own) / 50
  })
  return held.length > 1
}
